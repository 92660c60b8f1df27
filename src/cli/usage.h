// What is wrong with a command line, and its help, in the user's language.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace banxin {

/// The language that `--messages` asks for wherever it stands, else the locale's: help and usage errors are said before the command line
/// is understood.
MessageLanguage language_of_messages(int argc, const char* const* argv);

/// Gives the fixed words of the help (`Usage`, `Options`, ...) in `language`. Call it before commands and options are added.
void translate_help(CLI::App& app, MessageLanguage language);

/// Accepts one of `values`; its complaint is their list, which `usage_error_of` shows.
CLI::Validator one_of(std::vector<std::string> values);
/// The validator of `one_of` that an option has, or null; and the values it accepts.
const CLI::Validator* choice_validator(CLI::Option& option);
std::vector<std::string> choices_of(const CLI::Validator& validator);
/// Accepts a whole number in the range; its complaint is the range.
CLI::Validator whole_number(int minimum, int maximum);
/// Accepts seconds, more than 0 and at most a day, with a decimal part if need be.
CLI::Validator seconds();
/// Accepts `2` and `1..2`.
CLI::Validator count_range();

/// What CLI11 found wrong, as a `cli-…` diagnostic with hints on what to type.
Diagnostic usage_error_of(const CLI::App& app, const CLI::ParseError& error);

}  // namespace banxin
