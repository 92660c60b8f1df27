// Whole files: valid, with their text in reading order, and the same bytes each time.
#include "pdf/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "subprocess.h"
#include "test_faces.h"
#include "unit/page/run_of.h"

namespace banxin {
namespace {

using namespace literals;
using test::hei;
using test::latin;
using test::node_of;
using test::run_of;
using test::run_program;
using test::song;
using test::tagged;
using test::TemporaryFile;
using testing::HasSubstr;
using testing::Not;
using Type = StructureNode::Type;

/// Two pages with text in three faces, furniture, drawings, a figure, a link and an outline.
PagedDocument sample_document() {
  PagedDocument document;
  document.metadata.title = "版心与“排版”";
  document.metadata.language = "zh-Hans";
  document.metadata.authors = {"记者 甲", "乙"};
  document.metadata.keywords = {"排版"};
  document.metadata.description = "A <short> description & more";
  document.metadata.date = 1'747'094'400;
  document.structure = {node_of(Type::document),   node_of(Type::heading, 0), node_of(Type::paragraph, 0), node_of(Type::figure, 0),
                        node_of(Type::caption, 3), node_of(Type::link, 2),    node_of(Type::paragraph, 0)};
  document.structure[1].heading_level = 1;
  document.structure[3].alternative = "占位图";
  Page page;
  page.trim = {Length::from_millimetres(210), Length::from_millimetres(297)};
  page.label = "1";
  page.items.push_back(tagged(run_of(hei(), "版心与排版", {60_pt, 80_pt}, 24_pt), 1));
  page.items.push_back(
      tagged(run_of(song(), "第一段的第一行，", {60_pt, 120_pt}, Length::from_points(10.5), Length::from_points(0.31)), 2));
  page.items.push_back(tagged(run_of(song(), "见", {60_pt, 135_pt}, Length::from_points(10.5)), 2));
  page.items.push_back(tagged(run_of(latin(), "the site", {71_pt, 135_pt}, Length::from_points(10.5)), 5));
  page.items.push_back(tagged(run_of(song(), "。", {110_pt, 135_pt}, Length::from_points(10.5)), 2));
  page.links.push_back({{71_pt, 125_pt, 39_pt, 12_pt}, "https://example.org/版心", 5, {}});
  PageItem tint{RectangleItem{{60_pt, 200_pt, 100_pt, 75_pt}, Colour::tint(80), Colour{{}, RgbColour{176, 58, 36}, {}}, 1_pt, {}}, {}, {}};
  tint.tag.node = 3;
  page.items.push_back(tint);
  page.items.push_back(tagged(run_of(hei(), "图一", {60_pt, 290_pt}, 8_pt), 4));
  PageItem rule{StrokeItem{{60_pt, 800_pt}, {500_pt, 800_pt}, Length::from_points(0.5), Colour::black(), {}, false}, {}, {}};
  rule.tag.artifact = ItemTag::Artifact::layout;
  page.items.push_back(rule);
  PageItem folio = tagged(run_of(latin(), "1", {300_pt, 820_pt}, 9_pt), -1);
  folio.tag.artifact = ItemTag::Artifact::pagination_footer;
  page.items.push_back(folio);
  document.pages.push_back(page);
  page.label = "2";
  page.items = {tagged(run_of(song(), "第二页上的第二段。", {60_pt, 80_pt}, Length::from_points(10.5)), 6), folio};
  page.links.clear();
  document.pages.push_back(page);
  document.outline.push_back({"版心与排版", 1, 0, {60_pt, 60_pt}});
  document.outline.push_back({"Second", 2, 1, {60_pt, 70_pt}});
  return document;
}

std::string written(const PagedDocument& document, bool compress = true, unsigned threads = 1) {
  auto bytes = write_pdf(document, {.compress = compress, .threads = threads});
  if (!bytes) throw std::runtime_error(bytes.failure().message.text(MessageLanguage::english));
  return *bytes;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  return text;
}

std::string extracted(const PagedDocument& document) {
  const TemporaryFile file(written(document));
  return run_program("pdftotext -raw -enc UTF-8 " + file.path() + " -").text;
}

class WrittenFile : public testing::TestWithParam<bool> {};

TEST_P(WrittenFile, IsSound) {
  const TemporaryFile file(written(sample_document(), GetParam()));
  const auto check = run_program("qpdf --check " + file.path());
  EXPECT_EQ(check.status, 0) << check.text;
  EXPECT_THAT(check.text, Not(HasSubstr("WARNING")));
}

INSTANTIATE_TEST_SUITE_P(Compression, WrittenFile, testing::Bool());

TEST(WrittenFile, GivesItsTextInReadingOrder) {
  EXPECT_EQ(without_blanks(extracted(sample_document())), "版心与排版第一段的第一行，见thesite。图一1第二页上的第二段。1");
}

TEST(WrittenFile, IsTheSameEachTime) { EXPECT_EQ(written(sample_document()), written(sample_document())); }

TEST(WrittenFile, IsTheSameByAnyNumberOfThreads) {
  PagedDocument document = sample_document();
  for (int copy = 0; copy < 5; ++copy) document.pages.push_back(document.pages.front());
  const std::string by_one = written(document);
  for (const unsigned threads : {2u, 8u}) EXPECT_EQ(written(document, true, threads), by_one) << threads;
}

TEST(WrittenFile, HasAnIdentifierOfItsContents) {
  PagedDocument other = sample_document();
  other.pages[1].items[0] = tagged(run_of(song(), "第二页上的另一段。", {60_pt, 80_pt}, Length::from_points(10.5)), 6);
  const auto identifier = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID")); };
  EXPECT_NE(identifier(written(sample_document(), false)).substr(0, 40), identifier(written(other, false)).substr(0, 40));
}

TEST(WrittenFile, StatesMetadataAndReadingAids) {
  const TemporaryFile file(written(sample_document()));
  const std::string info = run_program("pdfinfo -enc UTF-8 " + file.path()).text;
  for (const char* line : {"版心与“排版”", "记者 甲, 乙", "A <short> description & more", "Banxin", "Tagged:          yes",
                           "Pages:           2", "595.275 x 841.89"})
    EXPECT_THAT(info, HasSubstr(line));
  const std::string plain = written(sample_document(), false);
  for (const char* part :
       {"/Lang (zh-Hans)", "/DisplayDocTitle true", "/CreationDate (D:20250513000000Z)", "<xmp:CreateDate>2025-05-13T00:00:00Z",
        "<rdf:li>记者 甲</rdf:li><rdf:li>乙</rdf:li>", "A &lt;short&gt; description &amp; more",
        "/URI(https://example.org/%E7%89%88%E5%BF%83)", "/Alt<FEFF53604F4D56FE>"})
    EXPECT_THAT(plain, HasSubstr(part));
}

TEST(WrittenFile, LeavesDatesOutWhenThereAreNone) {
  PagedDocument document = sample_document();
  document.metadata.date.reset();
  const std::string plain = written(document, false);
  EXPECT_THAT(plain, Not(HasSubstr("CreationDate")));
  EXPECT_THAT(plain, Not(HasSubstr("CreateDate")));
}

TEST(WrittenFile, EmbedsEveryFontAsASubset) {
  const TemporaryFile file(written(sample_document()));
  const std::string fonts = run_program("pdffonts " + file.path()).text;
  EXPECT_THAT(fonts, HasSubstr("+BanxinTestSong-Regular-Identity-H"));
  EXPECT_THAT(fonts, testing::ContainsRegex("\\+BanxinTestHei-Regular +CID TrueType +Identity-H +yes yes yes"));
  EXPECT_THAT(fonts, testing::ContainsRegex("\\+BanxinTestSong-Regular-Identity-H +CID Type 0C +Identity-H +yes yes yes"));
}

TEST(WrittenFile, StatesTheFacesOwnMetricsInThousandths) {
  EXPECT_THAT(written(sample_document(), false),
              HasSubstr("+BanxinTestSong-Regular/Flags 4/FontBBox[0 -120 2000 880]/ItalicAngle 0/Ascent 880/Descent "
                        "-120/CapHeight 700/StemV 95/FontFile3"));
}

TEST(WrittenFile, TellsTextThatGlyphsStandForOnlyHere) {
  PagedDocument document = sample_document();
  GlyphRunItem run = run_of(song(), "鿿一一", {60_pt, 300_pt}, 10_pt);  // as when a missing character is shown by another's glyph
  for (PositionedGlyph& glyph : run.glyphs) glyph.id = song().nominal_glyph(U'一');
  document.pages[1].items = {tagged(run, 6)};
  EXPECT_THAT(extracted(document), HasSubstr("鿿一一"));
}

TEST(WrittenFile, GivesTheTextOfAClusterOfSeveralGlyphsOnce) {
  PagedDocument document = sample_document();
  GlyphRunItem run = run_of(latin(), "eae", {60_pt, 300_pt}, 10_pt);
  run.text = "ée";
  run.glyphs[0].text_end = 2;
  run.glyphs[1].text_begin = run.glyphs[1].text_end = 2;
  run.glyphs[2].text_begin = 2;
  run.glyphs[2].text_end = 3;
  document.pages[1].items = {tagged(run, 6), tagged(run_of(latin(), "a", {60_pt, 320_pt}, 10_pt), 6)};
  EXPECT_THAT(without_blanks(extracted(document)), testing::EndsWith("éea"));
}

TEST(WrittenFile, KeepsBlanksThatHaveNoGlyph) {
  PagedDocument document = sample_document();
  GlyphRunItem run = run_of(latin(), "ab cd", {60_pt, 300_pt}, 10_pt);
  run.glyphs.erase(run.glyphs.begin() + 2);
  document.pages[1].items = {tagged(run, 6)};
  EXPECT_THAT(extracted(document), HasSubstr("ab cd"));
}

TEST(WrittenFile, ReadsOneTextForADashOfTwoCharacters) {
  PagedDocument document = sample_document();
  GlyphRunItem run = run_of(song(), "前—后", {60_pt, 300_pt}, 10_pt);
  run.text = "前——后";
  run.glyphs[1].text_end = run.glyphs[2].text_begin = 9;
  run.glyphs[2].text_end = 12;
  document.pages[1].items = {tagged(run, 6)};
  EXPECT_THAT(extracted(document), HasSubstr("前——后"));
}

TEST(WrittenFile, CanBeUntaggedAndEmpty) {
  PagedDocument document;
  document.pages.resize(1);
  document.pages[0].trim = {100_pt, 100_pt};
  const std::string bytes = written(document, false);
  EXPECT_THAT(bytes, Not(HasSubstr("StructTreeRoot")));
  const TemporaryFile file(bytes);
  EXPECT_EQ(run_program("qpdf --check " + file.path()).status, 0);
}

}  // namespace
}  // namespace banxin
