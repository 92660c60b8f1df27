// The manual page and what shells complete, made from the commands and their options.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace banxin {

/// banxin(1), for man.
std::string manual_page(MessageLanguage language);
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace banxin
