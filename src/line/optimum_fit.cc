// Optimum-fit line breaking after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines" (1981).
//
// East Asian text can break almost anywhere, so what bounds the work is not the number of breaks but what a way may cost. A quick look that
// follows the few best ways of each number of lines finds one that is nearly the best, or is; it looks at worse lines only where it finds
// none. Then the paragraph is solved within its cost: a line worse than b alone costs more than (10 + b)², and every line that is left
// costs at least 10².
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "line/line_breaker.h"
#include "line/line_reach.h"

namespace banxin {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double moderate_badness = 150, badness_growth = 20, most_limited_badness = 1e6;
constexpr double line_demerit = 10;
constexpr double overfull_demerits = 1e12;
constexpr std::size_t ways_followed = 2;
constexpr double rounding = 1e-9;
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

/// Where the nodes of a place stand: those of the keys from the first one, each with its classes.
struct PlaceNodes {
  std::size_t first = 0, first_key = 0, end_key = 0;
};

class OptimumFit {
 public:
  OptimumFit(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms, const Segment& segment)
      : items_(items),
        options_(options),
        rooms_(rooms),
        segment_(segment),
        fitter_(items, options),
        reach_(items, options, rooms, segment) {
    const std::size_t differing = rooms.first_measures.size() > segment.first_line ? rooms.first_measures.size() - segment.first_line : 0;
    line_keys_ = differing + 2;  // the first line apart, for its indent
    if (rooms.wanted_lines > 0) line_keys_ = std::max(line_keys_, rooms.wanted_lines + 2);
    place_count_ = reach_.place_count();
    for (const BreakPoint& at : items.breaks) best_break_ = std::min(best_break_, demerits_of_break(at.penalty));
  }

  std::vector<ChosenLine> run() {
    if (rooms_.wanted_lines > 0) return run_wanted();
    double limit = moderate_badness;
    double bound = cost_of_a_good_way(limit);
    while (bound == infinite && limit < infinite) {
      limit = limit < most_limited_badness ? limit * badness_growth : infinite;
      bound = cost_of_a_good_way(limit);
    }
    if (limit == moderate_badness && badness_within(bound) > limit) bound = std::min(bound, solve(limit, bound));
    solve(badness_within(bound), bound);
    return lines();
  }

 private:
  /// The best way with so many lines, none of them very open, the last one not too short.
  std::vector<ChosenLine> run_wanted() {
    const double of_gaps = options_.weights.open.back() / 1000.0 * std::pow(widest_part_for_wanted_lines, options_.weights.growth);
    const double limit = whole_stage_badness * std::max(1.0, of_gaps);
    reach_.limit_badness(limit);
    if (!can_have_lines(0, rooms_.wanted_lines)) return {};
    const double bound = cost_of_a_good_way(limit);
    if (solve(std::min(limit, badness_within(bound)), bound) == infinite) return {};
    std::vector<ChosenLine> chosen = lines();
    const bool forced = std::any_of(chosen.begin(), chosen.end(), [](const ChosenLine& line) {
      return line.fit.overfull || (!line.last && line.at.kind == BreakKind::emergency);
    });
    return forced || is_short(chosen.back().begin, chosen.back().end) ? std::vector<ChosenLine>() : chosen;
  }

  static double demerits_of(double badness) { return (line_demerit + badness) * (line_demerit + badness); }
  static double demerits_of_break(int penalty) { return (penalty > 0 ? 1.0 : -1.0) * penalty * penalty; }
  /// No line of a way that costs so much is worse, as every other line costs something too. A little more, for the cost was rounded.
  double badness_within(double cost) const {
    const double of_line = cost * (1 + rounding) - least_demerits_from(0, 0) + demerits_of(0);
    return std::sqrt(std::max(of_line, demerits_of(0))) - line_demerit;
  }

