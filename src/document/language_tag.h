// Language tags (BCP 47) as authors write them.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"

namespace banxin {

/// The tag in its usual spelling (`zh-hant-tw` gives `zh-Hant-TW`). Reports and returns nothing when it is not well formed, or is a country
/// or a word that is written for a language by mistake (`cn`, `chinese`).
std::optional<std::string> read_language_tag(const SourceText& written, DiagnosticSink& sink);

}  // namespace banxin
