// What to look for: dots under (Chinese) or over (Japanese) each emphasized character but no mark, tints behind marked text before its
// glyphs.
#include "layout/emit.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "page/item_area.h"
#include "unit/page/fake_face.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(12800);  // hundredths of it are whole numbers

/// A galley of one line: East Asian characters an em wide, others half, `gap` between them.
class OneLine {
 public:
  OneLine(std::string_view text, const CharacterStyle& style, Length gap = {}) {
    styled_->text = SourceText(std::string(text));
    styled_->runs.push_back({0, static_cast<std::uint32_t>(text.size()), style});
    styled_->runs[0].style.size = em;
    Length x;
    for (std::size_t offset = 0; offset < text.size();) {
      const auto begin = static_cast<std::uint32_t>(offset);
      const char32_t code_point = utf8::decode(text, offset);
      const auto glyph = static_cast<std::uint32_t>(shaped_->glyphs.size());
      Cluster cluster{begin, static_cast<std::uint32_t>(offset),       glyph, glyph + 1, 0,    &face_,
                      em,    code_point < 0x80 ? em.scaled(1, 2) : em, {},    {},        false};
      shaped_->glyphs.push_back({static_cast<std::uint32_t>(code_point), {}, {}, cluster.advance});
      line_.clusters.push_back({glyph, x});
      line_.ink_end = x + cluster.advance;
      x += cluster.advance + gap;
      shaped_->clusters.push_back(cluster);
    }
    galley_.text = styled_;
    galley_.shaped = shaped_;
  }

  Line& line() { return line_; }
  /// Text from byte `begin` on is a run of its own.
  void divide(std::uint32_t begin, CharacterStyle style) {
    style.size = em;
    styled_->runs.push_back({begin, styled_->runs.back().end, std::move(style)});
    styled_->runs[styled_->runs.size() - 2].end = begin;
    for (Cluster& cluster : shaped_->clusters) {
      if (cluster.text_begin >= begin) ++cluster.run;
    }
  }
  /// The two clusters of the text become one.
  void join() {
    Cluster& pair = shaped_->clusters.front();
    pair.text_end = shaped_->clusters.back().text_end;
    pair.glyph_end = shaped_->clusters.back().glyph_end;
    pair.advance += shaped_->clusters.back().advance;
    shaped_->clusters.pop_back();
    line_.clusters.pop_back();
  }
  std::vector<PageItem> emit(Point origin = {}) const {
    std::vector<PageItem> items;
    std::vector<LinkArea> links;
    std::vector<StructureNode> structure(4);
    emit_line(galley_, line_, origin, {3, ItemTag::Artifact::none}, {items, links, structure});
    return items;
  }

 private:
  test::FakeFace face_;
  std::shared_ptr<StyledText> styled_ = std::make_shared<StyledText>();
  std::shared_ptr<ShapedText> shaped_ = std::make_shared<ShapedText>();
  Galley galley_;
  Line line_;
};

template <typename Item>
std::vector<Rectangle> areas_of(const std::vector<PageItem>& items) {
  std::vector<Rectangle> areas;
  for (const PageItem& item : items) {
    if (!std::holds_alternative<Item>(item.content)) continue;
    EXPECT_EQ(item.tag, (ItemTag{-1, ItemTag::Artifact::layout}));
    areas.push_back(item_area(item));
  }
  return areas;
}

CharacterStyle emphasized(std::string language) {
  CharacterStyle style;
  style.emphasis_dots = true;
  style.language = std::move(language);
  return style;
}

/// The middle of an area in hundredths of an em.
std::pair<std::int64_t, std::int64_t> middle(const Rectangle& area) {
  return {(area.x + area.width.scaled(1, 2)).scaled(100, em.raw()).raw(), (area.y + area.height.scaled(1, 2)).scaled(100, em.raw()).raw()};
}

/// The text of each glyph of a pair that is one cluster.
std::vector<std::string> texts_of_pair(std::string_view text) {
  OneLine line(text, {});
  line.join();
  const std::vector<PageItem> items = line.emit();
  std::vector<std::string> texts;
  const auto& run = std::get<GlyphRunItem>(items.at(0).content);
  for (const PositionedGlyph& glyph : run.glyphs) texts.push_back(run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin));
  return texts;
}

TEST(EmitLine, EachGlyphOfADotPairTellsOneOfTheDots) {
  EXPECT_EQ(texts_of_pair("……"), (std::vector<std::string>{"…", "…"}));
  EXPECT_EQ(texts_of_pair("fi"), (std::vector<std::string>{"fi", ""})) << "what other clusters stand for has no parts";
}

TEST(EmitLine, DotsStandUnderEachChineseCharacterButNotUnderMarks) {
  const auto dots = areas_of<PathItem>(OneLine("重，点 A", emphasized("zh-Hans")).emit({Length(), 10 * em}));
  ASSERT_EQ(dots.size(), 3u);
  EXPECT_EQ(middle(dots[0]), (std::pair<std::int64_t, std::int64_t>{50, 1033}));  // .12 below the baseline, .12 white, half of .18
  EXPECT_EQ(middle(dots[1]), (std::pair<std::int64_t, std::int64_t>{250, 1033}));
  EXPECT_EQ(middle(dots[2]), (std::pair<std::int64_t, std::int64_t>{375, 1033}));
  EXPECT_EQ(dots[0].width, em.scaled(18, 100));
}

