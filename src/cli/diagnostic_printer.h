// Diagnostics for people and for programs.
#pragma once

#include <cstdio>
#include <string>

#include "base/diagnostic.h"

namespace banxin {

struct DiagnosticFormat {
  enum class Form { human, json };
  Form form = Form::human;
  MessageLanguage language = MessageLanguage::english;
  bool colour = false;
};

/// `file:line:column: severity: message`, the line with a caret under the offending text (by display width: an East Asian character is two
/// cells wide), hints, related places. As JSON: one object a line.
std::string format_diagnostic(const Diagnostic& diagnostic, const DiagnosticFormat& format);

}  // namespace banxin
