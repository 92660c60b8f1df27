#include "driver/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "style/value_reader.h"

namespace banxin {

namespace {

using State = FitOutcome::State;
using What = FitLimit::What;

constexpr int tolerated_lines = 2;                   ///< of a column
constexpr int picture_step = 10, tracking_step = 5;  ///< thousandths

/// Elements that follow the body's type; all others are display.
constexpr std::array<Element, 4> of_body = {Element::body, Element::quote, Element::quote_by, Element::list};

int sum(const std::vector<int>& numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0); }

/// Pages and columns of the last one that a count stands for.
struct Extent {
  int pages, columns_of_last;
};

Extent extent_of(int count, FitGoal::Unit unit, int columns) {
  if (unit == FitGoal::Unit::pages) return {count, columns};
  return {(count + columns - 1) / columns, (count - 1) % columns + 1};
}

/// Of a page that could hold more, as many columns as its text would take if they stood full.
int count_of(const Fullness& fullness, FitGoal::Unit unit) {
  const auto pages = static_cast<int>(fullness.pages.size());
  if (unit == FitGoal::Unit::pages) return pages;
  const PageFullness& last = fullness.pages.back();
  const auto columns = static_cast<int>(last.filled.size());
  return (pages - 1) * columns + (sum(last.filled) + last.lines - 1) / std::max(1, last.lines);
}

int lines_over(const Fullness& fullness, Extent wanted) {
  const auto pages = static_cast<int>(fullness.pages.size());
  int lines = 0;
  for (int page = wanted.pages; page < pages; ++page) lines += sum(fullness.pages[static_cast<std::size_t>(page)].filled);
  if (pages < wanted.pages) return lines;
  const PageFullness& last = fullness.pages[static_cast<std::size_t>(wanted.pages) - 1];
  if (wanted.columns_of_last < static_cast<int>(last.filled.size()))
    lines += std::max(0, sum(last.filled) - wanted.columns_of_last * last.lines);
  return lines;
}

int lines_short(const Fullness& fullness, Extent wanted) {
  const PageFullness& last = fullness.pages.back();
  const auto columns = static_cast<int>(last.filled.size());
  const int missing = wanted.pages - static_cast<int>(fullness.pages.size());
  if (missing == 0) return std::max(0, wanted.columns_of_last * last.lines - sum(last.filled));
  return columns * last.lines - sum(last.filled) + ((missing - 1) * columns + wanted.columns_of_last) * fullness.column_lines;
}

bool is_filled(const PageFullness& last, int columns) {
  return last.lines - *std::min_element(last.filled.begin(), last.filled.begin() + columns) <= tolerated_lines;
}

int thousandths_of(Length part, Length whole) { return static_cast<int>(part.scaled(1000, whole.raw()).raw()); }

bool within(Length changed, Length natural, const FitLimit& limit) {
  const int change = thousandths_of(changed - natural, natural);
  return limit.less <= change && change <= limit.more;
}

void set(yaml::Value& settings, std::string key, std::string value) {
  yaml::Value scalar;
  scalar.kind = yaml::Value::Kind::scalar;
  scalar.text = SourceText(std::move(value));
  settings.entries.push_back({SourceText(std::move(key)), std::move(scalar)});
}

/// Every digit, so that the same length is read again.
std::string exact(Length length) { return fmt::format("{:.10f}pt", length.points()); }

Message counted(const char* one, const char* several, int count) {
  return {count == 1 ? one : several, {{"count", std::to_string(count)}}};
}

Message lines_message(int count) { return counted("fit-line", "fit-lines", count); }

/// Phrases that are themselves said in the reader's language: `name.zh` stands in the Chinese sentence.
void say_in_both(MessageArguments& arguments, const std::string& name, const std::vector<Message>& phrases) {
  std::vector<std::string> english, chinese;
  for (const Message& phrase : phrases) {
    english.push_back(phrase.text(MessageLanguage::english));
    chinese.push_back(phrase.text(MessageLanguage::chinese));
  }
  arguments.emplace_back(name, fmt::format("{}", fmt::join(english, ", ")));
  arguments.emplace_back(name + ".zh", fmt::format("{}", fmt::join(chinese, "，")));
}

Message goal_message(const FitGoal& goal) {
  const bool pages = goal.unit == FitGoal::Unit::pages;
  if (goal.count.least < goal.count.most) {
    return {pages ? "fit-page-range" : "fit-column-range",
            {{"least", std::to_string(goal.count.least)}, {"most", std::to_string(goal.count.most)}}};
  }
  return pages ? counted("fit-page", "fit-pages", goal.count.most) : counted("fit-column", "fit-columns", goal.count.most);
}

}  // namespace

