// The optimum is compared with the result of trying every way to break a short paragraph.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <tuple>

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

  double worst_line = std::numeric_limits<double>::infinity();  ///< no line but the last may be worse

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
  /// Of ways with any number of lines, or with so many from here on.
  double best(const BreakPoint* from, std::size_t next, int class_before, std::size_t lines = 0) {
    const auto key = std::make_tuple(next, class_before, lines);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    double least = std::numeric_limits<double>::infinity();
    const std::uint32_t begin = from == nullptr ? 0 : from->box;
    for (std::size_t i = next; i < items_.breaks.size(); ++i) {
      const BreakPoint& to = items_.breaks[i];
      if (to.content_end <= begin) continue;
      const bool last = i + 1 == items_.breaks.size();
      const LineFit fit =
          fitter_.fit(begin, to.content_end, rooms_.room_of(from == nullptr ? 0 : 1), {.first = from == nullptr, .stretch = !last});
      if (fit.overfull || (!last && fit.badness > worst_line) || (lines > 0 && last != (lines == 1))) continue;
      const double here = line_demerits(fit, from, to, last) + neighbour_demerits(class_before, class_of(fit));
      least = std::min(least, here + (last ? 0 : best(&to, i + 1, class_of(fit), lines > 0 ? lines - 1 : 0)));
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
  std::map<std::tuple<std::size_t, int, std::size_t>, double> known_;
};

/// A paragraph of random text in a random measure.
struct RandomParagraph {
  explicit RandomParagraph(std::uint32_t seed, int longest = 70) {
    test::RandomText random(seed);
    options = CompositionOptions::for_locale(seed % 3 == 0 ? Locale::ja : seed % 3 == 1 ? Locale::zh_hans : Locale::zh_hant_tw);
    if (seed % 5 == 0) options.hang = Hanging::allow_end;
    text = test::styled_text(random.paragraph(options.locale, random.number(2, longest)), em);
    shaped = test::shape_synthetically(*text, options.locale);
    rooms = {.measure = random.number(12, 60) * em.scaled(1, 2), .indent = random.number(0, 2) * em, .first_measures = {}};
    items = make_items(*text, *shaped, options, {rooms.room_of(0), rooms.measure});
    segment = {.begin = 0, .first_break = 0, .last_break = items.breaks.size() - 1, .first_line = 0};
  }

  std::vector<ChosenLine> lines() const { return break_optimum(items, options, rooms, segment); }

  CompositionOptions options;
  std::shared_ptr<const StyledText> text;
  std::shared_ptr<const ShapedText> shaped;
  Rooms rooms;
  ParagraphItems items;
  Segment segment;
};

TEST(OptimumFit, IsTheBestOfAllWays) {
  int compared = 0;
  for (std::uint32_t seed = 1; seed <= 600; ++seed) {
    const RandomParagraph paragraph(seed);
    Exhaustive exhaustive(paragraph.items, paragraph.options, paragraph.rooms);
    const double best = exhaustive.best(nullptr, 0, 0);
    if (!std::isfinite(best)) continue;  // something fits no line
    EXPECT_DOUBLE_EQ(exhaustive.demerits_of(paragraph.lines()), best) << paragraph.text->text.text();
    ++compared;
  }
  EXPECT_GT(compared, 500);
}

// A line more or fewer than is best: the best way with so many, where no line is worse than the limited stages allow; and where there is
// none, nothing, unless the best would end in an emergency or a line of one character.
TEST(OptimumFit, IsTheBestOfAllWaysWithANumberOfLines) {
  constexpr double whole_stage = 100;
  int compared = 0, without = 0;
  for (std::uint32_t seed = 1; seed <= 1800; ++seed) {
    RandomParagraph paragraph(seed, 260);
    const auto count = static_cast<int>(paragraph.lines().size());
    for (const int lines : {count - 1, count + 1, count + 2}) {
      if (lines < 1) continue;
      Exhaustive exhaustive(paragraph.items, paragraph.options, paragraph.rooms);
      const CompositionWeights& weights = paragraph.options.weights;
      exhaustive.worst_line = whole_stage * std::max(1.0, weights.open.back() / 1000.0 * std::pow(0.63, weights.growth));
      const double best = exhaustive.best(nullptr, 0, 0, static_cast<std::size_t>(lines));
      paragraph.rooms.wanted_lines = static_cast<std::size_t>(lines);
      const std::vector<ChosenLine> found = paragraph.lines();
      if (!std::isfinite(best)) {
        EXPECT_TRUE(found.empty()) << paragraph.text->text.text();
        ++without;
      } else if (!found.empty()) {
        EXPECT_EQ(found.size(), static_cast<std::size_t>(lines));
        EXPECT_DOUBLE_EQ(exhaustive.demerits_of(found), best) << paragraph.text->text.text();
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 200);
  EXPECT_GT(without, 200);
}

}  // namespace
}  // namespace banxin
