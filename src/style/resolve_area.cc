#include "style/resolve_area.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "style/resolve.h"
#include "style/type_area.h"

namespace banxin {
namespace {

constexpr Length default_margin = Length::from_millimetres(20);

/// One direction of the page: its count, the margins beside it, and the keys that say them.
struct Direction {
  std::string_view count_key, start_key, end_key;
  std::span<const std::string_view> depends_on;  ///< what the count was chosen for
};

constexpr std::array<std::string_view, 8> of_characters = {"page.paper",    "page.orientation", "page.notes.width", "page.notes.gap",
                                                           "columns.count", "columns.gap",      "grid.cell",        "text.body.size"};
constexpr std::array<std::string_view, 4> of_lines = {"page.paper", "page.orientation", "grid.pitch", "text.body.size"};
constexpr Direction across{"page.area.characters", "page.margin.inner", "page.margin.outer", of_characters};
constexpr Direction down{"page.area.lines", "page.margin.top", "page.margin.bottom", of_lines};

struct Extent {
  std::optional<Length>& start;
  std::optional<Length>& end;
  std::optional<int>& count;
};

int margin_layer(const Settings& settings, std::string_view key) {
  return std::max(settings.layer_of(key), settings.layer_of("page.margin"));
}

/// When both margins and the count are set, the weakest gives way.
void settle(const Direction& direction, Extent extent, const Settings& settings, DiagnosticSink& sink) {
  if (!(extent.start && extent.end && extent.count)) return;
  const int count = settings.layer_of(direction.count_key);
  const int start = margin_layer(settings, direction.start_key), end = margin_layer(settings, direction.end_key);
  if (start == count && end == count) {
    sink.error("style-area-and-margins", settings.place_of(direction.count_key), {{"key", std::string(direction.count_key)}});
  }
  const int weakest = std::min({start, end, count});
  if (count == weakest) {
    extent.count.reset();
  } else {
    if (start == weakest) extent.start.reset();
    if (end == weakest) extent.end.reset();
  }
}

/// Whether what the count was chosen for is set by a stronger layer.
bool outlived(const Direction& direction, const Settings& settings) {
  const int count = settings.layer_of(direction.count_key);
  return count >= 0 && std::any_of(direction.depends_on.begin(), direction.depends_on.end(),
                                   [&](std::string_view key) { return settings.layer_of(key) > count; });
}

using MarginsOf = std::pair<Length, Length> (*)(const PageStyle&);

/// Replaces a count that has outlived what it was chosen for by the margins that it made then.
void keep_margins(const Direction& direction, Extent extent, MarginsOf margins_of, const Settings& settings, const std::string& language) {
  if (!extent.count || !outlived(direction, settings)) return;
  DiagnosticSink ignored;
  const int layer = settings.layer_of(direction.count_key);
  const auto [start, end] = margins_of(resolve_style(settings.up_to(layer), language, ignored).page);
  extent.count.reset();
  if (margin_layer(settings, direction.start_key) <= layer) extent.start = start;
  if (margin_layer(settings, direction.end_key) <= layer) extent.end = end;
}

/// Where neither count nor margins say all, the rest is white of 20 mm.
void fill_in(Extent extent) {
  if (extent.count) return;
  if (!extent.start) extent.start = default_margin;
  if (!extent.end) extent.end = default_margin;
}

std::string text_of(const PageFrame& frame) {
  return "[" + std::to_string(frame.first_column) + ", " + std::to_string(frame.last_column) + ", " + std::to_string(frame.first_line) + ", " +
         std::to_string(frame.last_line) + "]";
}

bool overlap(const PageFrame& a, const PageFrame& b) {
  return a.first_column <= b.last_column && b.first_column <= a.last_column && a.first_line <= b.last_line && b.first_line <= a.last_line;
}

/// Frames lie within the page, and none on another.
void check_frames(const Style& style, const Settings& settings, DiagnosticSink& sink) {
  const std::vector<PageFrame>& frames = style.page.frames;
  const SourceSpan place = settings.place_of("page.frames");
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const PageFrame& frame = frames[i];
    const bool inside = frame.first_column <= frame.last_column && frame.last_column <= style.columns.count &&
                        frame.first_line <= frame.last_line && frame.last_line <= style.page.area_lines;
    if (!inside) {
      sink.error("style-frame-outside", place,
                 {{"frame", text_of(frame)}, {"columns", std::to_string(style.columns.count)}, {"lines", std::to_string(style.page.area_lines)}});
    }
    for (std::size_t other = 0; other < i; ++other) {
      if (overlap(frame, frames[other])) sink.error("style-frames-overlap", place, {{"frame", text_of(frame)}, {"other", text_of(frames[other])}});
    }
  }
}

SourceSpan place_of(const Direction& direction, const Settings& settings) {
  std::vector<std::string> keys = {std::string(direction.count_key), std::string(direction.start_key), std::string(direction.end_key),
                                   "page.margin"};
  if (&direction == &across) keys.push_back("columns.widths");
  keys.insert(keys.end(), direction.depends_on.begin(), direction.depends_on.end());
  return settings.strongest_place(keys);
}

void report(const TypeAreaFault& fault, const Settings& settings, DiagnosticSink& sink) {
  const MessageArguments most = {{"most", std::to_string(fault.most)}};
  if (fault.axis == TypeAreaFault::Axis::characters) {
    sink.error("style-area-characters", place_of(across, settings), most);
  } else {
    sink.error("style-area-lines", place_of(down, settings), most);
  }
}

TypeAreaRequest request_of(const StyleDraft& draft) {
  TypeAreaRequest request = type_area_request(draft.style);
  request.top = draft.margin_top;
  request.bottom = draft.margin_bottom;
  request.inner = draft.margin_inner;
  request.outer = draft.margin_outer;
  request.characters = draft.area_characters;
  request.lines = draft.area_lines;
  return request;
}

}  // namespace

