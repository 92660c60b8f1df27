// Taiwan and Hong Kong: pauses and stops stand in the middle of their em, and none hangs in horizontal text (CLREQ 3.1.2, 3.1.6).
#include "text/locale_rules.h"

namespace banxin {

const LocaleRules& zh_hant_rules() {
  using enum CharacterClass;
  // clang-format off
  static const LocaleRules rules{
      .marks = MarkRules({
          // class             body                stage
          {opening,            MarkBody::opening,  ShrinkStage::bracket},
          {closing,            MarkBody::closing,  ShrinkStage::bracket},
          {pause,              MarkBody::centred,  ShrinkStage::pause},
          {full_stop,          MarkBody::centred,  ShrinkStage::full_stop},
          {colon,              MarkBody::centred,  ShrinkStage::pause},
          {exclamation,        MarkBody::solid,    ShrinkStage::none},
          {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot},
          {ideographic_space,  MarkBody::space,    ShrinkStage::none},
      }),
      .normal = BreakLevel::gb,
      .narrow = BreakLevel::zh_loose,
      .loose = BreakLevel::zh_loose,
      .strict = BreakLevel::strict,
      .edge_start = EdgeStart::keep,
      .edge_end = EdgeEnd::allow,
      .edge_first = 500,
      .spaces_beside_punctuation = true,
  };
  // clang-format on
  return rules;
}

}  // namespace banxin
