// What the languages do differently with full-width punctuation: where a mark's ink stands, which of its blanks may shrink, and when.
#pragma once

#include <cstdint>
#include <vector>

#include "text/character_class.h"

namespace banxin {

/// How a mark stands in its em: half of it is ink, the rest blank on one side or a quarter on both (CLREQ 3.1.6, JLREQ 3.1.2).
enum class MarkBody : std::uint8_t {
  solid,    ///< no blanks: ideographs, and marks that are always as wide as they are
  opening,  ///< half an em before the ink
  closing,  ///< half an em after the ink of a closing bracket
  stop,     ///< half an em after the ink of a pause, stop, colon or exclamation mark
  centred,  ///< a quarter before and after the ink
  half,     ///< centred ink in a body of half an em that never changes
  space,    ///< the ideographic space
};
inline constexpr int mark_body_count = static_cast<int>(MarkBody::space) + 1;

/// The stages in which blanks shrink, in order; `none` is rigid. The numbers are those of LineReport.
enum class ShrinkStage : std::uint8_t {
  none = 0,
  line_end = 1,
  word_space = 2,
  middle_dot = 3,
  bracket = 4,
  pause = 5,
  autospace = 6,
  full_stop = 7
};
/// The stages in which gaps stretch, in order.
enum class StretchStage : std::uint8_t { none = 0, word_space = 1, autospace = 2, gap = 3, unlimited = 4 };

/// One row of a locale's table: the marks of a class.
struct MarkRule {
  CharacterClass character_class;
  MarkBody body;
  ShrinkStage stage;
  bool may_hang = false;  ///< outside the measure, in horizontal text
};

/// A locale's table, by class. Classes without a row are solid.
class MarkRules {
 public:
  explicit MarkRules(const std::vector<MarkRule>& rows);
  const MarkRule& of(CharacterClass c) const { return rules_[static_cast<int>(c)]; }

 private:
  MarkRule rules_[character_class_count];
};

/// How the words of headlines are told apart and joined. Western also means that lines end at blanks alone.
enum class WordJoining : std::uint8_t { chinese, japanese, western };

/// All that a locale does its own way: one table for each, in a file of its own (rules_*.cc).
struct LocaleRules {
  MarkRules marks;
  BreakLevel normal, narrow, loose, strict;  ///< levels by CSS's names; `narrow`: `auto` on measures up to 12 em
  EdgeStart edge_start = EdgeStart::trim;
  EdgeEnd edge_end = EdgeEnd::trim;
  PunctuationWidth width = PunctuationWidth::quanjiao;
  int indent = 2;                          ///< ems before a paragraph's first character
  int edge_first = 0;                      ///< as CompositionOptions
  bool final_stop_adjustable = true;       ///< stage S7
  bool spaces_beside_punctuation = false;  ///< autospace between an ideograph and % or & too (UTR #59)
  bool full_width_quotes = true;           ///< curly quotes beside East Asian text are an em wide
  WordJoining words = WordJoining::chinese;
};

const LocaleRules& locale_rules(Locale locale);

const LocaleRules& zh_hans_rules();
const LocaleRules& zh_hant_rules();
const LocaleRules& ja_rules();
const LocaleRules& ko_rules();
/// Text in languages that are not East Asian: as Mainland China, with Western quotes.
const LocaleRules& other_rules();

/// Gaps after or before these never stretch (JLREQ 3.1.11, CLREQ 3.6.4).
inline constexpr ClassSet no_stretch_after{CharacterClass::opening, CharacterClass::western_opening, CharacterClass::connector,
                                           CharacterClass::solidus, CharacterClass::ideographic_space};
inline constexpr ClassSet no_stretch_before{CharacterClass::closing,
                                            CharacterClass::pause,
                                            CharacterClass::full_stop,
                                            CharacterClass::colon,
                                            CharacterClass::exclamation,
                                            CharacterClass::fixed_exclamation,
                                            CharacterClass::middle_dot,
                                            CharacterClass::western_closing,
                                            CharacterClass::connector,
                                            CharacterClass::solidus,
                                            CharacterClass::ideographic_space,
                                            CharacterClass::reference,
                                            CharacterClass::space};

/// Which of the blanks that face each other stay between two marks.
enum class JunctionBlank : std::uint8_t { none, before, after, larger, both };
/// By the style of punctuation width (CLREQ 3.1.6.2, JLREQ Table 1, CSS Text 4 text-spacing-trim).
JunctionBlank junction_blank(PunctuationWidth width, MarkBody before, MarkBody after);
/// Whether the style lets marks of the class keep blanks at all.
bool keeps_blanks(PunctuationWidth width, CharacterClass c);
/// Whether the style sets marks closer together, and lets their blanks shrink.
bool compresses(PunctuationWidth width);

}  // namespace banxin
