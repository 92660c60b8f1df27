// A page as text.
#include "page/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "page/item_area.h"
#include "page/names.h"
#include "page/natural_advance.h"
#include "page/number_text.h"

namespace banxin {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string place_text(Point point) { return points_text(point.x) + ' ' + points_text(point.y); }

std::string area_text(const Rectangle& area) {
  return fmt::format("{} {} size {} {}", points_text(area.x), points_text(area.y), points_text(area.width), points_text(area.height));
}

std::string signed_points(Length length) { return (length.raw() < 0 ? "" : "+") + points_text(length); }

std::string tag_text(const ItemTag& tag) {
  if (tag.artifact != ItemTag::Artifact::none) return fmt::format(" artifact-{}", name_of(tag.artifact));
  return tag.node < 0 ? " untagged" : fmt::format(" #{}", tag.node);
}

std::string dash_text(const std::vector<Length>& dash) {
  if (dash.empty()) return {};
  std::string out = " dash";
  for (const Length length : dash) out += ' ' + points_text(length);
  return out;
}

std::string fill_and_stroke_text(const std::optional<Colour>& fill, const std::optional<Colour>& stroke, Length weight) {
  std::string out;
  if (fill) out += " fill " + colour_text(*fill);
  if (stroke) out += fmt::format(" stroke {} {}", points_text(weight), colour_text(*stroke));
  return out;
}

/// Rounding spreads a stretch over gaps that differ by one unit.
bool same_gap(Length a, Length b) { return std::abs(a.raw() - b.raw()) <= 1; }

/// The gap that most glyphs have after them, none among equals.
Length usual_gap(const std::vector<Length>& gaps) {
  std::map<Length, int> counts;
  for (const Length gap : gaps) ++counts[gap];
  Length best;
  int best_count = 0;
  for (const auto& [gap, unused] : counts) {
    const auto count = static_cast<int>(std::count_if(gaps.begin(), gaps.end(), [&](Length other) { return same_gap(gap, other); }));
    if (count > best_count || (count == best_count && std::abs(gap.raw()) < std::abs(best.raw()))) {
      best = gap;
      best_count = count;
    }
  }
  return best;
}

/// Where glyphs are not at their natural places: what most gaps have in common, then each other gap with the glyph before it.
std::string gaps_text(const GlyphRunItem& run) {
  std::vector<Length> gaps;
  for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i)
    gaps.push_back(run.glyphs[i + 1].x - run.glyphs[i].x - natural_advance(run, run.glyphs[i].id));
  const Length usual = usual_gap(gaps);
  std::string out;
  if (!same_gap(usual, Length())) out += " all " + signed_points(usual);
  if (!run.glyphs.empty()) {
    const Length end_gap = run.advance - run.glyphs.back().x - natural_advance(run, run.glyphs.back().id);
    gaps.push_back(same_gap(end_gap, Length()) ? usual : end_gap);
  }
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (same_gap(gaps[i], usual)) continue;
    const PositionedGlyph& glyph = run.glyphs[i];
    const std::string text = run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
    out += fmt::format(" {}“{}” {}", i + 1, text, signed_points(same_gap(gaps[i], Length()) ? Length() : gaps[i]));
  }
  return out;
}

std::string rises_text(const GlyphRunItem& run) {
  std::string out;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (run.glyphs[i].y != Length()) out += fmt::format(" {} {}", i + 1, signed_points(run.glyphs[i].y));
  }
  return out;
}

std::string content_text(const GlyphRunItem& run) {
  std::string out = fmt::format("text {} to {} {} {}", place_text(run.origin), points_text(run.origin.x + run.advance),
                                run.face->postscript_name(), points_text(run.size));
  if (run.colour != Colour::black()) out += ' ' + colour_text(run.colour);
  return out + ' ' + in_quotes(run.text) + (run.told_as_one ? " told-as-one" : "");
}