  const BreakPoint& break_at(std::size_t place) const { return reach_.break_at(place); }
  std::uint32_t begin_of(std::size_t place) const { return reach_.begin_of(place); }
  std::size_t node_index(std::size_t place, std::size_t key, int line_class) const {
    const PlaceNodes& nodes = nodes_of_[place];
    return nodes.first + (key - nodes.first_key) * line_class_count + static_cast<std::size_t>(line_class);
  }
  std::size_t place_of(std::size_t node) const {
    const auto next = std::upper_bound(nodes_of_.begin(), nodes_of_.end(), node,
                                       [](std::size_t index, const PlaceNodes& nodes) { return index < nodes.first; });
    return static_cast<std::size_t>(next - nodes_of_.begin()) - 1;
  }
  std::size_t line_number(std::size_t key) const { return segment_.first_line + key; }
  std::size_t next_key(std::size_t key) const { return std::min(key + 1, line_keys_ - 1); }

  /// Of the lines that are left after `key` ones.
  double least_demerits_from(std::size_t place, std::size_t key) const {
    const std::size_t lines = rooms_.wanted_lines > 0 ? rooms_.wanted_lines - key : reach_.fewest_lines(place);
    return static_cast<double>(lines) * (demerits_of(0) + best_break_);
  }

  bool can_have_lines(std::size_t place, std::size_t lines) const {
    return lines >= reach_.fewest_lines(place) && lines <= reach_.most_lines(place);
  }

  /// Whether so many lines may end at a place: the others that are wanted can follow.
  bool may_end_lines(std::size_t place, std::size_t key) const {
    return rooms_.wanted_lines == 0 || (key <= rooms_.wanted_lines && can_have_lines(place, rooms_.wanted_lines - key));
  }

  /// A way to a place, in a quick look.
  struct Step {
    std::size_t place = 0;
    int line_class = ordinary;
    double demerits = 0;
  };

  /// What some way costs whose lines are no worse than a limit: the best of those that go on from the few best ones of each number of
  /// lines. Infinite when they come to no end.
  double cost_of_a_good_way(double limit) {
    reach_.limit_badness(limit);
    double least = infinite;
    std::vector<Step> front = {Step{}}, next;
    for (std::size_t key = 0; !front.empty(); key = next_key(key)) {
      next.clear();
      for (const Step& step : front) {
        for_each_line(step.place, key, limit, [&](std::size_t end_place, const LineFit& fit) {
          const double demerits =
              step.demerits + demerits_of_line(step.place, key, end_place, fit) + demerits_between(step.line_class, class_of(fit));
          if (end_place + 1 == place_count_)
            least = std::min(least, demerits);
          else
            next.push_back({end_place, class_of(fit), demerits});
        });
      }
      std::sort(next.begin(), next.end(),
                [](const Step& a, const Step& b) { return std::tie(a.demerits, a.place) < std::tie(b.demerits, b.place); });
      front.clear();
      for (const Step& step : next) {
        if (front.size() == ways_followed || step.demerits >= least) break;
        if (std::none_of(front.begin(), front.end(), [&](const Step& other) { return other.place == step.place; })) front.push_back(step);
      }
    }
    return least;
  }

  /// What the best way costs whose lines are no worse than a limit, and which costs no more than a bound; infinite when there is none.
  double solve(double limit, double bound) {
    limit_ = limit;
    bound_ = bound;
    reach_.limit_badness(limit);
    make_nodes();
    nodes_[node_index(0, 0, ordinary)].demerits = 0;
    for (std::size_t place = 0; place + 1 < place_count_; ++place) {
      for (std::size_t key = nodes_of_[place].first_key; key < nodes_of_[place].end_key; ++key) {
        if (is_reached(place, key)) extend(place, key);
      }
    }
    return nodes_[best_end()].demerits;
  }

  /// For the numbers of lines that can end at each place.
  void make_nodes() {
    nodes_of_.clear();
    std::size_t count = 0;
    for (std::size_t place = 0; place < place_count_; ++place) {
      PlaceNodes nodes{count, 0, line_keys_};
      if (const std::size_t wanted = rooms_.wanted_lines; wanted > 0) {
        const std::size_t fewest = reach_.fewest_lines(place), most = std::min(reach_.most_lines(place), wanted);
        nodes.first_key = wanted - most;
        nodes.end_key = fewest <= most ? wanted - fewest + 1 : nodes.first_key;
      }
      count += (nodes.end_key - nodes.first_key) * line_class_count;
      nodes_of_.push_back(nodes);
    }
    nodes_.assign(count, Node{});
  }

