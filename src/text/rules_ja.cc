// Japanese (JLREQ 3.1.2, 3.1.5, Table 1, Appendices A and C); the colon counts as a middle dot.
#include "text/locale_rules.h"

namespace banxin {

const LocaleRules& ja_rules() {
  using enum CharacterClass;
  // clang-format off
  static const LocaleRules rules{
      .marks = MarkRules({
          // class             body                stage                     hangs
          {opening,            MarkBody::opening,  ShrinkStage::bracket,     false},
          {closing,            MarkBody::closing,  ShrinkStage::bracket,     false},
          {pause,              MarkBody::stop,     ShrinkStage::pause,       true},
          {full_stop,          MarkBody::stop,     ShrinkStage::full_stop,   true},
          {colon,              MarkBody::centred,  ShrinkStage::middle_dot,  false},
          {exclamation,        MarkBody::solid,    ShrinkStage::none,        false},
          {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot,  false},
          {ideographic_space,  MarkBody::space,    ShrinkStage::none,        false},
      }),
      .normal = BreakLevel::ja_strict,
      .narrow = BreakLevel::ja_loose,
      .loose = BreakLevel::ja_loose,
      .strict = BreakLevel::ja_very_strict,
      .edge_end = EdgeEnd::allow,
      .indent = 1,
      .final_stop_adjustable = false,
      .words = WordJoining::japanese,
  };
  // clang-format on
  return rules;
}

}  // namespace banxin
