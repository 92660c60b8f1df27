// Korean: pauses and stops are Western; full-width ones that do occur are set as in Japanese (KLREQ 3.1).
#include "text/locale_rules.h"

namespace banxin {

const LocaleRules& ko_rules() {
  using enum CharacterClass;
  // clang-format off
  static const LocaleRules rules{
      .marks = MarkRules({
          // class             body                stage
          {opening,            MarkBody::opening,  ShrinkStage::bracket},
          {closing,            MarkBody::closing,  ShrinkStage::bracket},
          {pause,              MarkBody::stop,     ShrinkStage::pause},
          {full_stop,          MarkBody::stop,     ShrinkStage::full_stop},
          {colon,              MarkBody::centred,  ShrinkStage::middle_dot},
          {exclamation,        MarkBody::solid,    ShrinkStage::none},
          {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot},
          {ideographic_space,  MarkBody::space,    ShrinkStage::none},
      }),
      .normal = BreakLevel::ko,
      .narrow = BreakLevel::ko,
      .loose = BreakLevel::ko,
      .strict = BreakLevel::ko,
      // Spaces part the words; a mark with a blank of its own would part a particle from its noun.
      .width = PunctuationWidth::banjiao,
      .indent = 1,
      .full_width_quotes = false,
      .words = WordJoining::western,
  };
  // clang-format on
  return rules;
}

}  // namespace banxin
