#include "line/display_lines.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "line/sense_breaks.h"

namespace banxin {
namespace {

// Costs are thousandths of the units of sense_penalty, so that whole numbers will do.
constexpr std::int64_t unit = 1000;
constexpr std::int64_t line_cost = 80 * unit;
constexpr std::int64_t short_line_cost = 300 * unit;
constexpr std::int64_t pause_inside_cost = 12 * unit;
constexpr std::int64_t pause_eases_shrink = 5;
constexpr std::int64_t overfull_cost = 100'000 * unit;
constexpr std::int64_t infinite_cost = std::numeric_limits<std::int64_t>::max() / 4;

constexpr ClassSet uncounted =
    punctuation_marks | ClassSet{CharacterClass::space,           CharacterClass::ideographic_space, CharacterClass::invisible,
                                 CharacterClass::western_opening, CharacterClass::western_closing,   CharacterClass::connector,
                                 CharacterClass::solidus};

/// A line from one break to another (or an edge of the text).
struct Candidate {
  std::size_t from, to;
  Length width;
  std::int64_t cost;  ///< of the break at its end, and for being too short or too long
};

/// The best way to a candidate as the n-th line.
struct Way {
  std::int64_t cost = infinite_cost;
  std::size_t before = 0;  ///< candidate of the line before
};

class Breaker {
 public:
  Breaker(std::string_view text, Locale locale, const DisplayLimits& limits, const LineWidth& width, bool last_resort)
      : limits_(limits), width_(width), last_resort_(last_resort) {
    count_characters(text, locale);
    nodes_.push_back({0, 0, 0, false});
    for (const SenseBreak& found : sense_breaks(text, locale)) {
      if (limits.at_pauses_only && found.penalty > sense_penalty::after_enumeration) continue;
      if (last_resort || !found.last_resort) nodes_.push_back(found);
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    nodes_.push_back({end, end, 0, false});
    total_ = width(0, end);
    find_candidates();
  }

  std::optional<std::vector<TextRange>> run() {
    const std::size_t most = limits_.max_lines > 0 ? static_cast<std::size_t>(limits_.max_lines) : nodes_.size() - 1;
    std::int64_t best_cost = infinite_cost;
    std::optional<std::vector<TextRange>> best;
    std::size_t last = most;
    for (std::size_t lines = 1; lines <= std::min(last, most); ++lines) {
      const std::int64_t cost = solve(lines);
      if (cost == infinite_cost) continue;
      // Two more lines than needed never pay.
      if (!best) last = lines + 1;
      if (cost < best_cost) {
        best_cost = cost;
        best = trace();
      }
    }
    return best;
  }

 private:
  void count_characters(std::string_view text, Locale locale) {
    counts_.assign(text.size() + 1, 0);
    for (const TextCharacter& character : classify(text, locale)) {
      counts_[character.offset + 1] = uncounted.contains(character.character_class) ? 0 : 1;
    }
    for (std::size_t i = 1; i < counts_.size(); ++i) counts_[i] += counts_[i - 1];
  }

  void find_candidates() {
    for (std::size_t from = 0; from + 1 < nodes_.size(); ++from) {
      std::int64_t pauses = 0;
      for (std::size_t to = from + 1; to < nodes_.size(); ++to) {
        if (to > from + 1 && is_pause(to - 1)) ++pauses;
        const std::uint32_t begin = nodes_[from].next_begin, end = nodes_[to].line_end;
        const Length width = width_(begin, end);
        const bool overfull = width > limits_.measure;
        if (overfull && !(last_resort_ && to == from + 1)) break;
        const bool whole = from == 0 && to + 1 == nodes_.size();
        const bool too_short = !whole && counts_[end] - counts_[begin] < limits_.min_characters;
        if (too_short && !last_resort_) continue;
        const std::int64_t faults = (overfull ? overfull_cost : 0) + (too_short ? short_line_cost : 0);
        candidates_.push_back({from, to, width, nodes_[to].penalty * unit + pauses * pause_inside_cost + faults});
      }
    }
  }

  bool is_pause(std::size_t node) const { return nodes_[node].penalty <= sense_penalty::sense; }

  std::int64_t imbalance(const Candidate& line, const Candidate* before, std::int64_t mean) const {
    const std::int64_t difference = (line.width.raw() - mean) * 1000 / mean;
    const std::int64_t shrink = before == nullptr ? 0 : std::max<std::int64_t>(0, (before->width - line.width).raw() * 1000 / mean);
    const bool after_pause = before != nullptr && is_pause(before->to);
    return (difference * difference + shrink * shrink / (after_pause ? pause_eases_shrink : 1)) / 10;
  }

  /// Cost of the best way in exactly `lines` lines; `ways_` then leads back from `last_`.
  std::int64_t solve(std::size_t lines) {
    const std::int64_t mean = std::max<std::int64_t>(1, total_.raw() / static_cast<std::int64_t>(lines));
    ways_.assign(lines, std::vector<Way>(candidates_.size()));
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].from == 0) ways_[0][i].cost = candidates_[i].cost + imbalance(candidates_[i], nullptr, mean);
    }
    for (std::size_t line = 1; line < lines; ++line) extend(line, mean);
    std::int64_t best = infinite_cost;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].to + 1 != nodes_.size() || ways_.back()[i].cost >= best) continue;
      best = ways_.back()[i].cost;
      last_ = i;
    }
    return best;
  }

  /// Candidates stand in the order of their beginnings, so those that follow one are found by search.
  void extend(std::size_t line, std::int64_t mean) {
    for (std::size_t before = 0; before < candidates_.size(); ++before) {
      const std::int64_t so_far = ways_[line - 1][before].cost;
      if (so_far == infinite_cost) continue;
      const auto first = std::partition_point(candidates_.begin(), candidates_.end(),
                                              [&](const Candidate& candidate) { return candidate.from < candidates_[before].to; });
      for (auto next = first; next != candidates_.end() && next->from == candidates_[before].to; ++next) {
        const std::int64_t cost = so_far + line_cost + next->cost + imbalance(*next, &candidates_[before], mean);
        Way& way = ways_[line][static_cast<std::size_t>(next - candidates_.begin())];
        if (cost < way.cost) way = {cost, before};
      }
    }
  }

  std::vector<TextRange> trace() const {
    std::vector<TextRange> result;
    std::size_t at = last_;
    for (std::size_t line = ways_.size(); line-- > 0; at = ways_[line][at].before) {
      result.push_back({nodes_[candidates_[at].from].next_begin, nodes_[candidates_[at].to].line_end});
    }
    std::reverse(result.begin(), result.end());
    return result;
  }

  const DisplayLimits& limits_;
  const LineWidth& width_;
  bool last_resort_;
  Length total_;
  std::vector<int> counts_;  ///< characters that count, before each byte
  std::vector<SenseBreak> nodes_;
  std::vector<Candidate> candidates_;
  std::vector<std::vector<Way>> ways_;
  std::size_t last_ = 0;
};

}  // namespace

std::optional<std::vector<TextRange>> break_by_sense(std::string_view text, Locale locale, const DisplayLimits& limits,
                                                     const LineWidth& width) {
  assert(!text.empty());
  auto lines = Breaker(text, locale, limits, width, false).run();
  if (!lines && limits.max_lines == 0) lines = Breaker(text, locale, limits, width, true).run();
  return lines;
}

}  // namespace banxin
