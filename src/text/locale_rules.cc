#include "text/locale_rules.h"

namespace banxin {
namespace {

using Junctions = JunctionBlank[mark_body_count][mark_body_count];

constexpr JunctionBlank none = JunctionBlank::none, front = JunctionBlank::before, back = JunctionBlank::after,
                        more = JunctionBlank::larger, both = JunctionBlank::both;

// clang-format off
// Row: the mark before; column: the mark after. `front` keeps the blank of the mark before, `back` that of the mark after, `more` the larger.
// JLREQ gives a stop before a middle dot three quarters of an em; JIS and we give the dot's own quarter.
constexpr Junctions compressed{
    //            solid  opening closing stop   centred half   space
    /* solid   */ {none,  back,   none,   none,  back,   none,  none},
    /* opening */ {none,  none,   none,   none,  back,   none,  none},
    /* closing */ {front, more,   none,   none,  back,   front, none},
    /* stop    */ {front, more,   none,   none,  back,   front, front},
    /* centred */ {front, front,  front,  front, both,   front, front},
    /* half    */ {none,  back,   none,   none,  back,   none,  none},
    /* space   */ {none,  none,   none,   none,  back,   none,  none},
};

// 开明式: only sentence ends have blanks at all (see keeps_blanks), and lose them before another mark that closes.
constexpr Junctions kaiming{
    //            solid  opening closing stop   centred half   space
    /* solid   */ {both,  both,   both,   both,  both,   both,  both},
    /* opening */ {both,  both,   both,   both,  both,   both,  both},
    /* closing */ {both,  both,   both,   both,  both,   both,  both},
    /* stop    */ {both,  both,   none,   none,  none,   both,  both},
    /* centred */ {both,  both,   none,   none,  none,   both,  both},
    /* half    */ {both,  both,   both,   both,  both,   both,  both},
    /* space   */ {both,  both,   both,   both,  both,   both,  both},
};
// clang-format on

}  // namespace

MarkRules::MarkRules(const std::vector<MarkRule>& rows) {
  for (int i = 0; i < character_class_count; ++i) rules_[i] = {static_cast<CharacterClass>(i), MarkBody::solid, ShrinkStage::none};
  for (const MarkRule& row : rows) rules_[static_cast<int>(row.character_class)] = row;
}

const LocaleRules& locale_rules(Locale locale) {
  switch (locale) {
    case Locale::zh_hans:
      return zh_hans_rules();
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      return zh_hant_rules();
    case Locale::ja:
      return ja_rules();
    case Locale::ko:
      return ko_rules();
    case Locale::other:
      break;
  }
  return other_rules();
}

JunctionBlank junction_blank(PunctuationWidth width, MarkBody before, MarkBody after) {
  const auto row = static_cast<int>(before), column = static_cast<int>(after);
  switch (width) {
    case PunctuationWidth::quanjiao:
    case PunctuationWidth::jis:
      return compressed[row][column];
    case PunctuationWidth::kaiming:
      return kaiming[row][column];
    case PunctuationWidth::banjiao:
      return JunctionBlank::none;
    case PunctuationWidth::hangmobanjiao:
    case PunctuationWidth::plain:
      break;
  }
  return JunctionBlank::both;
}

bool keeps_blanks(PunctuationWidth width, CharacterClass c) {
  if (width == PunctuationWidth::banjiao) return false;
  return width != PunctuationWidth::kaiming || c == CharacterClass::full_stop || c == CharacterClass::exclamation;
}

bool compresses(PunctuationWidth width) { return width != PunctuationWidth::hangmobanjiao && width != PunctuationWidth::plain; }

}  // namespace banxin
