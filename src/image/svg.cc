#include "image/svg.h"

#include <algorithm>

namespace banxin {

bool is_svg(std::string_view bytes) {
  constexpr std::size_t longest_prologue = 64u << 10;  // drawing programs put licences there
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf", blanks = " \t\r\n";
  bytes = bytes.substr(0, longest_prologue);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  while (true) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
    if (bytes.starts_with("<svg")) return true;
    const bool comment = bytes.starts_with("<!--");
    if (!comment && !bytes.starts_with("<?") && !bytes.starts_with("<!DOCTYPE svg")) return false;
    const std::string_view end = comment ? "-->" : ">";
    const std::size_t found = bytes.find(end);
    if (found == std::string_view::npos) return false;
    bytes.remove_prefix(found + end.size());
  }
}

}  // namespace banxin
