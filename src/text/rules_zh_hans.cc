// Marks of Mainland China (CLREQ 3.1.2, 3.1.6, 3.6.3; GB/T 15834-2011).
#include "text/locale_rules.h"

namespace banxin {

const std::vector<MarkRule>& zh_hans_marks() {
  using enum CharacterClass;
  // clang-format off
  static const std::vector<MarkRule> marks{
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
  };
  // clang-format on
  return marks;
}

}  // namespace banxin
