// Diagnostics for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace banxin {

struct DiagnosticFormat {
  enum class Form { human, json, sarif };
  Form form = Form::human;
  MessageLanguage language = MessageLanguage::english;
  bool colour = false;
};

/// Where a byte of a file stands, from 1; the column counts characters.
struct SourcePosition {
  std::size_t line = 1, column = 1;
};
SourcePosition position_of(const SourceFile& file, std::size_t offset);

/// The English word that stands for a severity in JSON and SARIF.
std::string_view code_name(Severity severity);

/// The catalogue's own hint and those added where the message was made.
std::vector<std::string> hints_of(const Diagnostic& diagnostic, MessageLanguage language);

/// `file:line:column: severity: message`, the line with a caret under the offending text (by display width: an East Asian character is two
/// cells wide), hints, related places. As JSON: one object a line. As SARIF: a result
/// for sarif_log().
std::string format_diagnostic(const Diagnostic& diagnostic, const DiagnosticFormat& format);

}  // namespace banxin
