#include "driver/fit_search.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace banxin {

namespace {

using State = FitOutcome::State;

class FitSearch {
 public:
  FitSearch(std::span<const FitSteps> settings, const FitOutcome& natural, const FitTrial& trial) : settings_(settings), trial_(trial) {
    tried_.emplace(FitPosition(settings.size(), 0), natural);
  }

  FitResult run() {
    const FitPosition natural(settings_.size(), 0);
    const State at_rest = try_at(natural).state;
    if (follow(natural, 0)) return result_at(found_);
    if (at_rest == State::over) {
      try_at(tightest());
      // A coarse setting went past: those before it, at their limits by then, may come back.
      if (follow(nearest(State::under, natural), 0) || follow(nearest(State::over, natural), 0)) return result_at(found_);
    }
    const FitPosition best = best_tried();
    return result_at(at_rest == State::over || try_at(best).state == State::filled ? best : natural);
  }

 private:
  const FitOutcome& try_at(const FitPosition& position) {
    const auto known = tried_.find(position);
    return known != tried_.end() ? known->second : tried_.emplace(position, trial_(position)).first->second;
  }

  FitResult result_at(const FitPosition& position) {
    const FitOutcome outcome = try_at(position);
    return {position, outcome, static_cast<int>(tried_.size()) - 1};
  }

  FitPosition tightest() const {
    FitPosition position;
    for (const FitSteps& steps : settings_) position.push_back(-steps.tighter);
    return position;
  }

  /// Goes on from a position with the settings from `next` on; whether one was found that fills.
  bool follow(const FitPosition& from, std::size_t next) {
    const State state = try_at(from).state;
    if (state == State::filled) {
      found_ = from;
      return true;
    }
    if (next == settings_.size() || tried_.size() >= most_fit_trials) return false;
    const int way = state == State::over ? -1 : 1;
    const int limit = way < 0 ? settings_[next].tighter + from[next] : settings_[next].looser - from[next];
    const auto moved = [&](int steps) {
      FitPosition position = from;
      position[next] += way * steps;
      return position;
    };
    if (limit == 0 || try_at(moved(limit)).state == state) return follow(moved(limit), next + 1);
    int before = 0, after = limit;  // the state changes between them
    while (after - before > 1) {
      const int middle = before + (after - before) / 2;
      (try_at(moved(middle)).state == state ? before : after) = middle;
    }
    if (try_at(moved(after)).state == State::filled) return follow(moved(after), next + 1);
    // A step goes past what is wanted: the other settings make up for it, first from where the article fits.
    const int fitting = way < 0 ? after : before, other = way < 0 ? before : after;
    return follow(moved(fitting), next + 1) || follow(moved(other), next + 1);
  }

  /// Of the positions tried the one with the fewest lines of those that are over, or under.
  FitPosition nearest(State state, const FitPosition& otherwise) const {
    const auto lines = [&](const auto& tried) {
      return tried.second.state == state ? tried.second.lines : std::numeric_limits<int>::max();
    };
    const auto found = std::min_element(tried_.begin(), tried_.end(), [&](const auto& a, const auto& b) { return lines(a) < lines(b); });
    return found->second.state == state ? found->first : otherwise;
  }

  /// Of the positions tried one that fills, else one that fits, else one that is too long; the nearest to filling, then with the least
  /// change.
  FitPosition best_tried() const {
    const auto rank = [](const auto& tried) {
      const auto& [position, outcome] = tried;
      const int worse = outcome.state == State::filled ? 0 : outcome.state == State::under ? 1 : 2;
      const int steps = std::accumulate(position.begin(), position.end(), 0, [](int sum, int taken) { return sum + std::abs(taken); });
      return std::tuple(worse, outcome.lines, steps);
    };
    return std::min_element(tried_.begin(), tried_.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); })->first;
  }

  std::span<const FitSteps> settings_;
  const FitTrial& trial_;
  std::map<FitPosition, FitOutcome> tried_;
  FitPosition found_;
};

}  // namespace

FitOutcome FitOutcome::impossible() { return {State::over, std::numeric_limits<int>::max()}; }

FitResult search_fit(std::span<const FitSteps> settings, const FitOutcome& natural, const FitTrial& trial) {
  return FitSearch(settings, natural, trial).run();
}

}  // namespace banxin