std::string content_text(const StrokeItem& stroke) {
  return fmt::format("rule {} to {} weight {}{}{} {}", place_text(stroke.from), place_text(stroke.to), points_text(stroke.weight),
                     dash_text(stroke.dash), stroke.round_caps ? " round" : "", colour_text(stroke.colour));
}

std::string content_text(const PathItem& path) {
  return fmt::format("path {} segments in {}{}", path.segments.size(), area_text(bounding_box(path)),
                     fill_and_stroke_text(path.fill, path.stroke, path.weight));
}

std::string content_text(const RectangleItem& rectangle) {
  return fmt::format("rectangle {}{}{}", area_text(rectangle.area),
                     fill_and_stroke_text(rectangle.fill, rectangle.stroke, rectangle.weight), dash_text(rectangle.dash));
}

std::string content_text(const ImageItem& image) {
  std::string out = "picture " + area_text(image.area);
  if (image.clip != image.area) out += " clip " + area_text(image.clip);
  return out;
}

void append_item(std::string& out, const PageItem& item) {
  out += "  " + std::visit([](const auto& content) { return content_text(content); }, item.content) + tag_text(item.tag) + '\n';
  const auto* run = std::get_if<GlyphRunItem>(&item.content);
  if (run == nullptr) return;
  if (const std::string gaps = gaps_text(*run); !gaps.empty()) out += "    gaps" + gaps + '\n';
  if (const std::string rises = rises_text(*run); !rises.empty()) out += "    raised" + rises + '\n';
}

void append_page(std::string& out, const Page& page, std::size_t number) {
  out += fmt::format("page {} {} size {} {}", number, in_quotes(page.label), points_text(page.trim.width), points_text(page.trim.height));
  if (page.bleed > Length()) out += " bleed " + points_text(page.bleed);
  if (page.slug > Length()) out += " slug " + points_text(page.slug);
  out += '\n';
  for (const PageItem& item : page.items) append_item(out, item);
  for (const LinkArea& link : page.links) {
    const std::string to = link.place ? fmt::format(" to page {} {} {}", link.place->page + 1, points_text(link.place->place.x),
                                                    points_text(link.place->place.y))
                                      : std::string();
    out += fmt::format("  link {} {}{}{}\n", area_text(link.area), in_quotes(link.target), to,
                       link.node < 0 ? "" : fmt::format(" #{}", link.node));
  }
}

void append_structure(std::string& out, const std::vector<StructureNode>& structure) {
  if (structure.empty()) return;
  out += "structure\n";
  std::vector<int> depths;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const StructureNode& node = structure[i];
    const bool has_parent = node.parent >= 0 && static_cast<std::size_t>(node.parent) < i;
    depths.push_back(has_parent ? depths[static_cast<std::size_t>(node.parent)] + 1 : 0);
    out += fmt::format("{:{}}#{} {}", "", 2 + 2 * depths.back(), i, name_of(node.type));
    if (node.type == StructureNode::Type::heading) out += fmt::format(" {}", node.heading_level);
    if (node.numbering != StructureNode::Numbering::none)
      out += node.numbering == StructureNode::Numbering::decimal ? " decimal" : " bullet";
    if (!node.language.empty()) out += " lang " + node.language;
    if (!node.alternative.empty()) out += " alt " + in_quotes(node.alternative);
    out += '\n';
  }
}

void append_outline(std::string& out, const std::vector<OutlineEntry>& outline) {
  if (outline.empty()) return;
  out += "outline\n";
  for (const OutlineEntry& entry : outline) {
    out += fmt::format("{:{}}{} page {} at {}\n", "", 2 * entry.level, in_quotes(entry.title), entry.page + 1, place_text(entry.place));
  }
}

}  // namespace

std::string dump_text(const PagedDocument& document) {
  std::string out = fmt::format("document {} {}\n", document.metadata.language, in_quotes(document.metadata.title));
  for (std::size_t i = 0; i < document.pages.size(); ++i) append_page(out, document.pages[i], i + 1);
  append_structure(out, document.structure);
  append_outline(out, document.outline);
  return out;
}

}  // namespace banxin
