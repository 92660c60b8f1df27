// The optimum is compared with the result of trying every way to break a short paragraph.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>

#include "line/line_breaker.h"
#include "text/break_levels.h"
#include "unit/line/random_text.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10240);  // 10 pt

/// Demerits of whole ways to break, from the definition: no pruning, no bounds.
class Exhaustive {
 public:
  Exhaustive(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms)
      : items_(items), options_(options), rooms_(rooms), fitter_(items, options) {}

  static int class_of(const LineFit& fit) { return fit.tight ? 1 : fit.loose ? 2 : 0; }

  double line_demerits(const LineFit& fit, const BreakPoint* from, const BreakPoint& to, bool last) const {
    double demerits = (10 + fit.badness) * (10 + fit.badness);
    if (!last && to.penalty > 0) demerits += static_cast<double>(to.penalty) * to.penalty;
    if (!last && to.penalty < 0) demerits -= static_cast<double>(to.penalty) * to.penalty;
    if (!last && to.hyphen && from != nullptr && from->hyphen) demerits += 5000;
    const std::uint32_t begin = from == nullptr ? 0 : from->box;
    const int count = items_.totals[to.content_end].characters - items_.totals[begin].characters;
    if (last && from != nullptr && count < options_.min_last) demerits += rooms_.measure < 12 * em ? 1500.0 * 1500 : 3000.0 * 3000;
    return demerits;
  }

  static double neighbour_demerits(int before, int after) {
    return before + after == 3 && before != after && before * after == 2 ? 400 : 0;
  }

  /// The least demerits from a break (or the beginning) to the end, after a line of a class.
  double best(const BreakPoint* from, std::size_t next, int class_before) {
    const auto key = std::make_pair(next, class_before);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    double least = std::numeric_limits<double>::infinity();
    const std::uint32_t begin = from == nullptr ? 0 : from->box;
    for (std::size_t i = next; i < items_.breaks.size(); ++i) {
      const BreakPoint& to = items_.breaks[i];
      if (to.content_end <= begin) continue;
      const bool last = i + 1 == items_.breaks.size();
      const LineFit fit =
          fitter_.fit(begin, to.content_end, rooms_.room_of(from == nullptr ? 0 : 1), {.first = from == nullptr, .stretch = !last});
      if (fit.overfull) continue;
      const double here = line_demerits(fit, from, to, last) + neighbour_demerits(class_before, class_of(fit));
      least = std::min(least, here + (last ? 0 : best(&to, i + 1, class_of(fit))));
    }
    return known_[key] = least;
  }

  double demerits_of(const std::vector<ChosenLine>& lines) const {
    double demerits = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      demerits += line_demerits(lines[i].fit, i == 0 ? nullptr : &lines[i - 1].at, lines[i].at, lines[i].last);
      demerits += neighbour_demerits(i == 0 ? 0 : class_of(lines[i - 1].fit), class_of(lines[i].fit));
    }
    return demerits;
  }

 private:
  const ParagraphItems& items_;
  const CompositionOptions& options_;
  const Rooms& rooms_;
  LineFitter fitter_;
  std::map<std::pair<std::size_t, int>, double> known_;
};

TEST(OptimumFit, IsTheBestOfAllWays) {
  int compared = 0;
  for (std::uint32_t seed = 1; seed <= 600; ++seed) {
    test::RandomText random(seed);
    CompositionOptions options = CompositionOptions::for_locale(seed % 3 == 0   ? Locale::ja
                                                                : seed % 3 == 1 ? Locale::zh_hans
                                                                                : Locale::zh_hant_tw);
    if (seed % 5 == 0) options.hang = Hanging::allow_end;
    const auto text = test::styled_text(random.paragraph(options.locale, random.number(2, 70)), em);
    const auto shaped = test::shape_synthetically(*text, options.locale);
    const Rooms rooms{.measure = random.number(12, 60) * em.scaled(1, 2), .indent = random.number(0, 2) * em, .first_measures = {}};
    const ParagraphItems items = make_items(*text, *shaped, options, {rooms.room_of(0), rooms.measure});
    const Segment segment{.begin = 0, .first_break = 0, .last_break = items.breaks.size() - 1, .first_line = 0};
    const std::vector<ChosenLine> lines = break_optimum(items, options, rooms, segment);
    Exhaustive exhaustive(items, options, rooms);
    const double best = exhaustive.best(nullptr, 0, 0);
    if (!std::isfinite(best)) continue;  // something fits no line
    EXPECT_DOUBLE_EQ(exhaustive.demerits_of(lines), best) << text->text.text();
    ++compared;
  }
  EXPECT_GT(compared, 500);
}

}  // namespace
}  // namespace banxin
