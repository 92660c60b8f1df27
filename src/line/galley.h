// Composed text: a paragraph as finished lines, not yet on a page.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/length.h"
#include "line/paragraph_shape.h"
#include "shape/cluster.h"
#include "shape/styled_text.h"
#include "text/composition_options.h"

namespace banxin {

/// A cluster with its place on the line.
struct PlacedCluster {
  std::uint32_t cluster = 0;  ///< of the paragraph's ShapedText
  Length x;                   ///< of the glyph origin, from the start of the line's measure (negative for a trimmed opening mark)
};

/// How a line came out, for `why` and for tests.
struct LineReport {
  Length natural;     ///< width before adjustment, indent and edges included, a hung mark left out
  Length adjustment;  ///< what its gaps gained (nothing on a last line); negative: gave
  double badness = 0;
  int deepest_stage = 0;  ///< 0 none, 1…7 = S1…S7, -1…-4 = E1…E4
  bool overfull = false;
};

struct Line {
  std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of the paragraph, the blanks dropped at the break included
  std::vector<PlacedCluster> clusters;         ///< in logical order; dropped blanks left out
  std::vector<Glyph> hyphen;                   ///< drawn at the end when the break falls inside a word, else empty
  Length hyphen_x;
  Length ink_start, ink_end;  ///< from the start of the measure, half blanks of marks and a hung mark left out
  Length end_blank;           ///< blank that the edge rule keeps after `ink_end`
  Length hung;                ///< how far a hung mark stands out beyond `ink_end`
  bool last = false;          ///< of the paragraph (or before a forced break)
  LineReport report;
};

/// The lines of a galley, which copies of it share.
class GalleyLines {
 public:
  GalleyLines() = default;
  GalleyLines(std::vector<Line> lines) : lines_(std::make_shared<const std::vector<Line>>(std::move(lines))) {}  // NOLINT: reads as one

  std::vector<Line>::const_iterator begin() const { return all().begin(); }
  std::vector<Line>::const_iterator end() const { return all().end(); }
  const Line& operator[](std::size_t index) const { return all()[index]; }
  const Line& at(std::size_t index) const { return all().at(index); }
  const Line& front() const { return all().front(); }
  const Line& back() const { return all().back(); }
  std::size_t size() const { return all().size(); }
  bool empty() const { return all().empty(); }

 private:
  const std::vector<Line>& all() const {
    static const std::vector<Line> none;
    return lines_ ? *lines_ : none;
  }

  std::shared_ptr<const std::vector<Line>> lines_;
};

/// What a paragraph was composed by, so that its lines can be explained.
struct ParagraphRules {
  CompositionOptions options;
  ParagraphShape shape;
};

/// A composed paragraph: its lines and the text and glyphs they point into. Immutable and shared once made.
struct Galley {
  std::shared_ptr<const StyledText> text;
  std::shared_ptr<const ShapedText> shaped;
  Length measure;
  GalleyLines lines;
  std::optional<ParagraphRules> rules;  ///< nothing for display lines, which are broken by sense

  /// The width that a line, from 0, is set in.
  Length measure_of(std::size_t line) const { return rules && line < rules->shape.measures.size() ? rules->shape.measures[line] : measure; }

  /// How far the line that reaches farthest does, from where the lines begin.
  Length widest_line() const {
    Length widest;
    for (const Line& line : lines) widest = std::max(widest, line.ink_end);
    return widest;
  }
};

}  // namespace banxin
