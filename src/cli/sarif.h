// Diagnostics in SARIF 2.1.0 (OASIS), which code review and build services read.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace banxin {

/// One `result` object, as JSON on one line. Hints stand behind the message; columns count characters.
std::string sarif_result(const Diagnostic& diagnostic, MessageLanguage language);

/// A whole log with one run: the results, and a rule for each code among them. Ends with a line feed.
std::string sarif_log(const std::vector<std::string>& results, MessageLanguage language);

}  // namespace banxin
