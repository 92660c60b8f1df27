// The levels of prohibition rules: which classes begin or end no line (CLREQ 3.1.4, JLREQ 3.1.7 and Appendix C, KLREQ).
#pragma once

#include "text/character_class.h"

namespace banxin {

/// A level as data. What UAX #14 forbids stays forbidden unless a row says otherwise.
struct LevelRules {
  ClassSet may_not_start, may_not_end;
  ClassSet may_start;            ///< even where UAX #14 has no break
  ClassSet stay_with_previous;   ///< small kana and sound marks, or ellipses, that UAX #14 lets an implementation tie or free
  bool free = false;             ///< nothing but inseparable units and Western punctuation is heeded
  bool splits_ellipses = false;  ///< between the two halves of ……
  bool splits_dashes = false;
  bool splits_prefixes = false;              ///< between ￥ and its numeral
  bool keeps_words = false;                  ///< breaks at spaces only
  int before_ellipsis = 0, before_dash = 0;  ///< penalties
};

const LevelRules& level_rules(BreakLevel level);

/// The level that `automatic` stands for; any other stands for itself. `narrow`: the measure is 12 em or less.
BreakLevel resolve_level(BreakLevel level, Locale locale, bool narrow);

}  // namespace banxin
