// The manual of style keys as Markdown, from the tables that styles are read by.
#pragma once

#include <string>

namespace banxin {

/// What docs/style.md holds: every key, what it takes, its default, and what it does in English and Chinese.
std::string style_manual();

}  // namespace banxin
