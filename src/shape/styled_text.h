// A paragraph's characters with the type they are set in: what shaping and line composition read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "base/source.h"
#include "colour/colour.h"
#include "font/font.h"
#include "text/name_line.h"

namespace banxin {

/// The type of a stretch of characters.
struct CharacterStyle {
  FontRole role = FontRole::song;
  int weight = 400;
  Length size;
  std::string language = "zh-Hans";
  Length tracking;        ///< added after every East Asian character but the last of a line
  Length baseline_shift;  ///< upwards, for super- and subscripts
  Colour colour = Colour::black();
  bool emphasis_dots = false;
  NameLine name_line;
  bool marked = false;
  bool told_as_one = false;  ///< letterspaced: with its neighbours that are so too, one text to whoever copies or hears it
  std::string link;
  std::string note;  ///< of the mark of a footnote: what its author calls it
  friend bool operator==(const CharacterStyle&, const CharacterStyle&) = default;
};

struct StyledRun {
  std::uint32_t begin = 0, end = 0;  ///< bytes of the text
  CharacterStyle style;
};

/// The runs cover the text without gaps, in order.
struct StyledText {
  SourceText text;
  std::vector<StyledRun> runs;

  /// Index of the run that a byte belongs to; the end of the text belongs to the last run. There must be a run.
  std::size_t run_at(std::uint32_t offset) const;
  const CharacterStyle& style_at(std::uint32_t offset) const;
};

}  // namespace banxin
