// Marks of Japanese (JLREQ 3.1.2, Table 1 and Appendix A); the colon counts as a middle dot.
#include "text/locale_rules.h"

namespace banxin {

const std::vector<MarkRule>& ja_marks() {
  using enum CharacterClass;
  // clang-format off
  static const std::vector<MarkRule> marks{
      // class             body                stage                     hangs
      {opening,            MarkBody::opening,  ShrinkStage::bracket,     false},
      {closing,            MarkBody::closing,  ShrinkStage::bracket,     false},
      {pause,              MarkBody::stop,     ShrinkStage::pause,       true},
      {full_stop,          MarkBody::stop,     ShrinkStage::full_stop,   true},
      {colon,              MarkBody::centred,  ShrinkStage::middle_dot,  false},
      {exclamation,        MarkBody::solid,    ShrinkStage::none,        false},
      {middle_dot,         MarkBody::centred,  ShrinkStage::middle_dot,  false},
      {ideographic_space,  MarkBody::space,    ShrinkStage::none,        false},
  };
  // clang-format on
  return marks;
}

}  // namespace banxin
