// What commands say when they are done or have failed, in the user's language.
#pragma once

#include <filesystem>
#include <string>

#include "cli/diagnostic_printer.h"

namespace banxin {

/// Prints diagnostics to standard error.
void print_diagnostics(const DiagnosticSink& sink, const DiagnosticFormat& format);

/// `a.pdf (2 pages)` and a line end.
std::string pages_written(const std::filesystem::path& file, std::size_t pages, MessageLanguage language);

}  // namespace banxin