  bool is_reached(std::size_t place, std::size_t key) const {
    const std::size_t first = node_index(place, key, ordinary);
    return std::any_of(nodes_.begin() + static_cast<std::ptrdiff_t>(first),
                       nodes_.begin() + static_cast<std::ptrdiff_t>(first + line_class_count),
                       [](const Node& node) { return node.demerits < infinite; });
  }

  /// Calls `take(end_place, fit)` with every line that begins at a place, fits and is no worse than the limit, which the last one may be.
  /// Whether any fits at all.
  template <typename Take>
  bool for_each_line(std::size_t place, std::size_t key, double limit, Take take) const {
    const std::uint32_t begin = begin_of(place);
    const Length room = rooms_.room_of(line_number(key));
    bool any_fits = false;
    for (std::size_t end_place = reach_.first_within(place, room); end_place < place_count_; ++end_place) {
      if (!may_end_lines(end_place, key + 1)) continue;
      const std::uint32_t end = break_at(end_place).content_end;
      const bool last = end_place + 1 == place_count_;
      if (end <= begin) {
        if (last) any_fits = true, take(end_place, LineFit{});
        continue;
      }
      if (reach_.is_beyond(place, end_place, room)) break;
      const LineFit fit =
          fitter_.fit(begin, end, room, {.first = begin == 0, .stretch = !last, .hyphen = break_at(end_place).hyphen_width()});
      if (fit.overfull) continue;
      any_fits = true;
      if (last || fit.badness <= limit) take(end_place, fit);
    }
    return any_fits;
  }

  /// Tries every line that begins at a place.
  void extend(std::size_t place, std::size_t key) {
    const bool any_fits =
        for_each_line(place, key, limit_, [&](std::size_t end_place, const LineFit& fit) { relax(place, key, end_place, fit); });
    if (!any_fits && limit_ == infinite) extend_overfull(place, key, rooms_.room_of(line_number(key)));
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

  /// Of a line by itself and where it ends.
  double demerits_of_line(std::size_t place, std::size_t key, std::size_t end_place, const LineFit& fit) const {
    const BreakPoint& at = break_at(end_place);
    const bool last = end_place + 1 == place_count_;
    double demerits = demerits_of(fit.badness);
    if (!last) demerits += demerits_of_break(at.penalty);
    if (!last && at.hyphen && place > 0 && break_at(place).hyphen) demerits += options_.weights.two_hyphens;
    if (fit.overfull) demerits += overfull_demerits;
    if (last && place > 0) demerits += short_line_demerits(begin_of(place), at.content_end, key);
    return demerits;
  }

  double demerits_between(int class_before, int line_class) const {
    return are_uneven(class_before, line_class) ? options_.weights.uneven_neighbours : 0;
  }

  void relax(std::size_t place, std::size_t key, std::size_t end_place, const LineFit& fit) {
    const bool last = end_place + 1 == place_count_;
    const double line_demerits = demerits_of_line(place, key, end_place, fit);
    const double most = (bound_ - least_demerits_from(end_place, key + 1)) * (1 + rounding);
    const int line_class = class_of(fit);
    Node& node = nodes_[node_index(end_place, next_key(key), line_class)];
    for (int class_before = 0; class_before < line_class_count; ++class_before) {
      const std::size_t before = node_index(place, key, class_before);
      const double demerits = nodes_[before].demerits + line_demerits + demerits_between(class_before, line_class);
      if (demerits > most) continue;
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

  std::size_t best_end() const {
    const std::size_t first = nodes_of_.back().first;
    std::size_t best = first;
    for (std::size_t i = first; i < nodes_.size(); ++i) {
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
  LineReach reach_;
  std::size_t line_keys_ = 2, place_count_ = 0;
  double best_break_ = 0;                               ///< demerits of the best break of all, at most nothing
  double limit_ = moderate_badness, bound_ = infinite;  ///< of a line's badness; of what all may cost
  std::vector<Node> nodes_;
  std::vector<PlaceNodes> nodes_of_;  ///< each place
};

}  // namespace

std::vector<ChosenLine> break_optimum(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                      const Segment& segment) {
  return OptimumFit(items, options, rooms, segment).run();
}

}  // namespace banxin
