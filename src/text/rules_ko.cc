// Marks of Korean: pauses and stops are Western; full-width ones that do occur are set as in Japanese (KLREQ 3.1).
#include "text/locale_rules.h"

namespace banxin {

const std::vector<MarkRule>& ko_marks() {
  using enum CharacterClass;
  // clang-format off
  static const std::vector<MarkRule> marks{
      // class             body                stage
      {opening,            MarkBody::opening,  ShrinkStage::bracket},
      {closing,            MarkBody::closing,  ShrinkStage::bracket},
      {pause,              MarkBody::stop,     ShrinkStage::pause},
      {full_stop,          MarkBody::stop,     ShrinkStage::full_stop},
      {colon,              MarkBody::centred,  ShrinkStage::middle_dot},
      {exclamation,        MarkBody::solid,    ShrinkStage::none},
      {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot},
      {ideographic_space,  MarkBody::space,    ShrinkStage::none},
  };
  // clang-format on
  return marks;
}

}  // namespace banxin
