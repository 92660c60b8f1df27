#include "preview/state.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "layout/page_builder.h"
#include "page/item_area.h"
#include "raster/page_svg.h"

namespace banxin::preview {
namespace {

using Json = nlohmann::ordered_json;

/// FNV-1a: tells pages apart, guards nothing.
std::string key_of(std::string_view svg) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : svg) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

double points(Length length) { return std::round(length.points() * 100) / 100; }

Json json_of(const Rectangle& area) { return {points(area.x), points(area.y), points(area.width), points(area.height)}; }

/// Where printed text stands that a line of the article says: neighbouring runs on one baseline are one place.
Json places_of(const Page& page, const SourceFile& article) {
  struct Place {
    std::size_t line = 0;
    Length baseline;
    Rectangle area;
  };
  std::vector<Place> places;
  for (const PageItem& item : page.items) {
    if (item.span.file != &article) continue;
    const auto* run = std::get_if<GlyphRunItem>(&item.content);
    const Rectangle area = item_area(item);
    if (area.width <= Length() || area.height <= Length()) continue;
    const Place place{article.line_of(item.span.begin), run != nullptr ? run->origin.y : area.bottom(), area};
    const bool goes_on = !places.empty() && places.back().line == place.line && places.back().baseline == place.baseline;
    if (!goes_on) places.push_back(place);
    places.back().area = joined(places.back().area, area);
  }
  Json json = Json::array();
  for (const Place& place : places)
    json.push_back({place.line, points(place.area.x), points(place.area.y), points(place.area.width), points(place.area.height)});
  return json;
}

Json geometry_of(const PageGeometry& geometry, const Page& page, std::size_t index) {
  const TypeArea& area = geometry.area_of(static_cast<int>(index));
  Json json = {
      {"label", page.label}, {"width", points(page.trim.width)}, {"height", points(page.trim.height)}, {"area", json_of(area.area)}};
  json["frames"] = Json::array();
  for (std::size_t column = 0; column < area.column_x.size(); ++column)
    json["frames"].push_back(json_of({area.column_x[column], area.area.y, area.column_widths[column], area.area.height}));
  json["baselines"] = Json::array();
  // Ideographic faces stand 0.88 em above their baseline.
  const Length first = area.area.y + geometry.body_size.scaled(880, 1000);
  for (int line = 0; line < area.lines; ++line) json["baselines"].push_back(points(first + geometry.pitch * line));
  return json;
}

/// Fills in the pages of a result that has some. `sink` is told what cannot be shown of them.
void show_pages(State& state, std::shared_ptr<const TypesetResult> result, DiagnosticSink& sink) {
  const PagedDocument& document = *result->document;
  const PageGeometry geometry = page_geometry(*result->style);
  Json pages = Json::array();
  state.pages.clear();
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const Page& page = document.pages[i];
    auto picture = std::make_shared<const std::string>(page_svg(page, document.metadata.title, sink));
    Json json = geometry_of(geometry, page, i);
    const std::string key = key_of(*picture);
    json["key"] = key;
    json["lines"] = places_of(page, result->sources.front());
    pages.push_back(std::move(json));
    state.pages.emplace(key, std::move(picture));
  }
  state.pages_json = pages.dump(-1, ' ', false, Json::error_handler_t::replace);
  state.result = std::move(result);
}

}  // namespace

State make_state(const Typesetting& typesetting, const State& before, MessageLanguage language, const DiagnosticJson& diagnostic_json) {
  State state = before;
  ++state.version;
  const bool done = typesetting.result && typesetting.result->document;
  DiagnosticSink diagnostics = typesetting.diagnostics;
  if (done) show_pages(state, typesetting.result, diagnostics);
  Json json = {{"version", state.version},
               {"name", typesetting.name},
               {"language", language == MessageLanguage::chinese ? "zh" : "en"},
               {"failed", !done},
               {"text", typesetting.text}};
  if (!done && state.result) json["pages_text"] = state.result->sources.front().text();
  json["diagnostics"] = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    json["diagnostics"].push_back({{"en", Json::parse(diagnostic_json(diagnostic, MessageLanguage::english))},
                                   {"zh", Json::parse(diagnostic_json(diagnostic, MessageLanguage::chinese))}});
  }
  state.json = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  state.json.pop_back();
  state.json += ",\"pages\":" + (state.pages_json.empty() ? std::string("[]") : state.pages_json) + '}';
  return state;
}

}  // namespace banxin::preview
