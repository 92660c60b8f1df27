// How well a stretch of a paragraph fits a line: the stages it uses up and what that costs (CLREQ 3.6, JLREQ 3.8).
#pragma once

#include "line/items.h"

namespace banxin {

/// A stretch of boxes as a line.
struct LineFit {
  Length start_blank, end_blank;  ///< kept at the edges
  Length natural;                 ///< width with them, before adjustment; a hung mark counts nothing
  Length adjustment;              ///< to be spread over the gaps; negative: to be taken from them
  double badness = 0;
  int deepest_stage = 0;  ///< as LineReport
  bool hangs = false;
  bool overfull = false;     ///< even with every stage used up
  bool falls_short = false;  ///< nothing in it can stretch
  bool tight = false;        ///< shrunk in S5 or later
  bool loose = false;        ///< stretched by more than half of E3
};

/// What a line may do to fit.
struct LineAllowance {
  bool first = false;   ///< it begins the paragraph
  bool stretch = true;  ///< the last line never does
  bool shrink = true;
  Length hyphen = {};  ///< width of a hyphen drawn behind it
};

/// What a stage of weight 1 costs when it is used up.
inline constexpr double whole_stage_badness = 100;
/// What the unlimited stage adds for so much of an em more in every gap, and, the other way round, the most that a badness leaves for it.
double unlimited_badness(const CompositionWeights& weights, double extra);
double unlimited_extra(const CompositionWeights& weights, double badness);

/// Fits stretches of one paragraph to lines, in constant time each.
class LineFitter {
 public:
  LineFitter(const ParagraphItems& items, const CompositionOptions& options) : items_(items), options_(options) {}

  /// The line of boxes [begin, end) in `room` (the measure less the indent). begin < end.
  LineFit fit(std::uint32_t begin, std::uint32_t end, Length room, LineAllowance allowance) const;

  /// No line of boxes [begin, end), however much it shrinks, is narrower than least_to(end) - least_from(begin), which only grows with
  /// every box. end > 0.
  Length least_from(std::uint32_t begin) const;
  Length least_to(std::uint32_t end) const;
  /// Whether no line from `begin` to box `end` or beyond can fit.
  bool is_beyond(std::uint32_t begin, std::uint32_t end, Length room) const { return least_to(end) - least_from(begin) > room; }

 private:
  void measure(LineFit& line, std::uint32_t begin, std::uint32_t end, Length room, LineAllowance allowance) const;
  void shrink(LineFit& line, std::uint32_t begin, std::uint32_t end, Length need) const;
  void stretch(LineFit& line, std::uint32_t begin, std::uint32_t end, Length need) const;

  const ParagraphItems& items_;
  const CompositionOptions& options_;
};

}  // namespace banxin
