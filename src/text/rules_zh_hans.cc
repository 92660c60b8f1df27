// Mainland China (CLREQ 3.1.2, 3.1.4, 3.1.6, 3.6.3; GB/T 15834-2011).
#include "text/locale_rules.h"

namespace banxin {

const LocaleRules& zh_hans_rules() {
  using enum CharacterClass;
  // clang-format off
  static const LocaleRules rules{
      .marks = MarkRules({
          // class             body                stage                    hangs
          {opening,            MarkBody::opening,  ShrinkStage::bracket,    false},
          {closing,            MarkBody::closing,  ShrinkStage::bracket,    false},
          {pause,              MarkBody::stop,     ShrinkStage::pause,      true},
          {full_stop,          MarkBody::stop,     ShrinkStage::full_stop,  true},
          {colon,              MarkBody::stop,     ShrinkStage::pause,      false},
          {exclamation,        MarkBody::stop,     ShrinkStage::full_stop,  false},
          {middle_dot,         MarkBody::half,     ShrinkStage::none,       false},
          {solidus,            MarkBody::half,     ShrinkStage::none,       false},
          {ideographic_space,  MarkBody::space,    ShrinkStage::none,       false},
      }),
      .normal = BreakLevel::gb,
      .narrow = BreakLevel::zh_loose,
      .loose = BreakLevel::zh_loose,
      .strict = BreakLevel::strict,
      .spaces_beside_punctuation = true,
  };
  // clang-format on
  return rules;
}

const LocaleRules& other_rules() {
  static const LocaleRules rules = [] {
    LocaleRules western = zh_hans_rules();
    western.narrow = western.normal;
    western.spaces_beside_punctuation = western.full_width_quotes = false;
    western.words = WordJoining::western;
    return western;
  }();
  return rules;
}

}  // namespace banxin