Size oriented_paper(const StyleDraft& draft) {
  const Size paper = draft.style.page.paper;
  const Length shorter = std::min(paper.width, paper.height), longer = std::max(paper.width, paper.height);
  switch (draft.orientation) {
    case StyleDraft::Orientation::portrait:
      return {shorter, longer};
    case StyleDraft::Orientation::landscape:
      return {longer, shorter};
    case StyleDraft::Orientation::as_written:
      break;
  }
  return paper;
}

void apply_orientation(StyleDraft& draft) {
  draft.style.page.paper = oriented_paper(draft);
  draft.orientation = StyleDraft::Orientation::as_written;
}

void resolve_type_area(StyleDraft& draft, const Settings& settings, DiagnosticSink& sink) {
  PageStyle& page = draft.style.page;
  const Extent horizontal{draft.margin_inner, draft.margin_outer, draft.area_characters};
  const Extent vertical{draft.margin_top, draft.margin_bottom, draft.area_lines};
  const std::string& language = draft.style.language;
  settle(across, horizontal, settings, sink);
  settle(down, vertical, settings, sink);
  keep_margins(
      across, horizontal, [](const PageStyle& p) { return std::pair(p.margin_inner, p.margin_outer); }, settings, language);
  keep_margins(
      down, vertical, [](const PageStyle& p) { return std::pair(p.margin_top, p.margin_bottom); }, settings, language);
  fill_in(horizontal);
  fill_in(vertical);
  const auto result = compute_type_area(request_of(draft));
  if (const auto* fault = std::get_if<TypeAreaFault>(&result)) return report(*fault, settings, sink);
  const TypeArea& area = std::get<TypeArea>(result);
  page.margin_inner = area.area.x;
  page.margin_outer = area.margin_outer(page.paper);
  page.margin_top = area.area.y;
  page.margin_bottom = area.margin_bottom(page.paper);
  page.area_characters = area.characters;
  page.area_lines = area.lines;
  check_frames(draft.style, settings, sink);
}

}  // namespace banxin
