// Optimum-fit line breaking after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981).
//
// East Asian text can break almost anywhere, so what bounds the work is not the number of breaks but how bad a line may be. The paragraph
// is first solved with lines up to a moderate badness. A line worse than b alone costs more than (10 + b)², so a solution that costs no
// more is the best there is; otherwise it tells how bad a line can be and still matter, and the paragraph is solved once more with that
// limit.
#include <algorithm>
#include <cmath>
#include <limits>

#include "line/line_breaker.h"

namespace banxin {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double moderate_badness = 150;
constexpr double line_demerit = 10;
constexpr double overfull_demerits = 1e12;
constexpr int narrow_measure_ems = 12;
// A number of lines can be had where no gap takes more of its limited stage.
constexpr double widest_part_for_wanted_lines = 0.63;

enum LineClass { ordinary, tight, loose, line_class_count };

LineClass class_of(const LineFit& fit) { return fit.tight ? tight : fit.loose ? loose : ordinary; }
bool are_uneven(int a, int b) { return (a == tight && b == loose) || (a == loose && b == tight); }

/// The best way to a break at the end of a line of a class (and number, while the measures still differ).
struct Node {
  double demerits = infinite;
  std::size_t before = 0;  ///< node at the line's beginning
  Length natural;          ///< of the line
};

class OptimumFit {
 public:
  OptimumFit(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms, const Segment& segment)
      : items_(items), options_(options), rooms_(rooms), segment_(segment), fitter_(items, options) {
    const std::size_t differing = rooms.first_measures.size() > segment.first_line ? rooms.first_measures.size() - segment.first_line : 0;
    line_keys_ = differing + 2;  // the first line apart, for its indent
    if (rooms.wanted_lines > 0) line_keys_ = std::max(line_keys_, rooms.wanted_lines + 2);
    place_count_ = segment.last_break - segment.first_break + 2;
    for (std::size_t i = segment.begin; i < items.boxes.size(); ++i) widest_em_ = std::max(widest_em_, items.boxes[i].em);
    for (const BreakPoint& at : items.breaks) widest_hyphen_ = std::max(widest_hyphen_, at.hyphen_width());
  }

  std::vector<ChosenLine> run() {
    if (rooms_.wanted_lines > 0) return run_wanted();
    double limit = moderate_badness;
    while (true) {
      solve(limit);
      const double cost = nodes_[best_end()].demerits;
      if (limit == infinite || cost <= demerits_of(limit)) return lines();
      limit = cost < infinite ? std::sqrt(cost) : infinite;
    }
  }

 private:
  /// The best way with so many lines, none of them very open, the last one not too short.
  std::vector<ChosenLine> run_wanted() {
    const double of_gaps = options_.weights.open.back() / 1000.0 * std::pow(widest_part_for_wanted_lines, options_.weights.growth);
    solve(whole_stage_badness * std::max(1.0, of_gaps));
    if (nodes_[best_end()].demerits == infinite) return {};
    std::vector<ChosenLine> chosen = lines();
    const bool forced = std::any_of(chosen.begin(), chosen.end(), [](const ChosenLine& line) {
      return line.fit.overfull || (!line.last && line.at.kind == BreakKind::emergency);
    });
    return forced || is_short(chosen.back().begin, chosen.back().end) ? std::vector<ChosenLine>() : chosen;
  }

  static double demerits_of(double badness) { return (line_demerit + badness) * (line_demerit + badness); }

  // Places: 0 is the segment's beginning, the others its breaks.
  const BreakPoint& break_at(std::size_t place) const { return items_.breaks[segment_.first_break + place - 1]; }
  std::uint32_t begin_of(std::size_t place) const { return place == 0 ? segment_.begin : break_at(place).box; }
  std::size_t node_index(std::size_t place, std::size_t key, int line_class) const {
    return (place * line_keys_ + key) * line_class_count + static_cast<std::size_t>(line_class);
  }
  std::size_t place_of(std::size_t node) const { return node / (line_keys_ * line_class_count); }
  std::size_t line_number(std::size_t key) const { return segment_.first_line + key; }
  std::size_t next_key(std::size_t key) const { return std::min(key + 1, line_keys_ - 1); }

