#include "cli/usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "style/style_keys.h"
#include "style/value_reader.h"

namespace banxin {

namespace {

/// Begins the name of a validator of choices; the choices follow.
const std::string choice_mark = "one of ";

/// What the environment says of the user's language: LC_ALL, LC_MESSAGES, LANG, the first that is set.
MessageLanguage language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("zh") ? MessageLanguage::chinese : MessageLanguage::english;
  }
  return MessageLanguage::english;
}

bool is_option(std::string_view argument) { return argument.size() > 1 && argument.front() == '-'; }

/// `--name` of an option, or what a positional argument is called.
std::string name_of(const CLI::Option& option) {
  return option.get_positional() && option.get_lnames().empty() ? option.get_type_name() : option.get_name();
}

void suggest_among(Diagnostic& diagnostic, const std::string& written, const std::vector<std::string>& names) {
  const std::vector<std::string_view> known(names.begin(), names.end());
  suggest(diagnostic, written, known);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

Diagnostic unknown_option(const CLI::App& command, const std::string& written) {
  const std::string option = written.substr(0, written.find('='));
  Diagnostic error(Severity::error, "cli-option-unknown", {}, {{"option", option}});
  std::vector<std::string> names;
  for (const CLI::Option* known : command.get_options()) {
    for (const std::string& name : known->get_lnames()) names.push_back("--" + name);
  }
  suggest_among(error, option, names);
  return error;
}

Diagnostic missing_command(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  const std::vector<std::string> commands = command_names(app);
  const std::string list = fmt::format("{}", fmt::join(commands, ", "));
  if (rest.empty()) return Diagnostic(Severity::error, "cli-command-missing", {}, {{"commands", list}});
  if (is_option(rest.front())) return unknown_option(app, rest.front());
  Diagnostic error(Severity::error, "cli-command-unknown", {}, {{"command", rest.front()}, {"commands", list}});
  suggest_among(error, rest.front(), commands);
  return error;
}

Diagnostic unexpected_argument(const CLI::App& command) {
  const std::string argument = command.remaining().front();
  if (is_option(argument)) return unknown_option(command, argument);
  return Diagnostic(Severity::error, "cli-argument-unexpected", {}, {{"argument", argument}});
}

/// The option that a complaint of CLI11 begins with; flags stand there without their dashes.
const CLI::Option* option_in(const CLI::App& command, std::string_view complaint) {
  const std::string name(complaint.substr(0, complaint.find_first_of(": ")));
  const CLI::Option* option = command.get_option_no_throw(name);
  return option ? option : command.get_option_no_throw("--" + name);
}

Diagnostic wrong_number_of_values(const CLI::Option& option) {
  if (option.get_positional() && !option.results().empty())
    return Diagnostic(Severity::error, "cli-argument-unexpected", {}, {{"argument", option.results().back()}});
  const MessageArguments arguments = {{"option", name_of(option)}};
  if (option.get_expected_max() == 0) return Diagnostic(Severity::error, "cli-option-takes-no-value", {}, arguments);
  if (option.results().empty()) return Diagnostic(Severity::error, "cli-option-needs-value", {}, arguments);
  return Diagnostic(Severity::error, "cli-option-twice", {}, arguments);
}

Diagnostic wrong_value(const CLI::Option& option, std::string_view complaint) {
  const std::size_t allowed = complaint.find(": ");
  return Diagnostic(Severity::error, "cli-option-value", {},
                    {{"option", name_of(option)},
                     {"value", option.results().empty() ? "" : option.results().back()},
                     {"allowed", std::string(allowed == std::string_view::npos ? complaint : complaint.substr(allowed + 2))}});
}

Diagnostic error_in_command(const CLI::App& command, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) && !command.remaining().empty()) return unexpected_argument(command);
  if (const CLI::Option* option = option_in(command, error.what())) {
    if (dynamic_cast<const CLI::RequiredError*>(&error))
      return Diagnostic(Severity::error, "cli-argument-missing", {}, {{"argument", name_of(*option)}});
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return wrong_number_of_values(*option);
    if (dynamic_cast<const CLI::ValidationError*>(&error)) return wrong_value(*option, error.what());
  }
  return Diagnostic(Severity::error, "cli-usage", {}, {{"reason", error.what()}});
}

}  // namespace

MessageLanguage language_of_messages(int argc, const char* const* argv) {
  constexpr std::string_view option = "--messages";
  std::string_view asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == option && i + 1 < argc) asked = argv[i + 1];
    if (argument.starts_with(option) && argument.substr(option.size()).starts_with('=')) asked = argument.substr(option.size() + 1);
  }
  if (asked == "zh") return MessageLanguage::chinese;
  return asked == "en" ? MessageLanguage::english : language_of_environment();
}

void translate_help(CLI::App& app, MessageLanguage language) {
  const auto word = [&](const char* code) { return Message{code, {}}.text(language); };
  app.get_formatter()->label("Usage", word("cli-help-usage"));
  app.get_formatter()->label("OPTIONS", word("cli-help-options"));
  app.get_formatter()->label("SUBCOMMAND", word("cli-help-command"));
  app.get_formatter()->label("Positionals", word("cli-help-arguments"));
  app.get_formatter()->label("REQUIRED", word("cli-help-required"));
  app.option_defaults()->group(word("cli-help-options"));
  app.set_help_flag("-h,--help", word("cli-help-help"));
}

CLI::Validator one_of(std::vector<std::string> values) {
  const std::string name = choice_mark + fmt::format("{}", fmt::join(values, "|"));
  const auto complaint = [values = std::move(values)](const std::string& value) {
    return std::find(values.begin(), values.end(), value) == values.end() ? fmt::format("{}", fmt::join(values, ", ")) : std::string();
  };
  return CLI::Validator(complaint, "", name);
}

const CLI::Validator* choice_validator(CLI::Option& option) {
  try {
    const CLI::Validator* validator = option.get_validator(0);
    return validator->get_name().starts_with(choice_mark) ? validator : nullptr;
  } catch (const CLI::OptionNotFound&) {  // it has no validator
    return nullptr;
  }
}

std::vector<std::string> choices_of(const CLI::Validator& validator) {
  return CLI::detail::split(validator.get_name().substr(choice_mark.size()), '|');
}

CLI::Validator whole_number(int minimum, int maximum) {
  const auto complaint = [=](const std::string& value) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool right = error == std::errc() && end == value.data() + value.size() && number >= minimum && number <= maximum;
    return right ? std::string() : fmt::format("{}–{}", minimum, maximum);
  };
  return CLI::Validator(complaint, "");
}

CLI::Validator seconds() {
  static constexpr double longest = 86'400;
  const auto complaint = [](const std::string& value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool right = error == std::errc() && end == value.data() + value.size() && number > 0 && number <= longest;
    return right ? std::string() : fmt::format("0.1–{}", longest);
  };
  return CLI::Validator(complaint, "");
}

CLI::Validator count_range() {
  const auto complaint = [](const std::string& value) { return parse_count_range(value) ? std::string() : std::string("2, 1..2"); };
  return CLI::Validator(complaint, "");
}

Diagnostic usage_error_of(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App* command) { return command->parsed(); });
  Diagnostic result = commands.empty() ? missing_command(app) : error_in_command(*commands.front(), error);
  result.hint("hint-help",
              {{"command", commands.empty() ? "banxin --help" : fmt::format("banxin {} --help", commands.front()->get_name())}});
  return result;
}

}  // namespace banxin
