#include "line/line_fit.h"

#include <algorithm>
#include <cmath>

namespace banxin {
namespace {

constexpr int first_tight_stage = 5;
constexpr double unlimited_base = 100, unlimited_factor = 400, unlimited_unit = 0.25;

double part(Length used, Length capacity) { return static_cast<double>(used.raw()) / static_cast<double>(capacity.raw()); }

/// A stage used in part.
double stage_badness(int weight, double used, int growth = 3) {
  double grown = used;
  for (int i = 1; i < growth; ++i) grown *= used;
  return weight / 1000.0 * whole_stage_badness * grown;
}

/// With every stage that shrinks used up.
Length least_gaps(const Totals& totals) {
  Length width = totals.gaps;
  for (const Length shrink : totals.shrink) width -= shrink;
  return width;
}

double weight_of_gaps(const CompositionWeights& weights) { return weights.open.back() / 1000.0; }

}  // namespace

double unlimited_badness(const CompositionWeights& weights, double extra) {
  const double part = extra / unlimited_unit;
  return weight_of_gaps(weights) * (unlimited_base + unlimited_factor * part * part);
}

double unlimited_extra(const CompositionWeights& weights, double badness) {
  return unlimited_unit * std::sqrt(std::max(badness / weight_of_gaps(weights) - unlimited_base, 0.0) / unlimited_factor);
}

LineFit LineFitter::fit(std::uint32_t begin, std::uint32_t end, Length room, LineAllowance allowance) const {
  LineFit line;
  measure(line, begin, end, room, allowance);
  const Length need = room - line.natural;
  if (need < Length()) {
    if (allowance.shrink) {
      shrink(line, begin, end, -need);
    } else {
      line.overfull = true;
    }
  } else if (need > Length() && allowance.stretch) {
    stretch(line, begin, end, need);
  }
  return line;
}

Length LineFitter::least_from(std::uint32_t begin) const {
  const Length blank = begin == 0 ? items_.boxes[0].first_blank : items_.boxes[begin].start_blank;
  return items_.totals[begin].bodies + least_gaps(items_.totals[begin + 1]) - blank;
}

/// What the end keeps and a mark that may hang do not count.
Length LineFitter::least_to(std::uint32_t end) const {
  const Length hung = options_.hang == Hanging::off ? Length() : items_.boxes[end - 1].body;
  return items_.totals[end].bodies + least_gaps(items_.totals[end]) - hung;
}

/// Applies the edges (CLREQ 3.1.6, S1 of 3.6.3) and hanging (CLREQ 3.1.7, JLREQ 3.8.2).
void LineFitter::measure(LineFit& line, std::uint32_t begin, std::uint32_t end, Length room, LineAllowance allowance) const {
  const Box& last = items_.boxes[end - 1];
  line.start_blank = allowance.first ? items_.boxes[begin].first_blank : items_.boxes[begin].start_blank;
  line.end_blank = last.end_rigid + last.end_removable;
  const Length content = line.start_blank + items_.width(begin, end) + allowance.hyphen;
  const bool may_hang = last.hangs && end - begin > 1;
  if (may_hang && options_.hang == Hanging::force_end) {
    line.hangs = true;
  } else if (content + line.end_blank > room && last.end_removable > Length()) {
    line.end_blank = last.end_rigid;
    line.deepest_stage = 1;
  }
  if (may_hang && content + line.end_blank > room) line.hangs = true;
  if (line.hangs) line.end_blank = Length();
  line.natural = content + line.end_blank;
  if (line.hangs) line.natural -= last.body + items_.gaps[end - 1].natural;
}

void LineFitter::shrink(LineFit& line, std::uint32_t begin, std::uint32_t end, Length need) const {
  line.adjustment = -need;
  const Totals &from = items_.totals[begin + 1], &to = items_.totals[end];
  for (int stage = 0; stage < shrink_stage_count && need > Length(); ++stage) {
    const Length capacity = to.shrink[stage] - from.shrink[stage];
    if (capacity <= Length()) continue;
    const Length used = std::min(need, capacity);
    line.badness += stage_badness(options_.weights.squeeze[stage], part(used, capacity));
    line.deepest_stage = first_shrink_stage + stage;
    need -= used;
  }
  line.tight = line.deepest_stage >= first_tight_stage;
  line.overfull = need > Length();
}

void LineFitter::stretch(LineFit& line, std::uint32_t begin, std::uint32_t end, Length need) const {
  line.adjustment = need;
  const Totals &from = items_.totals[begin + 1], &to = items_.totals[end];
  for (int stage = 0; stage < stretch_stage_count && need > Length(); ++stage) {
    const Length capacity = to.stretch[stage] - from.stretch[stage];
    if (capacity <= Length()) continue;
    const Length used = std::min(need, capacity);
    const double filled = part(used, capacity);
    const bool between_characters = stage + 1 == stretch_stage_count;
    const CompositionWeights& weights = options_.weights;
    line.badness +=
        between_characters ? stage_badness(weights.open[stage], filled, weights.growth) : stage_badness(weights.open[stage], filled);
    line.deepest_stage = -(stage + 1);
    line.loose = between_characters && filled > 0.5;
    need -= used;
  }
  if (need <= Length()) return;
  Length ems = to.gap_ems - from.gap_ems;
  if (ems == Length()) ems = to.other_ems - from.other_ems;
  if (ems == Length()) {  // nothing to stretch: the line stays short, at the cost of one gap as wide
    ems = items_.boxes[begin].em;
    line.adjustment -= need;
    line.falls_short = true;
  } else {
    line.deepest_stage = -static_cast<int>(StretchStage::unlimited);
  }
  line.badness += unlimited_badness(options_.weights, part(need, ems));
  line.loose = true;
}

}  // namespace banxin
