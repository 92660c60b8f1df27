// Makes an article fill the pages or columns that its style gives it (`fit`), by line pitch, height of pictures, size and tracking.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "driver/fit_search.h"
#include "layout/fullness.h"
#include "style/style.h"
#include "yaml/value.h"

namespace banxin {

/// What is to be filled.
struct FitGoal {
  enum class Unit { pages, columns };
  Unit unit = Unit::pages;
  CountRange count;
};

/// Of a style that wants one.
FitGoal fit_goal(const FitStyle& fit);

/// How an article that came out so full stands to the goal. One count is filled when no column of the last page, or none of those of it
/// that are wanted, ends more than two lines above the foot. Of a range any count will do.
FitOutcome measure_fit(const Fullness& fullness, const FitGoal& goal);

/// The settings that a style lets be adjusted, as the positions that are tried: line pitches at which one line more or fewer stands in the
/// type area, sizes at which one character more or fewer stands in a line, so that text fills the same area; pictures by hundredths of
/// their height; tracking by two hundred parts of an em.
class FitAdjuster {
 public:
  /// `natural` must outlive this.
  FitAdjuster(const Style& natural, bool has_figures);

  std::vector<FitSteps> steps() const;
  /// What a position sets, for the strongest place among the style's settings.
  yaml::Value settings(const FitPosition& position) const;
  /// Gives a style adjusted by `settings()` back what must not change with the body: types of the head, of headings, captions and
  /// furniture.
  void keep_display(Style& adjusted) const;
  /// What a position changes, in the order of the style.
  std::vector<Message> changes(const FitPosition& position) const;

 private:
  struct Values {
    int lines, characters, picture_scale, tracking;
    Length pitch, size;
  };
  FitSteps steps_of(const FitLimit& limit) const;
  FitSteps pitch_steps(const FitLimit& limit) const;
  FitSteps size_steps(const FitLimit& limit) const;
  Values values_at(const FitPosition& position) const;
  Length pitch_for(int lines, Length size) const;
  Length size_for(int characters) const;
  Length largest_size() const;

  const Style& natural_;
  bool has_figures_;
  Length area_height_;
};

/// Says what was done, or by how many lines the article is over or short. `place` names the article.
void report_fit(const FitResult& result, const FitGoal& goal, const std::vector<Message>& changes, SourceSpan place, DiagnosticSink& sink);

}  // namespace banxin
