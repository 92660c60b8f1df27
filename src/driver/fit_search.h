// Looks for the least change of a few settings at which an article fills what it is given. Knows nothing of what the settings are.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace banxin {

/// How far a setting can be changed, in steps: `tighter` of them make the article shorter, `looser` longer.
struct FitSteps {
  int tighter = 0, looser = 0;
};

/// What came of a trial.
struct FitOutcome {
  enum class State { over, filled, under };
  State state = State::filled;
  int lines = 0;  ///< over: lines too many; under: lines missing

  /// Of a position that cannot be printed.
  static FitOutcome impossible();
};

/// The steps taken in each setting, 0 the natural one, negative ones tighter.
using FitPosition = std::vector<int>;
using FitTrial = std::function<FitOutcome(const FitPosition&)>;

struct FitResult {
  FitPosition position;
  FitOutcome outcome;
  int trials = 0;  ///< besides the natural position
};

/// Changes one setting after the other, each no further than needed and no further than it goes before the next begins. Nothing is changed
/// when the natural position will do, or when even the loosest does not fill. A natural article that is too long is
/// made to fit even where none of the positions fills; when the tightest does not fit either, it is left there. Tries no position twice,
/// and few more than `most_fit_trials`.
FitResult search_fit(std::span<const FitSteps> settings, const FitOutcome& natural, const FitTrial& trial);

constexpr int most_fit_trials = 48;

}  // namespace banxin