  void solve(double limit) {
    limit_ = limit;
    nodes_.assign(place_count_ * line_keys_ * line_class_count, Node{});
    nodes_[node_index(0, 0, ordinary)].demerits = 0;
    prepare_reach();
    for (std::size_t place = 0; place + 1 < place_count_; ++place) {
      for (std::size_t key = 0; key < line_keys_; ++key) {
        if (is_reached(place, key)) extend(place, key);
      }
    }
  }

  bool is_reached(std::size_t place, std::size_t key) const {
    const std::size_t first = node_index(place, key, ordinary);
    return std::any_of(nodes_.begin() + static_cast<std::ptrdiff_t>(first),
                       nodes_.begin() + static_cast<std::ptrdiff_t>(first + line_class_count),
                       [](const Node& node) { return node.demerits < infinite; });
  }

  /// Tries every line that begins at a place.
  void extend(std::size_t place, std::size_t key) {
    const std::uint32_t begin = begin_of(place);
    const Length room = rooms_.room_of(line_number(key));
    bool any_fits = false;
    for (std::size_t end_place = first_within_reach(place, room); end_place < place_count_; ++end_place) {
      const std::uint32_t end = break_at(end_place).content_end;
      const bool last = end_place + 1 == place_count_;
      if (end <= begin) {
        if (last) any_fits = true, relax(place, key, end_place, LineFit{});
        continue;
      }
      if (fitter_.is_beyond(begin, end, room)) break;
      const LineFit fit =
          fitter_.fit(begin, end, room, {.first = begin == 0, .stretch = !last, .hyphen = break_at(end_place).hyphen_width()});
      if (fit.overfull) continue;
      any_fits = true;
      if (last || fit.badness <= limit_) relax(place, key, end_place, fit);
    }
    if (!any_fits && limit_ == infinite) extend_overfull(place, key, room);
  }

  /// Nothing fits: the shortest line there is.
  void extend_overfull(std::size_t place, std::size_t key, Length room) {
    std::size_t end_place = place + 1;
    while (end_place + 1 < place_count_ && break_at(end_place).content_end <= begin_of(place)) ++end_place;
    const bool last = end_place + 1 == place_count_;
    const std::uint32_t begin = begin_of(place), end = break_at(end_place).content_end;
    LineFit fit;
    if (end > begin)
      fit = fitter_.fit(begin, end, room, {.first = begin == 0, .stretch = !last, .hyphen = break_at(end_place).hyphen_width()});
    relax(place, key, end_place, fit);
  }

  void relax(std::size_t place, std::size_t key, std::size_t end_place, const LineFit& fit) {
    const BreakPoint& at = break_at(end_place);
    const bool last = end_place + 1 == place_count_;
    double line_demerits = demerits_of(fit.badness);
    if (!last)
      line_demerits += at.penalty > 0 ? static_cast<double>(at.penalty) * at.penalty : -static_cast<double>(at.penalty) * at.penalty;
    if (!last && at.hyphen && place > 0 && break_at(place).hyphen) line_demerits += options_.weights.two_hyphens;
    if (fit.overfull) line_demerits += overfull_demerits;
    if (last && place > 0) line_demerits += short_line_demerits(begin_of(place), at.content_end, key);
    const int line_class = class_of(fit);
    Node& node = nodes_[node_index(end_place, next_key(key), line_class)];
    for (int class_before = 0; class_before < line_class_count; ++class_before) {
      const std::size_t before = node_index(place, key, class_before);
      double demerits = nodes_[before].demerits + line_demerits;
      if (are_uneven(class_before, line_class)) demerits += options_.weights.uneven_neighbours;
      if (demerits < node.demerits || (last && demerits == node.demerits && ends_better(fit.natural, node.natural)))
        node = {demerits, before, fit.natural};
    }
  }

  /// 孤字: a paragraph should not end in a line of one character (CLREQ 3.5.4).
  double short_line_demerits(std::uint32_t begin, std::uint32_t end, std::size_t key) const {
    if (!is_short(begin, end)) return 0;
    const bool narrow = rooms_.measure_of(line_number(key)) < narrow_measure_ems * items_.boxes[0].em;
    const double penalty = options_.weights.short_last_line / (narrow ? 2.0 : 1.0);
    return penalty * penalty;
  }

