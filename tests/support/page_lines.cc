#include "support/page_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/invariants.h"
#include "page/item_area.h"

namespace banxin {

namespace {

constexpr std::u32string_view forbidden_heads = U"、，。．；：！？）］｝〉》」』】〕〗”’％·・";
constexpr std::u32string_view forbidden_feet = U"（［｛〈《「『【〔〖“‘";

/// Wider than any space within a line, narrower than a gap between columns.
Length widest_space(Length size) { return size.scaled(3, 2); }

/// Sub- and superscripts stand less than half a size off the baseline, the next line a pitch.
bool share_a_line(const PageLine& line, const GlyphRunItem& run) {
  const Length apart = line.baseline > run.origin.y ? line.baseline - run.origin.y : run.origin.y - line.baseline;
  return apart < std::max(line.size, run.size).scaled(1, 2);
}

std::u32string visible(const std::string& text) {
  std::u32string characters = utf8::decode_all(text);
  std::erase_if(characters, [](char32_t c) { return c == U' ' || c == U'\u3000'; });
  return characters;
}

bool stands_apart(const std::vector<StructureNode>& structure, int node) {
  while (node >= 0 && structure[static_cast<std::size_t>(node)].type != StructureNode::Type::section)
    node = structure[static_cast<std::size_t>(node)].parent;
  return node >= 0;
}

}  // namespace

bool PageLine::begins_with_forbidden_mark() const {
  const std::u32string characters = visible(text);
  return !characters.empty() && forbidden_heads.find(characters.front()) != std::u32string_view::npos;
}

bool PageLine::ends_with_forbidden_mark() const {
  const std::u32string characters = visible(text);
  return !characters.empty() && forbidden_feet.find(characters.back()) != std::u32string_view::npos;
}

bool PageLine::ends_in_latin() const {
  const std::u32string characters = visible(text);
  return !characters.empty() && characters.back() < 0x2000;
}

std::vector<PageLine> lines_of(const PagedDocument& document) {
  std::vector<PageLine> lines;
  int latest_block = -1;
  for (const Page& page : document.pages) {
    bool new_page = true;
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRunItem>(&item.content);
      const int block = run == nullptr ? -1 : block_of(document.structure, item.tag.node);
      if (block < 0) continue;
      const StructureNode::Type type = document.structure[static_cast<std::size_t>(block)].type;
      if (type == StructureNode::Type::figure) continue;
      const Rectangle ink = ink_area(*run);
      const bool same_block = block == latest_block && !lines.empty();
      const bool goes_on = same_block && !new_page && share_a_line(lines.back(), *run) &&
                           run->origin.x + run->size > lines.back().ink_end &&
                           run->origin.x < lines.back().ink_end + widest_space(run->size);
      if (goes_on) {
        lines.back().text += run->text;
        lines.back().ink_end = std::max(lines.back().ink_end, ink.right());
      } else {
        if (same_block) lines.back().last_of_block = false;
        lines.push_back(
            {run->text, type, run->size, run->origin.y, ink.x, ink.right(), true, static_cast<std::size_t>(&page - document.pages.data())});
        lines.back().in_box = stands_apart(document.structure, block);
      }
      latest_block = block;
      new_page = false;
    }
  }
  return lines;
}

}  // namespace banxin
