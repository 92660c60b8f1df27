// Completion of command lines for bash, zsh and fish.
#include <fmt/format.h>

#include "cli/command_description.h"
#include "cli/manual_page.h"

namespace banxin {

namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

/// Folders alone are completed for a value that is one.
bool is_folder(const OptionDescription& option) { return option.value == "DIR"; }

/// In single quotes for a shell.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

const std::vector<CommandDescription>& commands() {
  static const std::vector<CommandDescription> all = describe_commands(MessageLanguage::english);
  return all;
}

std::string bash_values(const OptionDescription& option) {
  if (!option.choices.empty()) return fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))", quoted(joined(option.choices)));
  return fmt::format("COMPREPLY=($(compgen {} -- \"$current\"))", is_folder(option) ? "-d" : "-f");
}

/// What zsh does with a value: a message and an action.
std::string zsh_values(const OptionDescription& option) {
  if (!option.choices.empty()) return fmt::format(":{}:({})", option.value, joined(option.choices));
  return fmt::format(":{}:_files{}", option.value, is_folder(option) ? " -/" : "");
}

/// Text of a description within zsh's brackets.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

std::string bash_completion() {
  std::string names, cases, values;
  for (const CommandDescription& command : commands()) {
    names += (names.empty() ? "" : " ") + command.name;
    std::string options, words;
    for (const OptionDescription& option : command.options) {
      options += (options.empty() || option.names.empty() ? "" : " ") + joined(option.names);
      if (option.names.empty()) words += joined(option.choices);
      if (option.value.empty()) continue;
      for (const std::string& name : option.names)
        values += fmt::format("    {}:{}) {}; return ;;\n", command.name, name, bash_values(option));
    }
    cases += fmt::format("    {}) options={} words={} ;;\n", command.name, quoted(options), quoted(words));
  }
  return fmt::format(
      "# bash completion of banxin, made from its options.\n"
      "_banxin() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} command=${{COMP_WORDS[1]}} options= words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W {} -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case $command:${{COMP_WORDS[COMP_CWORD - 1]}} in\n{}"
      "  esac\n"
      "  case $command in\n{}"
      "  esac\n"
      "  case $current in\n"
      "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\")) ;;\n"
      "    *) COMPREPLY=($(compgen -W \"$words\" -- \"$current\") $(compgen -f -- \"$current\")) ;;\n"
      "  esac\n"
      "}}\n"
      "complete -o filenames -F _banxin banxin\n",
      quoted(names + " --help --version"), values, cases);
}

std::string zsh_completion() {
  std::string names, cases;
  for (const CommandDescription& command : commands()) {
    names += fmt::format("    {}\n", quoted(command.name + ":" + command.help));
    std::string arguments;
    for (const OptionDescription& option : command.options) {
      const std::string values = option.value.empty() ? "" : zsh_values(option);
      if (option.names.empty()) arguments += fmt::format(" \\\n        {}", quoted("*" + values));
      for (const std::string& name : option.names)
        arguments += fmt::format(" \\\n        {}", quoted(fmt::format("{}[{}]{}", name, zsh_text(option.help), values)));
    }
    cases += fmt::format("    {})\n      _arguments{}\n      ;;\n", command.name, arguments);
  }
  return fmt::format(
      "#compdef banxin\n"
      "# zsh completion of banxin, made from its options.\n"
      "_banxin() {{\n"
      "  local -a commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n{}"
      "  esac\n"
      "}}\n"
      "_banxin \"$@\"\n",
      names, cases);
}

std::string fish_completion() {
  std::string result = "# fish completion of banxin, made from its options.\n";
  for (const CommandDescription& command : commands()) {
    result += fmt::format("complete -c banxin -n __fish_use_subcommand -f -a {} -d {}\n", command.name, quoted(command.help));
    for (const OptionDescription& option : command.options) {
      std::string line = fmt::format("complete -c banxin -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : option.names) line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) {
        line += fmt::format(" -{} -a {}", option.names.empty() ? "f" : "x", quoted(joined(option.choices)));
      } else if (option.names.empty()) {
        continue;
      } else if (!option.value.empty()) {
        line += " -r";
      }
      result += fmt::format("{} -d {}\n", line, quoted(option.help));
    }
  }
  return result;
}

}  // namespace banxin