FitGoal fit_goal(const FitStyle& fit) {
  return fit.pages ? FitGoal{FitGoal::Unit::pages, *fit.pages} : FitGoal{FitGoal::Unit::columns, fit.columns.value()};
}

FitOutcome measure_fit(const Fullness& fullness, const FitGoal& goal) {
  const PageFullness& last = fullness.pages.back();
  const auto columns = static_cast<int>(last.filled.size());
  const Extent most = extent_of(goal.count.most, goal.unit, columns), least = extent_of(goal.count.least, goal.unit, columns);
  const int count = count_of(fullness, goal.unit);
  if (count > goal.count.most) return {State::over, lines_over(fullness, most)};
  if (count < goal.count.least) return {State::under, lines_short(fullness, least)};
  if (goal.count.least < goal.count.most || is_filled(last, most.columns_of_last)) return {State::filled, 0};
  return {State::under, lines_short(fullness, most)};
}

FitAdjuster::FitAdjuster(const Style& natural, bool has_figures)
    : natural_(natural),
      has_figures_(has_figures),
      area_height_(natural.grid.pitch * (natural.page.area_lines - 1) + natural.of(Element::body).size) {}

Length FitAdjuster::pitch_for(int lines, Length size) const {
  return lines < 2 ? natural_.grid.pitch : Length::from_raw((area_height_ - size).raw() / (lines - 1));
}

Length FitAdjuster::size_for(int characters) const {
  return Length::from_raw(natural_.of(Element::body).size.raw() * natural_.page.area_characters / characters);
}

Length FitAdjuster::largest_size() const {
  const Length size = natural_.of(Element::body).size;
  for (const FitLimit& limit : natural_.fit.adjust) {
    if (limit.what == What::size) return size.scaled(1000 + limit.more, 1000);
  }
  return size;
}

FitSteps FitAdjuster::pitch_steps(const FitLimit& limit) const {
  const Length size = natural_.of(Element::body).size, pitch = natural_.grid.pitch;
  const auto possible = [&](int lines) {
    const Length candidate = pitch_for(lines, size);
    return lines > 1 && within(candidate, pitch, limit) && candidate >= largest_size();
  };
  FitSteps steps;
  while (possible(natural_.page.area_lines + steps.tighter + 1)) ++steps.tighter;
  while (possible(natural_.page.area_lines - steps.looser - 1)) ++steps.looser;
  return steps;
}

/// Columns of set widths, and characters in cells of their own width, keep their number of characters: there the size changes nothing.
FitSteps FitAdjuster::size_steps(const FitLimit& limit) const {
  FitSteps steps;
  if (!natural_.columns.widths.empty() || natural_.grid.cell) return steps;
  const int characters = natural_.page.area_characters;
  const auto possible = [&](int count) { return count > 0 && within(size_for(count), size_for(characters), limit); };
  while (possible(characters + steps.tighter + 1)) ++steps.tighter;
  while (possible(characters - steps.looser - 1)) ++steps.looser;
  return steps;
}

FitSteps FitAdjuster::steps_of(const FitLimit& limit) const {
  switch (limit.what) {
    case What::pitch:
      return pitch_steps(limit);
    case What::images:
      return has_figures_ ? FitSteps{-limit.less / picture_step, limit.more / picture_step} : FitSteps{};
    case What::size:
      return size_steps(limit);
    case What::tracking:
      break;
  }
  // In cells characters stand where the cells do.
  return natural_.composition.character_grid ? FitSteps{} : FitSteps{-limit.less / tracking_step, limit.more / tracking_step};
}

std::vector<FitSteps> FitAdjuster::steps() const {
  std::vector<FitSteps> steps;
  for (const FitLimit& limit : natural_.fit.adjust) steps.push_back(steps_of(limit));
  return steps;
}

