// Nodes of stretches inside a text.
#include "layout/structure.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

using Type = StructureNode::Type;

class InlineNode : public testing::Test {
 protected:
  InlineNode() {
    add_node(structure_, Type::document, -1, {});
    structure_[0].language = "zh-Hans";
    paragraph_ = add_node(structure_, Type::paragraph, 0, {});
  }

  SourceFile file_{"a.yaml", "0123456789"};
  std::vector<StructureNode> structure_;
  int paragraph_ = 0;
};

TEST_F(InlineNode, IsTheTextsOwnForPlainWords) {
  EXPECT_EQ(inline_node(structure_, paragraph_, StructureNode::Type::span, "zh-Hans", {&file_, 0, 4}), paragraph_);
  EXPECT_EQ(inline_node(structure_, -1, StructureNode::Type::link, "ja", {&file_, 0, 4}), -1) << "an artifact has no node";
}

TEST_F(InlineNode, IsALinkOnceForAllItsLines) {
  const int link = inline_node(structure_, paragraph_, StructureNode::Type::link, "zh-Hans", {&file_, 0, 4});
  EXPECT_EQ(structure_[static_cast<std::size_t>(link)].type, Type::link);
  EXPECT_EQ(structure_[static_cast<std::size_t>(link)].parent, paragraph_);
  inline_node(structure_, paragraph_, StructureNode::Type::span, "ja", {&file_, 5, 6});
  EXPECT_EQ(inline_node(structure_, paragraph_, StructureNode::Type::link, "zh-Hans", {&file_, 0, 4}), link);
  EXPECT_NE(inline_node(structure_, paragraph_, StructureNode::Type::link, "zh-Hans", {&file_, 7, 9}), link);
}

TEST_F(InlineNode, TellsTheLanguageThatDiffersFromTheTexts) {
  const int span = inline_node(structure_, paragraph_, StructureNode::Type::span, "ja", {&file_, 0, 4});
  EXPECT_EQ(structure_[static_cast<std::size_t>(span)].type, Type::span);
  EXPECT_EQ(structure_[static_cast<std::size_t>(span)].language, "ja");
  EXPECT_EQ(language_of(structure_, span), "ja");
  EXPECT_EQ(language_of(structure_, paragraph_), "zh-Hans");
}

}  // namespace
}  // namespace banxin
