// The structure tree, on its objects as text.
#include "pdf/structure_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/write.h"
#include "test_faces.h"
#include "unit/page/run_of.h"

namespace banxin::pdf {
namespace {

using namespace literals;
using test::node_of;
using test::run_of;
using test::song;
using test::tagged;
using testing::HasSubstr;
using Type = StructureNode::Type;

/// A paragraph over two pages, a link inside it, and a figure that floats before its end.
PagedDocument document_with_parts() {
  PagedDocument document;
  document.structure = {node_of(Type::document), node_of(Type::paragraph, 0), node_of(Type::link, 1), node_of(Type::figure, 0),
                        node_of(Type::note, 0)};
  document.structure[2].language = "en";
  document.structure[3].alternative = "alt (text)";
  const auto line = [](const char* text, std::int64_t y, int node) { return tagged(run_of(song(), text, {10_pt, y * 1_pt}, 10_pt), node); };
  document.pages.resize(2);
  document.pages[0].trim = document.pages[1].trim = {100_pt, 100_pt};
  document.pages[0].items = {line("一", 20, 1), line("二", 35, 2), line("三", 50, 1)};
  document.pages[0].links.push_back({{10_pt, 25_pt, 10_pt, 10_pt}, "https://example.org/", 2, {}});
  PageItem tint{RectangleItem{{20_pt, 30_pt, 40_pt, 50_pt}, Colour::tint(100), {}, Length(), {}}, {}, {}};
  tint.tag.node = 3;
  document.pages[1].items = {tint, line("四", 20, 1), line("五", 90, 4)};
  return document;
}

std::string written(const PagedDocument& document) { return *write_pdf(document, {.compress = false}); }

/// The number of the first object whose text contains `part`.
std::string number_of_object_with(const std::string& file, const std::string& part) {
  const std::size_t place = file.rfind(" 0 obj", file.find(part));
  const std::size_t line = file.rfind('\n', place) + 1;
  return file.substr(line, place - line);
}

TEST(StructureTree, KeepsAParagraphOverTwoPagesOneWithItsPartsInPlace) {
  const std::string file = written(document_with_parts());
  const std::string link = number_of_object_with(file, "/S/Link"), first_page = number_of_object_with(file, "/StructParents 0");
  const std::string second_page = number_of_object_with(file, "/StructParents 1");
  EXPECT_THAT(file, HasSubstr("/S/P/P " + number_of_object_with(file, "/S/Document") + " 0 R/Pg " + first_page + " 0 R/K[0 " + link +
                              " 0 R 2 <</Type/MCR/Pg " + second_page + " 0 R/MCID 1>>]"));
}

TEST(StructureTree, PointsFromLinksToTheirAnnotationsAndBack) {
  const std::string file = written(document_with_parts());
  const std::string link = number_of_object_with(file, "/S/Link"), annotation = number_of_object_with(file, "/Subtype/Link");
  EXPECT_THAT(file, HasSubstr("/K[1 <</Type/OBJR/Pg " + number_of_object_with(file, "/StructParents 0") + " 0 R/Obj " + annotation +
                              " 0 R>>]/Lang(en)"));
  EXPECT_THAT(file, HasSubstr("/StructParent 2>>"));
  EXPECT_THAT(file, HasSubstr(" 2 " + link + " 0 R]>>"));
}

TEST(StructureTree, LeadsBackFromEveryMarkedSequence) {
  const std::string file = written(document_with_parts());
  const auto reference = [&](const char* part) { return number_of_object_with(file, part) + " 0 R"; };
  const std::string paragraph = reference("/S/P/"), link = reference("/S/Link"), figure = reference("/S/Figure"),
                    note = reference("/S/Note");
  EXPECT_THAT(file,
              HasSubstr("<</Nums[0 [" + paragraph + ' ' + link + ' ' + paragraph + "] 1 [" + figure + ' ' + paragraph + ' ' + note + "]"));
  EXPECT_THAT(file, HasSubstr("/ParentTreeNextKey 3"));
}

TEST(StructureTree, GivesFiguresTheirTextAndPlaceAndNotesAName) {
  const std::string file = written(document_with_parts());
  EXPECT_THAT(file, HasSubstr("/Alt(alt \\(text\\))/A<</O/Layout/Placement/Block/BBox[20 20 60 70]>>"));
  EXPECT_THAT(file, HasSubstr("/ID(note-4)"));
}

TEST(StructureTree, KeepsTheArticlesOrderOfBlocksWhereverTheyFloat) {
  const std::string file = written(document_with_parts());
  const auto reference = [&](const char* part) { return number_of_object_with(file, part) + " 0 R"; };
  EXPECT_THAT(file, HasSubstr("/S/Document/P " + reference("/StructTreeRoot/K") + "/K[" + reference("/S/P/") + ' ' +
                              reference("/S/Figure") + ' ' + reference("/S/Note") + ']'));
}

}  // namespace
}  // namespace banxin::pdf