FitAdjuster::Values FitAdjuster::values_at(const FitPosition& position) const {
  const TextStyle& body = natural_.of(Element::body);
  Values values{
      natural_.page.area_lines, natural_.page.area_characters, natural_.images.scale, body.tracking, natural_.grid.pitch, body.size};
  for (std::size_t i = 0; i < position.size(); ++i) {
    const int steps = position[i];
    switch (natural_.fit.adjust[i].what) {
      case What::pitch:
        values.lines -= steps;
        break;
      case What::images:
        values.picture_scale = natural_.images.scale * (1000 + steps * picture_step) / 1000;
        break;
      case What::size:
        values.characters -= steps;
        break;
      case What::tracking:
        values.tracking += steps * tracking_step;
        break;
    }
  }
  if (values.characters != natural_.page.area_characters) values.size = size_for(values.characters);
  if (values.lines != natural_.page.area_lines || values.size != body.size) values.pitch = pitch_for(values.lines, values.size);
  return values;
}

yaml::Value FitAdjuster::settings(const FitPosition& position) const {
  const Values values = values_at(position);
  yaml::Value settings;
  settings.kind = yaml::Value::Kind::mapping;
  const TextStyle& body = natural_.of(Element::body);
  if (values.pitch != natural_.grid.pitch) {
    // The area's head stays, and with so many lines its foot.
    set(settings, "grid.pitch", exact(values.pitch));
    set(settings, "page.margin.top", exact(natural_.page.margin_top));
    set(settings, "page.area.lines", std::to_string(values.lines));
  }
  if (values.size != body.size) {
    set(settings, "text.body.size", exact(values.size));
    set(settings, "page.margin.inner", exact(natural_.page.margin_inner));
    set(settings, "page.area.characters", std::to_string(values.characters));
    set(settings, "columns.gap", exact(natural_.columns.gap));
    if (natural_.notes.width > Length()) {
      set(settings, "page.notes.width", exact(natural_.notes.width));
      set(settings, "page.notes.gap", exact(natural_.notes.gap));
    }
  }
  if (values.tracking != body.tracking) set(settings, "text.body.tracking", fmt::format("{:.3f}em", values.tracking / 1000.0));
  if (values.picture_scale != natural_.images.scale) set(settings, "images.scale", fmt::format("{:.3f}", values.picture_scale / 1000.0));
  return settings;
}

void FitAdjuster::keep_display(Style& adjusted) const {
  for (std::size_t i = 0; i < adjusted.text.size(); ++i) {
    const auto element = static_cast<Element>(i);
    if (std::find(of_body.begin(), of_body.end(), element) == of_body.end()) adjusted.of(element) = natural_.of(element);
  }
  for (std::size_t i = 0; i < adjusted.furniture.size(); ++i) adjusted.furniture[i].style = natural_.furniture[i].style;
  adjusted.head = natural_.head;
  adjusted.images.caption_gap = natural_.images.caption_gap;
}

std::vector<Message> FitAdjuster::changes(const FitPosition& position) const {
  const Values values = values_at(position);
  const TextStyle& body = natural_.of(Element::body);
  std::vector<Message> changes;
  for (std::size_t i = 0; i < position.size(); ++i) {
    if (position[i] == 0) continue;
    switch (natural_.fit.adjust[i].what) {
      case What::pitch:
        changes.push_back({"fit-pitch", {{"from", in_points(natural_.grid.pitch)}, {"to", in_points(values.pitch)}}});
        break;
      case What::images:
        changes.push_back({position[i] < 0 ? "fit-images-lower" : "fit-images-higher",
                           {{"percent", std::to_string(std::abs(position[i]) * picture_step / 10)}}});
        break;
      case What::size:
        changes.push_back({"fit-size", {{"from", in_points(body.size)}, {"to", in_points(values.size)}}});
        break;
      case What::tracking:
        changes.push_back({"fit-tracking", {{"ems", fmt::format("{:+.3f}", position[i] * tracking_step / 1000.0)}}});
        break;
    }
  }
  return changes;
}

void report_fit(const FitResult& result, const FitGoal& goal, const std::vector<Message>& changes, SourceSpan place, DiagnosticSink& sink) {
  MessageArguments arguments;
  say_in_both(arguments, "goal", {goal_message(goal)});
  say_in_both(arguments, "lines", {lines_message(result.outcome.lines)});
  say_in_both(arguments, "changes", changes);
  const auto say = [&](Severity severity, const char* code) { sink.report(severity, code, place, arguments); };
  const bool changed = !changes.empty();
  switch (result.outcome.state) {
    case State::over:
      return say(Severity::warning, changed ? "fit-over" : "fit-over-unchanged");
    case State::under:
      return say(Severity::note, changed ? "fit-done-short" : "fit-short");
    case State::filled:
      if (changed) say(Severity::note, "fit-done");
  }
}

}  // namespace banxin
