// The commands and their options as data: the manual page and the completion of shells are made from them.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace banxin {

struct OptionDescription {
  std::vector<std::string> names;  ///< `-o`, `--output`; none: an argument by its place
  std::string value;               ///< what its value is called (`FILE`), or the argument; empty: a flag
  std::string help;
  std::vector<std::string> choices;  ///< the values it takes, when they are few words
};

struct CommandDescription {
  std::string name, help, example;
  std::vector<OptionDescription> options;  ///< arguments first
};

/// Every command, in the order of the help.
std::vector<CommandDescription> describe_commands(MessageLanguage language);

}  // namespace banxin
