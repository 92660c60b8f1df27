// Text operators: what a viewer adds up from them is where the glyphs belong.
#include "pdf/run_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "test_faces.h"
#include "unit/page/run_of.h"

namespace banxin::pdf {
namespace {

using namespace literals;
using test::hei;
using test::latin;
using test::run_of;
using test::song;
using testing::HasSubstr;
using testing::Not;

constexpr Length page_height = 800_pt;

/// The content of runs on a page of their own.
std::string content_of(const std::vector<GlyphRunItem>& runs) {
  PagedDocument document;
  document.pages.emplace_back();
  document.pages[0].trim.height = page_height;
  for (const GlyphRunItem& run : runs) document.pages[0].items.push_back({run, {}, {}});
  const FontTable fonts(document);
  ContentStream content{Sheet(document.pages[0])};
  for (const GlyphRunItem& run : runs) show_run(content, run, fonts.fonts()[fonts.index_of(*run.face)]);
  content.end_text();
  return content.take();
}

/// Where a viewer puts each glyph: it adds up Td, Tc, widths and TJ numbers in floating point.
std::vector<double> viewer_places(const std::string& content, const FontFace& face) {
  std::vector<double> places;
  std::vector<std::string> operands;
  double line_x = 0, x = 0, size = 0, spacing = 0;
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) {
    if (line.front() == '[') {
      for (std::size_t i = 1; line[i] != ']';) {
        if (line[i] == '<') {
          for (++i; line[i] != '>'; i += 4) {
            places.push_back(x);
            const auto glyph = static_cast<std::uint32_t>(std::stoul(line.substr(i, 4), nullptr, 16));
            x += std::round(face.advance(glyph) * 1000.0 / face.units_per_em()) / 1000 * size + spacing;
          }
          ++i;
        } else {
          std::size_t length = 0;
          x -= std::stod(line.substr(i), &length) / 1000 * size;
          i += length;
        }
      }
      continue;
    }
    std::istringstream words(line);
    operands.clear();
    for (std::string word; words >> word;) operands.push_back(word);
    if (operands.back() == "Td") x = line_x += std::stod(operands[0]);
    if (operands.back() == "Tf") size = std::stod(operands[1]);
    if (operands.back() == "Tc") spacing = std::stod(operands[0]);
  }
  return places;
}

TEST(RunContent, ShowsTextAtItsNaturalPlacesAsOneString) {
  EXPECT_EQ(
      content_of({run_of(song(), "版心", {50_pt, 100_pt}, 10_pt)}), "BT\n0 g\n/F1 10 Tf\n50 700 Td\n[<" + [] {
        std::ostringstream codes;
        codes << std::hex << std::uppercase;
        for (const char32_t c : U"版心") {
          if (c != 0) codes << song().nominal_glyph(c);
        }
        return codes.str();
      }() + ">]TJ\nET\n");
}

TEST(RunContent, StatesAnEvenStretchOnceForTheLine) {
  const std::string content = content_of({run_of(song(), "一二三四五六七八", {50_pt, 100_pt}, 10_pt, Length::from_points(0.25))});
  EXPECT_THAT(content, HasSubstr("0.25 Tc\n"));
  EXPECT_THAT(content, testing::ContainsRegex("\\[<[0-9A-F]{32}>\\]TJ"));
}

TEST(RunContent, WritesATrimmedMarkAsOneNumber) {
  GlyphRunItem run = run_of(song(), "一，二", {50_pt, 100_pt}, 10_pt);
  run.glyphs[2].x -= 5_pt;
  EXPECT_THAT(content_of({run}), testing::ContainsRegex("\\[<[0-9A-F]{8}>500<[0-9A-F]{4}>\\]TJ"));
}

TEST(RunContent, GoesOnFromTheLineBefore) {
  const std::string content = content_of({run_of(song(), "一", {50_pt, 100_pt}, 10_pt), run_of(song(), "二", {55_pt, 118_pt}, 10_pt)});
  EXPECT_THAT(content, HasSubstr("50 700 Td\n"));
  EXPECT_THAT(content, HasSubstr("TJ\n5 -18 Td\n["));
}

TEST(RunContent, RaisesGlyphsAndComesDownAgain) {
  GlyphRunItem run = run_of(latin(), "a2b", {50_pt, 100_pt}, 10_pt);
  run.glyphs[1].y = 3_pt;
  EXPECT_THAT(content_of({run}), testing::ContainsRegex("Td\n\\[<....>\\]TJ\n3 Ts\n\\[<....>\\]TJ\n0 Ts\n\\[<....>\\]TJ\n"));
}

TEST(RunContent, SetsBlackAsBlackInkAloneAndColoursAsGiven) {
  GlyphRunItem run = run_of(song(), "一", {50_pt, 100_pt}, 10_pt);
  run.colour = Colour{{}, RgbColour{0, 0, 0}, {}};
  EXPECT_THAT(content_of({run}), HasSubstr("\n0 g\n"));
  run.colour = Colour{{}, RgbColour{255, 51, 0}, {}};
  EXPECT_THAT(content_of({run}), HasSubstr("\n1 0.2 0 rg\n"));
  run.colour = Colour{{}, {}, CmykColour{0, 670, 800, 310}};
  EXPECT_THAT(content_of({run}), HasSubstr("\n0 0.67 0.8 0.31 k\n"));
}

TEST(RunContent, PutsEveryGlyphWithin4ThousandthsOfAPoint) {
  std::mt19937 random(20250513);  // NOLINT(cert-msc51-cpp): the same pages each time
  const auto up_to = [&](std::uint32_t limit) { return Length::from_raw(static_cast<std::int64_t>(random() % limit)); };
  for (int round = 0; round < 300; ++round) {
    const FontFace& face = round % 3 == 0 ? latin() : round % 3 == 1 ? song() : hei();
    const Length size = 6_pt + up_to(40'000);
    GlyphRunItem run = run_of(face, round % 3 == 0 ? "The quick brown fox jumps" : "三十余所院校聚首，共话高质量发展。",
                              {up_to(500'000), 100_pt}, size, round % 2 == 0 ? up_to(1000) : Length());
    for (PositionedGlyph& glyph : run.glyphs) glyph.x += round % 5 == 0 ? up_to(500) : up_to(2);
    const std::vector<double> places = viewer_places(content_of({run}), face);
    ASSERT_EQ(places.size(), run.glyphs.size());
    for (std::size_t i = 0; i < places.size(); ++i)
      ASSERT_NEAR(places[i], (run.origin.x + run.glyphs[i].x).points(), 0.00401) << "round " << round;
  }
}

TEST(RunContent, SpansTextThatTheGlyphDoesNotTellByItself) {
  GlyphRunItem run = run_of(song(), "一丁一一", {50_pt, 100_pt}, 10_pt);
  run.glyphs[1].id = run.glyphs[0].id;
  const std::string content = content_of({run});
  EXPECT_THAT(content, HasSubstr("/Span <</ActualText<FEFF4E01>>> BDC\n[<"));
  EXPECT_EQ(content.find("BDC"), content.rfind("BDC"));
}

TEST(RunContent, SpansAWholeCluster) {
  GlyphRunItem run = run_of(latin(), "ae", {50_pt, 100_pt}, 10_pt);
  run.text = "é";
  run.glyphs[0].text_end = 2;
  run.glyphs[1].text_begin = run.glyphs[1].text_end = 2;
  EXPECT_THAT(content_of({run}), testing::ContainsRegex("/Span <</ActualText<FEFF00E9>>> BDC\n\\[<........>\\]TJ\nEMC\n"));
}

TEST(RunContent, TellsALetterspacedNameAsOne) {
  GlyphRunItem run = run_of(song(), "\u4e00\u4e01", {}, 10_pt, 10_pt);
  EXPECT_THAT(content_of({run}), Not(HasSubstr("ActualText")));
  run.told_as_one = true;
  EXPECT_THAT(content_of({run}), testing::ContainsRegex("/Span <</ActualText<FEFF4E004E01>>> BDC\n.*TJ\nEMC\n"));
}

TEST(RunContent, ShowsABlankWithoutGlyphAsTheFacesOwn) {
  GlyphRunItem run = run_of(latin(), "a b", {50_pt, 100_pt}, 10_pt);
  const std::string whole = content_of({run});
  run.glyphs.erase(run.glyphs.begin() + 1);
  EXPECT_EQ(content_of({run}), whole);
  EXPECT_THAT(whole, Not(HasSubstr("ActualText")));
}

}  // namespace
}  // namespace banxin::pdf
