// Checks that run on every page that a test makes.
#include "page/invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "page/item_area.h"
#include "page/number_text.h"

namespace banxin {
namespace {

using Breaches = std::vector<std::string>;

/// Two roundings of a position may differ by so much.
constexpr Length rounding = Length::from_raw(2);

bool is_artifact(const ItemTag& tag) { return tag.artifact != ItemTag::Artifact::none; }

bool is_blank(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    if (c != U' ' && c != U'\t' && c != U'\n' && c != U'\u3000' && c != U'\u00a0' && c != U'\u200b') return false;
  }
  return true;
}

/// Names an item in a breach: the page and the beginning of its text.
std::string run_name(std::size_t page, const GlyphRunItem& run) {
  std::string beginning;
  for (std::size_t offset = 0, count = 0; offset < run.text.size() && count < 12; ++count)
    utf8::append(beginning, utf8::decode(run.text, offset));
  return fmt::format("page {}, “{}” at {} {}", page + 1, beginning, points_text(run.origin.x), points_text(run.origin.y));
}

bool inside(const Rectangle& area, const Rectangle& frame) {
  return area.x >= frame.x - rounding && area.y >= frame.y - rounding && area.right() <= frame.right() + rounding &&
         area.bottom() <= frame.bottom() + rounding;
}

std::string area_text(const Rectangle& area) {
  return fmt::format("{} {} to {} {}", points_text(area.x), points_text(area.y), points_text(area.right()), points_text(area.bottom()));
}

/// The page with `beyond` more on all sides.
Rectangle enlarged(const Page& page, Length beyond) {
  return {-beyond, -beyond, page.trim.width + beyond * 2, page.trim.height + beyond * 2};
}

/// Printer's marks stand outside the page, and pictures, tints and rules may bleed over its edge; nothing else may.
void check_inside_page(Breaches& breaches, const Page& page, std::size_t number, const PageItem& item) {
  const Rectangle area = item_area(item);
  const bool is_mark = item.tag.artifact == ItemTag::Artifact::page, is_rule = std::holds_alternative<StrokeItem>(item.content);
  if (inside(area, enlarged(page, is_mark ? page.bleed + page.slug : is_rule ? page.bleed : Length()))) return;
  const auto* run = std::get_if<GlyphRunItem>(&item.content);
  const bool may_bleed = std::holds_alternative<ImageItem>(item.content) || std::holds_alternative<RectangleItem>(item.content);
  if (may_bleed && area.right() > Length() && area.bottom() > Length() && area.x < page.trim.width && area.y < page.trim.height) return;
  breaches.push_back(fmt::format("{} lies outside the page: {}",
                                 run != nullptr ? run_name(number, *run) : fmt::format("page {}, an item", number + 1), area_text(area)));
}

void check_glyph_places(Breaches& breaches, std::size_t page, const GlyphRunItem& run) {
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const PositionedGlyph& glyph = run.glyphs[i];
    if (glyph.id == 0) breaches.push_back(fmt::format("{}: glyph {} is the face's empty box", run_name(page, run), i + 1));
    const bool marks_other_glyph = glyph.text_begin == glyph.text_end;
    // By its ink: the blank side of a mark that is set without it may lie over the glyph before.
    const auto ink = run.face->ink_box(glyph.id);
    const Length blank = ink ? std::max(Length(), run.size.scaled(ink->x_min, run.face->units_per_em())) : Length();
    if (i > 0 && !marks_other_glyph && glyph.x + blank + rounding < run.glyphs[i - 1].x)
      breaches.push_back(fmt::format("{}: glyph {} stands before the one it follows", run_name(page, run), i + 1));
  }
  if (!run.glyphs.empty() && run.glyphs.back().x > run.advance + rounding)
    breaches.push_back(fmt::format("{}: the last glyph begins after the run's end", run_name(page, run)));
}

