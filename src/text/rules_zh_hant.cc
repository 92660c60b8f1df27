// Marks of Taiwan and Hong Kong: pauses and stops stand in the middle of their em, and none hangs in horizontal text (CLREQ 3.1.2, 3.1.6).
#include "text/locale_rules.h"

namespace banxin {

const std::vector<MarkRule>& zh_hant_marks() {
  using enum CharacterClass;
  // clang-format off
  static const std::vector<MarkRule> marks{
      // class             body                stage
      {opening,            MarkBody::opening,  ShrinkStage::bracket},
      {closing,            MarkBody::closing,  ShrinkStage::bracket},
      {pause,              MarkBody::centred,  ShrinkStage::pause},
      {full_stop,          MarkBody::centred,  ShrinkStage::full_stop},
      {colon,              MarkBody::centred,  ShrinkStage::pause},
      {exclamation,        MarkBody::solid,    ShrinkStage::none},
      {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot},
      {ideographic_space,  MarkBody::space,    ShrinkStage::none},
  };
  // clang-format on
  return marks;
}

}  // namespace banxin