  bool is_short(std::uint32_t begin, std::uint32_t end) const {
    const std::int32_t characters = end > begin ? items_.totals[end].characters - items_.totals[begin].characters : 0;
    return characters < options_.min_last;
  }

  /// Between equals, a last line that reaches beyond the next paragraph's indent.
  bool ends_better(Length natural, Length other) const {
    const Length enough = rooms_.indent + items_.boxes[0].em;
    return natural > enough && other <= enough;
  }

  /// Upper bounds of how far lines can stretch within the badness limit, as running totals.
  void prepare_reach() {
    if (limit_ == infinite) return;
    const double gap_part = unlimited_extra(options_.weights, limit_);
    reach_.resize(items_.totals.size());
    for (std::size_t i = segment_.begin; i < reach_.size(); ++i) {
      const Totals& totals = items_.totals[i];
      Length width = totals.bodies + totals.gaps;
      for (const Length stretch : totals.stretch) width += stretch;
      reach_[i] = width + stretched(totals.gap_ems + totals.other_ems, gap_part);
    }
    reach_margin_ = 2 * widest_em_ + widest_hyphen_ + stretched(widest_em_, gap_part);
  }

  static Length stretched(Length ems, double part) {
    return Length::from_raw(static_cast<std::int64_t>(static_cast<double>(ems.raw()) * part));
  }

  /// The first place to which a line from `place` can stretch at all; the last one always counts, for the last line needs no stretch.
  std::size_t first_within_reach(std::size_t place, Length room) const {
    if (limit_ == infinite) return place + 1;
    const Length needed = reach_[begin_of(place)] + room - reach_margin_;
    std::size_t low = place + 1, high = place_count_ - 1;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (reach_[break_at(middle).content_end] < needed) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  std::size_t best_end() const {
    const std::size_t wanted = rooms_.wanted_lines;
    const std::size_t first = node_index(place_count_ - 1, wanted, ordinary);
    const std::size_t end = wanted > 0 ? first + line_class_count : nodes_.size();
    std::size_t best = first;
    for (std::size_t i = first; i < end; ++i) {
      const bool better = nodes_[i].demerits < nodes_[best].demerits;
      if (better || (nodes_[i].demerits == nodes_[best].demerits && ends_better(nodes_[i].natural, nodes_[best].natural))) best = i;
    }
    return best;
  }

  std::vector<ChosenLine> lines() const {
    std::vector<std::size_t> ends;  // nodes, the last one first
    for (std::size_t node = best_end(); place_of(node) > 0; node = nodes_[node].before) ends.push_back(node);
    std::vector<ChosenLine> result;
    std::uint32_t begin = segment_.begin;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
      const BreakPoint& at = break_at(place_of(*end));
      ChosenLine line{.begin = begin,
                      .end = std::max(begin, at.content_end),
                      .next = at.box,
                      .fit = {},
                      .at = at,
                      .last = place_of(*end) + 1 == place_count_,
                      .demerits = nodes_[*end].demerits};
      const Length room = rooms_.room_of(segment_.first_line + result.size());
      if (line.end > begin)
        line.fit = fitter_.fit(begin, line.end, room, {.first = begin == 0, .stretch = !line.last, .hyphen = at.hyphen_width()});
      result.push_back(line);
      begin = at.box;
    }
    return result;
  }

  const ParagraphItems& items_;
  const CompositionOptions& options_;
  const Rooms& rooms_;
  Segment segment_;
  LineFitter fitter_;
  std::size_t line_keys_ = 2, place_count_ = 0;
  Length widest_em_, widest_hyphen_;
  double limit_ = moderate_badness;
  std::vector<Node> nodes_;
  std::vector<Length> reach_;
  Length reach_margin_;
};

}  // namespace

std::vector<ChosenLine> break_optimum(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                      const Segment& segment) {
  return OptimumFit(items, options, rooms, segment).run();
}

}  // namespace banxin