void check_glyph_texts(Breaches& breaches, std::size_t page, const GlyphRunItem& run) {
  std::size_t told = 0;
  const auto require_blank = [&](std::size_t end) {
    if (end > told && !is_blank(std::string_view(run.text).substr(told, end - told)))
      breaches.push_back(fmt::format("{}: “{}” has no glyph", run_name(page, run), run.text.substr(told, end - told)));
  };
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const PositionedGlyph& glyph = run.glyphs[i];
    if (glyph.text_begin > glyph.text_end || glyph.text_end > run.text.size()) {
      breaches.push_back(fmt::format("{}: glyph {} claims text that is not there", run_name(page, run), i + 1));
      return;
    }
    if (glyph.text_begin == glyph.text_end) continue;
    if (glyph.text_begin < told) breaches.push_back(fmt::format("{}: glyph {} repeats text of an earlier one", run_name(page, run), i + 1));
    require_blank(glyph.text_begin);
    told = std::max<std::size_t>(told, glyph.text_end);
  }
  require_blank(run.text.size());
}

void check_run(Breaches& breaches, std::size_t page, const GlyphRunItem& run) {
  if (run.face == nullptr || run.size <= Length()) {
    breaches.push_back(fmt::format("{}: no face or no size", run_name(page, run)));
    return;
  }
  check_glyph_places(breaches, page, run);
  check_glyph_texts(breaches, page, run);
}

void check_structure(Breaches& breaches, const std::vector<StructureNode>& structure) {
  for (std::size_t i = 0; i < structure.size(); ++i) {
    const int parent = structure[i].parent;
    if (i == 0 ? parent != -1 || structure[i].type != StructureNode::Type::document : parent < 0 || static_cast<std::size_t>(parent) >= i)
      breaches.push_back(fmt::format("structure #{}: the parent of a node stands before it, and the document alone has none", i));
    if (structure[i].type == StructureNode::Type::heading && (structure[i].heading_level < 1 || structure[i].heading_level > 6))
      breaches.push_back(fmt::format("structure #{}: headings have the levels 1 to 6", i));
  }
}

void check_tag(Breaches& breaches, std::size_t page, const PageItem& item, std::size_t node_count) {
  const auto* run = std::get_if<GlyphRunItem>(&item.content);
  const std::string name = run != nullptr ? run_name(page, *run) : fmt::format("page {}, an item", page + 1);
  if (item.tag.node >= 0 && static_cast<std::size_t>(item.tag.node) >= node_count)
    breaches.push_back(name + " belongs to a node that does not exist");
  if (item.tag.node >= 0 && is_artifact(item.tag)) breaches.push_back(name + " is both a node's and an artifact");
  if (run != nullptr && item.tag.node < 0 && !is_artifact(item.tag)) breaches.push_back(name + " is text without a tag");
}

/// Whether a node is text of the main flow: what stands in figures, notes and furniture is placed elsewhere.
bool flows(const std::vector<StructureNode>& structure, int node) {
  using Type = StructureNode::Type;
  for (; node >= 0; node = structure[static_cast<std::size_t>(node)].parent) {
    if (structure[static_cast<std::size_t>(node)].is_furniture) return false;
    const Type type = structure[static_cast<std::size_t>(node)].type;
    if (type == Type::figure || type == Type::caption || type == Type::note) return false;
  }
  return true;
}

void check_reading_order(Breaches& breaches, const PagedDocument& document) {
  int latest = -1;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const PageItem& item : document.pages[page].items) {
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      const int block = block_of(document.structure, item.tag.node);
      if (run == nullptr || block < 0 || is_artifact(item.tag) || !flows(document.structure, block)) continue;
      if (block < latest) breaches.push_back(fmt::format("{} (#{}) comes after text of #{}", run_name(page, *run), block, latest));
      latest = std::max(latest, block);
    }
  }
}

void check_references(Breaches& breaches, const PagedDocument& document) {
  for (const OutlineEntry& entry : document.outline) {
    if (entry.page >= document.pages.size())
      breaches.push_back(fmt::format("outline “{}” leads to a page that does not exist", entry.title));
  }
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const LinkArea& link : document.pages[page].links) {
      if (link.node >= static_cast<int>(document.structure.size()))
        breaches.push_back(fmt::format("page {}: the link to {} belongs to a node that does not exist", page + 1, link.target));
      if (link.place && link.place->page >= document.pages.size())
        breaches.push_back(fmt::format("page {}: the link “{}” leads to a page that does not exist", page + 1, link.target));
    }
  }
}

