// What to look for: one document node, every other node, item, link and bookmark of the second where it belongs behind those of the first.
#include "page/append.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

PagedDocument document(const std::string& title, std::size_t pages) {
  PagedDocument result;
  result.metadata.title = title;
  result.structure = {{.type = StructureNode::Type::document},
                      {.type = StructureNode::Type::article, .parent = 0},
                      {.type = StructureNode::Type::heading, .parent = 1}};
  for (std::size_t i = 0; i < pages; ++i) {
    Page& page = result.pages.emplace_back();
    page.items.push_back({GlyphRunItem{}, {.node = 2}, {}});
    page.items.push_back({GlyphRunItem{}, {.artifact = ItemTag::Artifact::layout}, {}});
    page.links.push_back({{}, "https://example.com", 2, {}});
  }
  result.outline.push_back({title, 1, pages - 1, {}});
  return result;
}

TEST(AppendDocument, MovesNodesBehindThoseThatAreThere) {
  PagedDocument all;
  append_document(all, document("一", 1));
  append_document(all, document("二", 2));
  EXPECT_EQ(all.metadata.title, "一");
  ASSERT_EQ(all.structure.size(), 5u);
  EXPECT_EQ(all.structure[3].parent, 0);
  EXPECT_EQ(all.structure[4].parent, 3);
  ASSERT_EQ(all.pages.size(), 3u);
  EXPECT_EQ(all.pages[0].items[0].tag.node, 2);
  EXPECT_EQ(all.pages[1].items[0].tag.node, 4);
  EXPECT_EQ(all.pages[1].items[1].tag.node, -1);
  EXPECT_EQ(all.pages[2].links[0].node, 4);
  ASSERT_EQ(all.outline.size(), 2u);
  EXPECT_EQ(all.outline[0].page, 0u);
  EXPECT_EQ(all.outline[1].page, 2u);
}

}  // namespace
}  // namespace banxin