TEST(EmitLine, DotsStandOverJapaneseCharacters) {
  const auto dots = areas_of<PathItem>(OneLine("重点", emphasized("ja")).emit({Length(), 10 * em}));
  ASSERT_EQ(dots.size(), 2u);
  EXPECT_EQ(middle(dots[1]), (std::pair<std::int64_t, std::int64_t>{150, 891}));
}

TEST(EmitLine, TheTintOfMarkedTextCoversItsGapsAndComesBeforeItsGlyphs) {
  CharacterStyle marked;
  marked.marked = true;
  const std::vector<PageItem> items = OneLine("标出来", marked, em.scaled(1, 10)).emit({Length(), em});
  ASSERT_TRUE(std::holds_alternative<RectangleItem>(items.front().content));
  const auto tints = areas_of<RectangleItem>(items);
  ASSERT_EQ(tints.size(), 1u);
  EXPECT_EQ(tints[0], (Rectangle{{}, em.scaled(6, 100), em.scaled(32, 10), em.scaled(112, 100)}));
  EXPECT_EQ(std::get<RectangleItem>(items.front().content).fill, Colour::tint(100));
}

TEST(EmitLine, TheTintKeepsToTheInkOfTrimmedMarks) {
  CharacterStyle marked;
  marked.marked = true;
  OneLine line("《书", marked);
  for (PlacedCluster& placed : line.line().clusters) placed.x -= em.scaled(1, 2);
  line.line().ink_end -= em.scaled(1, 2);
  const auto tints = areas_of<RectangleItem>(line.emit());
  ASSERT_EQ(tints.size(), 1u);
  EXPECT_EQ(tints[0].x, Length());
  EXPECT_EQ(tints[0].width, em.scaled(15, 10));
}

CharacterStyle named(NameLine::Form form, std::uint32_t name = 1) {
  CharacterStyle style;
  style.name_line = {form, name};
  return style;
}

std::int64_t hundredths_of_em(Length length) { return length.scaled(100, em.raw()).raw(); }

TEST(EmitLine, TheLineUnderANameIsAsLongAsItsTextWithItsGaps) {
  const auto items = OneLine("北京市", named(NameLine::Form::straight), em.scaled(1, 10)).emit({2 * em, 10 * em});
  const auto lines = areas_of<StrokeItem>(items);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].x, 2 * em);
  EXPECT_EQ(hundredths_of_em(lines[0].width), 320);
  EXPECT_EQ(hundredths_of_em(lines[0].y), 1027);  // .12 of the em box below the baseline, .12 white, half of .05
  EXPECT_EQ(std::get<StrokeItem>(items.back().content).weight, em.scaled(5, 100));
}

TEST(EmitLine, NamesThatTouchLeaveABreakBetweenTheirLines) {
  OneLine line("北京天津卫", named(NameLine::Form::straight));
  line.divide(6, named(NameLine::Form::straight, 2));
  line.divide(12, {});
  const auto lines = areas_of<StrokeItem>(line.emit());
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(hundredths_of_em(lines[0].x), 0);
  EXPECT_EQ(hundredths_of_em(lines[0].right()), 194);
  EXPECT_EQ(hundredths_of_em(lines[1].x), 206);
  EXPECT_EQ(hundredths_of_em(lines[1].right()), 400);
}

TEST(EmitLine, AWaveHasWholeHalfWavesBelowTheText) {
  const auto items = OneLine("红楼梦", named(NameLine::Form::wavy)).emit({Length(), 10 * em});
  const auto& wave = std::get<PathItem>(items.back().content);
  EXPECT_EQ(items.back().tag, (ItemTag{-1, ItemTag::Artifact::layout}));
  ASSERT_EQ(wave.segments.size(), 1u + 15u);  // 3 em in halves of .2 em, and the beginning
  EXPECT_EQ(wave.segments.front().to, (Point{Length(), wave.segments.back().to.y}));
  EXPECT_EQ(wave.segments.back().to.x, 3 * em);
  EXPECT_EQ(wave.weight, em.scaled(5, 100));
  EXPECT_FALSE(wave.fill.has_value());
  const Rectangle area = item_area(items.back());
  EXPECT_GT(area.y, 10 * em + em.scaled(24, 100));
  EXPECT_LT(area.bottom(), 10 * em + em.scaled(40, 100));
}

TEST(EmitLine, ADotStandsUnderTheLineOfAName) {
  CharacterStyle style = named(NameLine::Form::straight);
  style.emphasis_dots = true;
  const auto items = OneLine("重", style).emit({Length(), 10 * em});
  const Rectangle line = areas_of<StrokeItem>(items).at(0), dot = areas_of<PathItem>(items).at(0);
  EXPECT_GE(dot.y - line.y, em.scaled(7, 100));  // half the thickness of the line, and white
  EXPECT_LE(dot.y - line.y, em.scaled(8, 100));
}

TEST(EmitLine, ALetterspacedNameIsOneText) {
  CharacterStyle apart;
  apart.told_as_one = true;
  OneLine line("张三，", apart, em);
  apart.tracking = em;
  line.divide(3, apart);
  line.divide(6, {});
  const std::vector<PageItem> items = line.emit();
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(std::get<GlyphRunItem>(items[0].content).text, "张三");
  EXPECT_TRUE(std::get<GlyphRunItem>(items[0].content).told_as_one);
  EXPECT_FALSE(std::get<GlyphRunItem>(items[1].content).told_as_one);
}

TEST(EmitLine, PlainTextHasNeitherDotsNorTints) { EXPECT_EQ(OneLine("平常", {}).emit().size(), 1u); }

}  // namespace
}  // namespace banxin
