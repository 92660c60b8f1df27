#include "text/break_levels.h"

#include "text/locale_rules.h"

namespace banxin {
namespace {

using enum CharacterClass;

constexpr ClassSet pauses_and_stops{pause, full_stop};
constexpr ClassSet exclamations{exclamation, fixed_exclamation};
constexpr ClassSet basic_start = pauses_and_stops | exclamations | ClassSet{colon, closing, connector, middle_dot, solidus, reference};
constexpr ClassSet basic_end{opening, prefix};
constexpr ClassSet all_iterations{iteration, kana_iteration};
constexpr ClassSet sounds{prolonged_sound, small_kana};
constexpr ClassSet two_em{dash, ellipsis};

constexpr LevelRules none_rules{.may_not_start = {}, .may_not_end = {}, .may_start = {}, .stay_with_previous = {}, .free = true};

constexpr LevelRules basic_rules{.may_not_start = basic_start, .may_not_end = basic_end, .may_start = {}, .stay_with_previous = {}};

constexpr LevelRules gb_rules{.may_not_start = basic_start,
                              .may_not_end = basic_end | ClassSet{solidus},
                              .may_start = {},
                              .stay_with_previous = {},
                              .before_ellipsis = 50,
                              .before_dash = 30};

constexpr LevelRules strict_rules{.may_not_start = basic_start | two_em | all_iterations | sounds,
                                  .may_not_end = basic_end | ClassSet{solidus},
                                  .may_start = {},
                                  .stay_with_previous = sounds | ClassSet{ellipsis}};

constexpr LevelRules zh_loose_rules{.may_not_start = pauses_and_stops | ClassSet{closing, connector, solidus, reference},
                                    .may_not_end = basic_end,
                                    .may_start = exclamations | all_iterations | ClassSet{colon, middle_dot},
                                    .stay_with_previous = {}};

constexpr ClassSet ja_start = pauses_and_stops | exclamations | ClassSet{closing, connector, middle_dot, colon, kana_iteration, reference};

constexpr LevelRules ja_very_strict_rules{
    .may_not_start = ja_start | all_iterations | sounds, .may_not_end = basic_end, .may_start = {}, .stay_with_previous = sounds};

constexpr LevelRules ja_strict_rules{
    .may_not_start = ja_start, .may_not_end = basic_end, .may_start = sounds | ClassSet{iteration}, .stay_with_previous = {}};

constexpr LevelRules ja_loose_rules{.may_not_start = pauses_and_stops | exclamations | ClassSet{closing, kana_iteration, reference},
                                    .may_not_end = basic_end,
                                    .may_start = sounds | ClassSet{iteration, connector, middle_dot, colon, suffix},
                                    .stay_with_previous = {},
                                    .splits_ellipses = true};

constexpr LevelRules ja_newspaper_rules{
    .may_not_start = pauses_and_stops | ClassSet{closing, reference},
    .may_not_end = {opening},
    .may_start = exclamations | all_iterations | sounds | two_em | ClassSet{connector, middle_dot, colon, suffix, prefix},
    .stay_with_previous = {},
    .splits_ellipses = true,
    .splits_dashes = true,
    .splits_prefixes = true};

constexpr LevelRules korean_rules{.may_not_start = pauses_and_stops | exclamations | ClassSet{closing, colon, suffix, reference},
                                  .may_not_end = basic_end,
                                  .may_start = {},
                                  .stay_with_previous = {},
                                  .keeps_words = true};

}  // namespace

const LevelRules& level_rules(BreakLevel level) {
  switch (level) {
    case BreakLevel::none:
      return none_rules;
    case BreakLevel::basic:
      return basic_rules;
    case BreakLevel::strict:
      return strict_rules;
    case BreakLevel::ja_very_strict:
      return ja_very_strict_rules;
    case BreakLevel::ja_strict:
      return ja_strict_rules;
    case BreakLevel::ja_loose:
      return ja_loose_rules;
    case BreakLevel::ja_newspaper:
      return ja_newspaper_rules;
    case BreakLevel::zh_loose:
      return zh_loose_rules;
    case BreakLevel::ko:
      return korean_rules;
    case BreakLevel::gb:
    case BreakLevel::automatic:
      break;
  }
  return gb_rules;
}

BreakLevel resolve_level(BreakLevel level, Locale locale, bool narrow) {
  if (level != BreakLevel::automatic) return level;
  return narrow ? locale_rules(locale).narrow : locale_rules(locale).normal;
}

}  // namespace banxin
