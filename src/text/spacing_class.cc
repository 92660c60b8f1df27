#include "text/spacing_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "text/locale_rules.h"

namespace banxin {
namespace {

constexpr char32_t geta_mark = 0x3013;
constexpr std::uint32_t letter_mark_or_letter_number = U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK;
constexpr std::uint32_t letter_mark_or_digit = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;

int east_asian_width(char32_t code_point) { return u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH); }

bool in_wide_script(char32_t code_point) {
  static constexpr std::array scripts{USCRIPT_HAN,   USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_BOPOMOFO, USCRIPT_KHITAN_SMALL_SCRIPT,
                                      USCRIPT_NUSHU, USCRIPT_TANGUT,   USCRIPT_YI};
  return std::any_of(scripts.begin(), scripts.end(),
                     [&](UScriptCode script) { return uscript_hasScript(static_cast<UChar32>(code_point), script) != 0; });
}

bool is_east_asian_width(int width) { return width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH || width == U_EA_WIDE; }

bool is_conditional(char32_t code_point) {
  static constexpr std::array<char32_t, 8> excepted{0x22, 0x27, 0x2a, 0x2f, 0xb7, 0x2020, 0x2021, 0x2026};
  return u_charType(static_cast<UChar32>(code_point)) == U_OTHER_PUNCTUATION && !is_east_asian_width(east_asian_width(code_point)) &&
         std::find(excepted.begin(), excepted.end(), code_point) == excepted.end();
}

bool is_wide(char32_t code_point) {
  if (code_point == geta_mark) return true;
  if ((U_GET_GC_MASK(static_cast<UChar32>(code_point)) & letter_mark_or_letter_number) == 0) return false;
  return east_asian_width(code_point) != U_EA_HALFWIDTH && in_wide_script(code_point);
}

}  // namespace

bool is_western_letter_or_digit(char32_t code_point) {
  if (code_point < 0x80) return (code_point >= '0' && code_point <= '9') || ((code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z');
  if ((U_GET_GC_MASK(static_cast<UChar32>(code_point)) & letter_mark_or_digit) == 0) return false;
  return !is_east_asian_width(east_asian_width(code_point)) && !in_wide_script(code_point);
}

SpacingClass spacing_class(char32_t code_point, Locale locale) {
  if (is_western_letter_or_digit(code_point)) return SpacingClass::narrow;
  if (is_wide(code_point)) return SpacingClass::wide;
  return locale_rules(locale).spaces_beside_punctuation && is_conditional(code_point) ? SpacingClass::narrow : SpacingClass::other;
}

}  // namespace banxin
