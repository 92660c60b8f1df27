// Hints that show the text to paste.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace banxin::yaml {

/// `text` as a quoted scalar: in double quotes, or in single ones when it holds quotes or backslashes itself.
std::string quoted(std::string_view text);

/// Hints at the line with `text`, which stands from byte `begin`, in quotes; when that is too long to show, says where the quotes go.
void hint_quoted(Diagnostic& diagnostic, const SourceFile& file, std::size_t begin, std::string_view text);

/// Hints at `line` to be written in place of what stands there.
void hint_write(Diagnostic& diagnostic, std::string line);

/// `text` cut to what a message can show: its first line, and of that some words.
std::string shortened(std::string_view text);

}  // namespace banxin::yaml
