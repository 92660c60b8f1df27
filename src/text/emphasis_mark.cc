#include "text/emphasis_mark.h"

#include <unicode/uchar.h>

#include <string_view>

namespace banxin {

bool carries_emphasis_mark(char32_t code_point) {
  static constexpr std::u32string_view signs_read_as_words = U"#%‰&＃％＆@＠§¶";
  if (signs_read_as_words.find(code_point) != std::u32string_view::npos) return true;
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_C_MASK)) == 0;
}

}  // namespace banxin
