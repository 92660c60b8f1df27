// The line under a name (专名号) and under the title of a work (书名号甲式).
#pragma once

#include <cstdint>

namespace banxin {

/// Straight under names of people, places and peoples, wavy under titles of works (CLREQ 3.1.8). In horizontal text it stands below in
/// every language.
struct NameLine {
  enum class Form { none, straight, wavy };
  Form form = Form::none;
  std::uint32_t name = 0;  ///< counts the names of a text: two that touch have each a line of their own
  friend bool operator==(const NameLine&, const NameLine&) = default;
};

}  // namespace banxin