/// Distance from the nearest line of the grid.
Length off_grid(Length baseline, const BodyGrid& grid) {
  const std::int64_t pitch = grid.pitch.raw();
  const std::int64_t rest = (((baseline - grid.first_baseline).raw() % pitch) + pitch) % pitch;
  return Length::from_raw(std::min(rest, pitch - rest));
}

/// Marks are links to their notes.
bool is_note_mark(const std::vector<StructureNode>& structure, int node) {
  using Type = StructureNode::Type;
  if (structure[static_cast<std::size_t>(node)].type == Type::link) node = structure[static_cast<std::size_t>(node)].parent;
  return node >= 0 && structure[static_cast<std::size_t>(node)].type == Type::reference;
}

bool is_body_text(const PagedDocument& document, const PageItem& item, const BodyGrid& grid) {
  const auto* run = std::get_if<GlyphRunItem>(&item.content);
  if (run == nullptr || is_artifact(item.tag) || item.tag.node < 0) return false;
  // The mark of a note is raised off its line, and as large as the text where that line is display type.
  if (is_note_mark(document.structure, item.tag.node)) return false;
  const int block = block_of(document.structure, item.tag.node);
  return block >= 0 && document.structure[static_cast<std::size_t>(block)].type == StructureNode::Type::paragraph && run->size == grid.size;
}

}  // namespace

int block_of(const std::vector<StructureNode>& structure, int node) {
  using Type = StructureNode::Type;
  while (node >= 0 && static_cast<std::size_t>(node) < structure.size()) {
    const StructureNode& candidate = structure[static_cast<std::size_t>(node)];
    if (candidate.type != Type::span && candidate.type != Type::link && candidate.type != Type::reference) return node;
    node = candidate.parent;
  }
  return -1;
}

std::vector<std::string> check_page_invariants(const PagedDocument& document) {
  Breaches breaches;
  check_structure(breaches, document.structure);
  if (!breaches.empty()) return breaches;  // what follows walks the tree
  for (std::size_t number = 0; number < document.pages.size(); ++number) {
    for (const PageItem& item : document.pages[number].items) {
      check_tag(breaches, number, item, document.structure.size());
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      if (run != nullptr) check_run(breaches, number, *run);
      if (run == nullptr || run->face != nullptr) check_inside_page(breaches, document.pages[number], number, item);
    }
  }
  check_reading_order(breaches, document);
  check_references(breaches, document);
  return breaches;
}

std::vector<std::string> check_body_grid(const PagedDocument& document, const BodyGrid& grid) {
  constexpr Length tolerance = Length::from_points(0.01);
  Breaches breaches;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const PageItem& item : document.pages[page].items) {
      if (!is_body_text(document, item, grid)) continue;
      const auto& run = std::get<GlyphRunItem>(item.content);
      if (off_grid(run.origin.y, grid) > tolerance) breaches.push_back(fmt::format("{} is off the line grid", run_name(page, run)));
      const Rectangle ink = ink_area(run);
      if (ink.x < grid.area.x - tolerance || ink.right() > grid.area.right() + tolerance)
        breaches.push_back(fmt::format("{} reaches out of the type area: {}", run_name(page, run), area_text(ink)));
    }
  }
  return breaches;
}

std::string extracted_text(const PagedDocument& document) {
  std::string text;
  int block = -1;
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      if (run == nullptr || is_artifact(item.tag)) continue;
      const int next = block_of(document.structure, item.tag.node);
      if (next != block && !text.empty()) text += '\n';
      block = next;
      text += run->text;
    }
  }
  if (!text.empty()) text += '\n';
  return text;
}

std::vector<std::string> text_by_node(const PagedDocument& document) {
  std::vector<std::string> texts(document.structure.size());
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      const auto node = static_cast<std::size_t>(item.tag.node);
      if (run != nullptr && !is_artifact(item.tag) && item.tag.node >= 0 && node < texts.size()) texts[node] += run->text;
    }
  }
  return texts;
}

}  // namespace banxin
