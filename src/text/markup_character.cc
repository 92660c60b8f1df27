#include "text/markup_character.h"

#include <unicode/uchar.h>

#include <cstdint>

namespace banxin {

namespace {

bool has_category(char32_t code_point, std::uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & mask) != 0; }

}  // namespace

bool is_punctuation_or_symbol(char32_t code_point) { return has_category(code_point, U_GC_P_MASK | U_GC_S_MASK); }

bool is_opening_mark(char32_t code_point) { return has_category(code_point, U_GC_PS_MASK | U_GC_PI_MASK); }

bool is_closing_mark(char32_t code_point) { return has_category(code_point, U_GC_PE_MASK | U_GC_PF_MASK); }

bool is_east_asian(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  const bool wide = width == U_EA_FULLWIDTH || width == U_EA_WIDE || width == U_EA_HALFWIDTH;
  return wide && !u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
}

}  // namespace banxin
