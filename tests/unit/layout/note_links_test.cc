// Marks lead to their notes, and notes back to their marks.
#include "layout/note_links.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using namespace literals;
using Type = StructureNode::Type;

/// A document of two pages whose runs belong to these nodes: [0] document, [1] paragraph, then one node for each end of a note.
PagedDocument document_with(std::vector<std::pair<Type, std::string>> ends) {
  PagedDocument document;
  document.pages.resize(2);
  for (Page& page : document.pages) page.trim = {100_pt, 200_pt};
  document.structure.resize(2);
  document.structure[0].type = Type::document;
  document.structure[1].parent = 0;
  for (auto& [type, note] : ends) {
    StructureNode node;
    node.type = type;
    node.parent = 1;
    node.note = std::move(note);
    document.structure.push_back(std::move(node));
  }
  return document;
}

void put_run(PagedDocument& document, std::size_t page, int node, Point origin, const std::string& text) {
  GlyphRunItem run;
  run.origin = origin;
  run.size = 10_pt;
  run.advance = 10_pt;
  run.text = text;
  document.pages[page].items.push_back({run, {node, ItemTag::Artifact::none}, {}});
}

TEST(NoteLinks, LeadFromMarkToNumberAndBack) {
  PagedDocument document = document_with({{Type::reference, "a"}, {Type::label, "a"}});
  put_run(document, 0, 2, {20_pt, 50_pt}, "①");
  put_run(document, 1, 3, {30_pt, 180_pt}, "①");
  link_notes(document);
  ASSERT_EQ(document.pages[0].links.size(), 1u);
  ASSERT_EQ(document.pages[1].links.size(), 1u);
  const LinkArea &there = document.pages[0].links[0], &back = document.pages[1].links[0];
  ASSERT_TRUE(there.place && back.place);
  EXPECT_EQ(there.place->page, 1u);
  EXPECT_EQ(there.place->place, (Point{30_pt, 171.2_pt})) << "the em-top of the note's number";
  EXPECT_EQ(back.place->page, 0u);
  EXPECT_EQ(back.place->place, (Point{20_pt, 41.2_pt}));
  EXPECT_EQ(there.area, (Rectangle{20_pt, 41.2_pt, 10_pt, 10_pt}));
  // Both are links in the structure, below the mark and below the number, and what is drawn belongs to them.
  for (std::size_t page = 0; page < 2; ++page) {
    const int node = document.pages[page].links[0].node;
    EXPECT_EQ(document.structure[static_cast<std::size_t>(node)].type, Type::link);
    EXPECT_EQ(document.structure[static_cast<std::size_t>(node)].parent, static_cast<int>(page) + 2);
    EXPECT_EQ(document.pages[page].items[0].tag.node, node);
  }
}

TEST(NoteLinks, LeadBackToTheFirstOfSeveralMarks) {
  PagedDocument document = document_with({{Type::reference, "a"}, {Type::reference, "a"}, {Type::label, "a"}});
  put_run(document, 0, 2, {20_pt, 50_pt}, "①");
  put_run(document, 1, 3, {40_pt, 60_pt}, "①");
  put_run(document, 1, 4, {30_pt, 180_pt}, "①");
  link_notes(document);
  ASSERT_EQ(document.pages[1].links.size(), 2u);
  EXPECT_EQ(document.pages[1].links[0].place->page, 1u);
  EXPECT_EQ(document.pages[1].links[1].place->page, 0u);
}

TEST(NoteLinks, LeadNowhereWithoutTheOtherEnd) {
  PagedDocument document = document_with({{Type::reference, "a"}});
  put_run(document, 0, 2, {20_pt, 50_pt}, "①");
  link_notes(document);
  EXPECT_TRUE(document.pages[0].links.empty());
  EXPECT_EQ(document.structure.size(), 3u);
}

}  // namespace
}  // namespace banxin
