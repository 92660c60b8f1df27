// Style files to styles: inheritance, overriding, relative values, and what is said of faults.
#include "style/read_style.h"

#include <gmock/gmock.h>

#include "style/style_keys.h"
#include "style_fixture.h"

namespace banxin {
namespace {

using namespace literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReadStyle : public StyleTest {};

TEST_F(ReadStyle, KnowsFilesThatHaveNotChanged) {
  KnownStyleFiles known;
  known_ = &known;
  shipped("plain", "page: {paper: A4}\n");
  shipped("narrow", "extends: plain.yaml\ncolumns: {count: 2}\n");
  ASSERT_TRUE(read("narrow"));
  ASSERT_TRUE(read("narrow"));
  ASSERT_EQ(style_files_.size(), 4u);
  EXPECT_EQ(style_files_[2], style_files_[0]);
  EXPECT_EQ(style_files_[3], style_files_[1]);
  shipped("narrow", "extends: plain.yaml\ncolumns: {count: 4}\n");
  const auto changed = read("narrow");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->columns.count, 4);
}

TEST_F(ReadStyle, SaysAgainWhatIsWrongWithAFile) {
  KnownStyleFiles known;
  known_ = &known;
  shipped("torn", "page: {paper: A4\n");
  EXPECT_FALSE(read("torn"));
  const auto said = codes();
  EXPECT_FALSE(said.empty());
  EXPECT_FALSE(read("torn"));
  EXPECT_EQ(codes().size(), 2 * said.size());
}

TEST_F(ReadStyle, AnEmptyStyleHasDefaults) {
  shipped("plain", "page: {paper: A4}\n");
  const auto style = read("plain");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->name, "plain");
  EXPECT_EQ(style->columns.count, 3);
  EXPECT_EQ(style->of(Element::body).size, 9_pt);
  EXPECT_EQ(style->of(Element::body).indent, 2000);
  EXPECT_EQ(style->of(Element::body).pitch, style->grid.pitch);
  EXPECT_GT(style->page.area_lines, 0);
  EXPECT_GE(style->page.margin_top, Length::from_millimetres(20));
}

TEST_F(ReadStyle, StrongerSourcesWin) {
  shipped("base", "columns: {count: 2, gap: 1em, rule: 0.25pt}\ntext:\n  body:\n    size: 10pt\n");
  shipped("derived", "extends: base\ncolumns.count: 3\n");
  EXPECT_EQ(read("base")->columns.count, 2);
  const auto derived = read("derived");
  ASSERT_TRUE(derived);
  EXPECT_EQ(derived->columns.count, 3);
  EXPECT_EQ(derived->columns.gap, 10_pt);
  EXPECT_EQ(derived->columns.rule, 0.25_pt);
  EXPECT_EQ(read("derived", {}, "columns.count: 4\n")->columns.count, 4);
  EXPECT_EQ(read("derived", {"columns.count=5"}, "columns.count: 4\n")->columns.count, 5);
  EXPECT_EQ(read("derived", {"columns.count=5", "columns.count=1"})->columns.count, 1);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(ReadStyle, WidthsOfColumnsSayHowManyThereAre) {
  shipped("base", "columns.widths: [20, 13, 13]\n");
  EXPECT_EQ(read("base")->columns.count, 3);
  EXPECT_EQ(read("base")->page.area_characters, 20);
  const auto alike = read("base", {"columns.count=2"});
  EXPECT_EQ(alike->columns.count, 2);
  EXPECT_TRUE(alike->columns.widths.empty()) << "a number set more strongly wants columns alike";
  EXPECT_THAT(codes(), IsEmpty());
  shipped("both", "columns: {count: 2, widths: [20, 13, 13]}\n");
  read("both");
  EXPECT_THAT(codes(), ElementsAre("style-widths-count"));
}

TEST_F(ReadStyle, CostsAreNamed) {
  const PageCosts defaults;
  shipped("s", "costs: {widow: 7}\n");
  EXPECT_EQ(read("s")->costs.widow, 7);
  EXPECT_EQ(read("s")->costs.orphan, defaults.orphan);
}

TEST_F(ReadStyle, ExtendsByPathFromTheFileItself) {
  shipped("base", "columns.count: 2\n");
  file("mine/a.yaml", "extends: ../b.yaml\n");
  file("b.yaml", "extends: base\ncolumns.gap: 3em\n");
  const auto style = read("mine/a.yaml");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->columns.count, 2);
  EXPECT_EQ(style->columns.gap, 27_pt);
}

TEST_F(ReadStyle, StylesOutsideTheArticlesFolderAreRefused) {
  files_.files["/elsewhere/a.yaml"] = "columns.count: 2\n";
  EXPECT_FALSE(read("../elsewhere/a.yaml"));
  EXPECT_THAT(codes(), ElementsAre("file-outside-roots"));
}

TEST_F(ReadStyle, CirclesAreErrors) {
  shipped("a", "extends: b\n");
  shipped("b", "extends: a\n");
  EXPECT_FALSE(read("a"));
  ASSERT_THAT(codes(), ElementsAre("style-extends-cycle"));
  EXPECT_THAT(sink_.all()[0].message.text(MessageLanguage::english), HasSubstr("a → b → a"));
  EXPECT_EQ(sink_.all()[0].span.file->name(), "/styles/b.yaml");
}

TEST_F(ReadStyle, AMissingStyleIsToldWithThoseThatShip) {
  shipped("newspaper", "columns.count: 2\n");
  shipped("handout", "columns.count: 1\n");
  EXPECT_FALSE(read("newspapr"));
  ASSERT_THAT(codes(), ElementsAre("style-not-found"));
  const CatalogueEntry* entry = find_message("style-not-found");
  EXPECT_THAT(fill_template(entry->english_hint, sink_.all()[0].message.arguments), HasSubstr("handout, newspaper"));
  ASSERT_EQ(sink_.all()[0].hints.size(), 1u);
  EXPECT_THAT(sink_.all()[0].hints[0].text(MessageLanguage::english), HasSubstr("newspaper"));
  EXPECT_FALSE(read("none.yaml"));
  EXPECT_EQ(codes().back(), "style-file-not-found");
}

TEST_F(ReadStyle, RelativeLengths) {
  shipped("s", R"yaml(
grid.pitch: 1.5em
columns.gap: 1lh
text:
  body: {size: 10pt}
  title: {size: [3em, 250%, 20pt], pitch: 1.25em, before: 1lh, tracking: 0.05em, spread: 5em, indent: 10pt}
  caption: {size: 80%}
head.minimum_after: 1em
)yaml");
  const auto style = read("s");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->grid.pitch, 15_pt);
  EXPECT_EQ(style->columns.gap, 15_pt);
  const TextStyle& title = style->of(Element::title);
  EXPECT_THAT(title.sizes, ElementsAre(30_pt, 25_pt, 20_pt));
  EXPECT_EQ(title.size, 30_pt);
  EXPECT_EQ(title.pitch, 37.5_pt);
  EXPECT_EQ(title.before, 15_pt);
  EXPECT_EQ(title.tracking, 50);
  EXPECT_EQ(title.spread, 5000);
  EXPECT_EQ(title.indent, 333);
  EXPECT_EQ(style->of(Element::caption).size, 8_pt);
  EXPECT_EQ(style->head.minimum_after, 10_pt);
}

TEST_F(ReadStyle, ElementsTakeAfterOthers) {
  shipped("s", R"yaml(
grid.pitch: 13pt
text:
  heading1: {font: kai, weight: 400, size: 12pt, tracking: 0.1em}
  caption: {size: 8pt}
  subtitle: {font: kai, size: 14pt}
)yaml");
  const auto style = read("s");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->of(Element::heading3).font, FontRole::kai);
  EXPECT_EQ(style->of(Element::heading3).size, 12_pt);
  EXPECT_EQ(style->of(Element::heading3).tracking, 100);
  EXPECT_EQ(style->of(Element::credit).size, 8_pt);
  EXPECT_EQ(style->of(Element::quote).pitch, 13_pt) << "a text of the body's size keeps the grid";
  EXPECT_EQ(style->of(Element::kicker).font, FontRole::kai);
  EXPECT_EQ(style->of(Element::kicker).size, 14_pt);
  EXPECT_EQ(style->of(Element::subtitle).pitch, Length::from_points(14 * 1.4)) << "a size of its own needs a pitch of its own";
}

TEST_F(ReadStyle, AWeightDoesNotOutliveItsFont) {
  shipped("s", "text:\n  heading1: {font: hei, weight: 700}\n  heading2: {font: kai}\n");
  const auto style = read("s");
  ASSERT_TRUE(style);
  EXPECT_EQ(style->of(Element::heading2).weight, 400);
}

TEST_F(ReadStyle, OfMarginsAndAreaTheWeakestGivesWay) {
  shipped("s", "page.margin: 30mm\ngrid.pitch: 13pt\ncolumns: {count: 1}\n");
  const auto lines = read("s", {"page.margin.top=62pt", "page.area.lines=50"});
  ASSERT_TRUE(lines) << testing::PrintToString(codes());
  EXPECT_EQ(lines->page.area_lines, 50);
  EXPECT_EQ(lines->page.margin_top, 62_pt);
  const auto characters = read("s", {"page.area.characters=30"});
  ASSERT_TRUE(characters) << testing::PrintToString(codes());
  EXPECT_EQ(characters->page.margin_inner.raw(), (characters->page.paper.width - 270_pt).scaled(1, 2).raw());
  const auto margins = read("s", {"page.area.characters=30", "page.margin=40mm"});
  ASSERT_TRUE(margins) << testing::PrintToString(codes());
  EXPECT_EQ(margins->page.area_characters, 40);  // (595.28 - 226.77) / 9
}

TEST_F(ReadStyle, ColoursByNameAndByValue) {
  shipped("s", R"yaml(
colours:
  accent: {rgb: "#b03a24", cmyk: "cmyk(0 67 80 31)"}
  pale: "gray(5%)"
text.title.colour: accent
images.placeholder.fill: pale
)yaml");
  const auto style = read("s");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_EQ(style->of(Element::title).colour, (Colour{{}, RgbColour{0xb0, 0x3a, 0x24}, CmykColour{0, 670, 800, 310}}));
  EXPECT_EQ(style->images.placeholder.fill, Colour::tint(50));
  EXPECT_FALSE(read("s", {"images.placeholder.fill=none"})->images.placeholder.fill);
}

TEST_F(ReadStyle, PapersByNameSizeAndOrientation) {
  shipped("s", "page:\n  paper: A4\n");
  const auto width = [&](std::vector<std::string> set) {
    const auto style = read("s", std::move(set));
    return style ? style->page.paper.width : Length();
  };
  EXPECT_EQ(width({}), Length::from_millimetres(210));
  EXPECT_EQ(width({"page.orientation=landscape"}), Length::from_millimetres(297));
  EXPECT_EQ(width({"page.paper=[300mm, 200mm]"}), Length::from_millimetres(300));
  EXPECT_EQ(width({"page.paper=[300mm, 200mm]", "page.orientation=portrait"}), Length::from_millimetres(200));
  EXPECT_EQ(width({"page.paper=16开"}), Length::from_millimetres(184));
}

TEST_F(ReadStyle, TextsByLanguage) {
  shipped("s", "furniture.notes.text: {default: 笔记, zh-Hant: 筆記, ja: メモ}\nhead.deck_label: {ja: 要旨}\n");
  const auto texts_in = [&](const char* language) {
    language_ = language;
    const auto style = read("s");
    return style ? std::pair(style->furniture.at(0).text, style->head.deck_label) : std::pair(std::string(), std::string());
  };
  EXPECT_EQ(texts_in("zh-Hans"), std::pair(std::string("笔记"), std::string()));
  EXPECT_EQ(texts_in("zh-Hant-TW"), std::pair(std::string("筆記"), std::string()));
  EXPECT_EQ(texts_in("ja"), std::pair(std::string("メモ"), std::string("要旨")));
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(ReadStyle, TheHeadPrintsWhatItsOrderLeavesOut) {
  shipped("s", "head: {order: [byline, line, title], rules.line: {weight: 1pt}}\n");
  EXPECT_THAT(read("s")->head.order, ElementsAre("kicker", "byline", "line", "title", "subtitle", "deck"));
}

TEST_F(ReadStyle, FontsByLanguage) {
  shipped("s", R"yaml(
fonts:
  song: [A, B]
  kai: C
  hei: {ja: [D], zh: [E], zh-Hant: [F, G], default: [H]}
)yaml");
  language_ = "zh-Hant-TW";
  const auto style = read("s");
  ASSERT_TRUE(style) << testing::PrintToString(codes());
  EXPECT_THAT(style->fonts.at(FontRole::song), ElementsAre("A", "B"));
  EXPECT_THAT(style->fonts.at(FontRole::kai), ElementsAre("C"));
  EXPECT_THAT(style->fonts.at(FontRole::hei), ElementsAre("F", "G", "H"));
}

TEST_F(ReadStyle, CompositionOverTheLanguagesOwn) {
  shipped("s", "page.area: {characters: 15, lines: 40}\n");
  EXPECT_EQ(read("s")->composition.level, BreakLevel::gb);
  EXPECT_EQ(read("s", {"page.area.characters=12"})->composition.level, BreakLevel::zh_loose)
      << "auto is loose in columns of up to 12 characters";
  EXPECT_EQ(read("s", {"page.area.characters=12", "composition.level=gb"})->composition.level, BreakLevel::gb);
  EXPECT_EQ(read("s", {"composition.level=anywhere"})->composition.level, BreakLevel::none);
  EXPECT_EQ(read("s", {"composition.width=kaiming"})->composition.width, PunctuationWidth::kaiming);
  EXPECT_EQ(read("s", {"composition.edges.end=allow"})->composition.edge_end, EdgeEnd::allow);
  EXPECT_EQ(read("s", {"composition.hang=force-end"})->composition.hang, Hanging::force_end);
  EXPECT_EQ(read("s", {"composition.autospace=0.125"})->composition.autospace, 125);
  EXPECT_EQ(read("s", {"composition.autospace=0"})->composition.autospace_maximum, 0);
  EXPECT_EQ(read("s", {"composition.adjust=push-in-first"})->composition.adjust, Adjustment::push_in_first);
  EXPECT_EQ(read("s", {"composition.emphasis=kai"})->emphasis, "kai");
  EXPECT_EQ(read("s", {"composition.autospace_minimum=0.2"})->composition.autospace_minimum, 200);
  EXPECT_EQ(read("s", {"composition.autospace_maximum=0.333"})->composition.autospace_maximum, 333);
  EXPECT_EQ(read("s", {"composition.autospace_maximum=0.1"})->composition.autospace_maximum, 250) << "never below the space itself";
  EXPECT_EQ(read("s", {"composition.hangul_break=words"})->composition.hangul_break, HangulBreak::words);
  language_ = "ja";
  EXPECT_EQ(read("s", {"composition.level=strict"})->composition.level, BreakLevel::ja_very_strict);
  EXPECT_EQ(read("s", {"composition.level=loose"})->composition.level, BreakLevel::ja_loose);
  EXPECT_EQ(read("s", {"composition.width=jis"})->composition.edge_end, EdgeEnd::jis);
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(ReadStyle, LevelsByTheNamesOfCssFollowTheLanguage) {
  shipped("s", "page.area: {characters: 20, lines: 40}\n");
  struct Case {
    const char *language, *level;
    BreakLevel expected;
  };
  const Case cases[] = {{"zh-Hans", "auto", BreakLevel::gb},           {"zh-Hans", "normal", BreakLevel::gb},
                        {"zh-Hans", "loose", BreakLevel::zh_loose},    {"zh-Hans", "strict", BreakLevel::strict},
                        {"zh-Hant-TW", "loose", BreakLevel::zh_loose}, {"ja", "normal", BreakLevel::ja_strict},
                        {"ja", "loose", BreakLevel::ja_loose},         {"ja", "strict", BreakLevel::ja_very_strict},
                        {"ja", "anywhere", BreakLevel::none},          {"ko", "strict", BreakLevel::ko}};
  for (const Case& each : cases) {
    language_ = each.language;
    EXPECT_EQ(read("s", {std::string("composition.level=") + each.level})->composition.level, each.expected)
        << each.language << ' ' << each.level;
  }
}

TEST_F(ReadStyle, WeightsOfComposition) {
  shipped("s",
          "page.area: {characters: 15, lines: 40}\ncomposition: {weights: {squeeze: {pauses: 0.25}, open: {gaps: 30, growth: 2}, unit: "
          "150}}\n");
  const CompositionWeights weights = read("s")->composition.weights, rules;
  EXPECT_THAT(weights.squeeze, ElementsAre(100, 200, 400, 250, 700, 1000));
  EXPECT_THAT(weights.open, ElementsAre(200, 400, 30000));
  EXPECT_EQ(weights.growth, 2);
  EXPECT_EQ(weights.unit, 150);
  EXPECT_EQ(weights.hyphen, rules.hyphen);
  EXPECT_EQ(weights.short_last_line, rules.short_last_line);
  EXPECT_THAT(codes(), IsEmpty());
  read("s", {"composition.weights.open.gaps=0"});
  EXPECT_THAT(codes(), ElementsAre("style-value-range")) << "a gap that costs nothing could be as wide as the page";
}

TEST_F(ReadStyle, FurnitureIsExtendedItemByItemAndKeyByKey) {
  shipped("base", R"yaml(
furniture:
  name: {text: "${masthead.name}", on: first, x: -2pt, size: 初号, tracking: 0.05em}
  line: {rule: 0.35pt, on: later, y: 52pt}
)yaml");
  shipped("derived", "extends: base\nfurniture:\n  line: none\n  name.x: 1em\n");
  const auto base = read("base");
  ASSERT_TRUE(base) << testing::PrintToString(codes());
  ASSERT_EQ(base->furniture.size(), 2u);
  EXPECT_EQ(base->furniture[0].name, "name");
  EXPECT_EQ(base->furniture[0].style.size, 42_pt);
  EXPECT_EQ(base->furniture[0].style.tracking, 50);
  EXPECT_EQ(base->furniture[1].kind, FurnitureItem::Kind::rule);
  EXPECT_EQ(base->furniture[1].on, FurnitureItem::On::later);
  const auto derived = read("derived");
  ASSERT_TRUE(derived) << testing::PrintToString(codes());
  ASSERT_EQ(derived->furniture.size(), 1u);
  EXPECT_EQ(derived->furniture[0].x, 42_pt) << "em of the item's own size";
  EXPECT_EQ(derived->furniture[0].text, "${masthead.name}");
}

TEST_F(ReadStyle, EveryKeyIsDescribedAndEveryDefaultIsRight) {
  shipped("s", "page.paper: A4\n");
  for (const StyleKey& key : all_style_keys()) {
    EXPECT_FALSE(key.english.empty()) << key.path;
    EXPECT_FALSE(key.chinese.empty()) << key.path;
  }
  EXPECT_TRUE(read("s"));
  EXPECT_THAT(codes(), IsEmpty());
}

TEST(ElementNames, AreThoseOfTheTable) {
  EXPECT_EQ(name_of(Element::running_head), "runninghead");
  for (int i = 0; i < static_cast<int>(Element::count); ++i) EXPECT_FALSE(name_of(static_cast<Element>(i)).empty()) << i;
}

}  // namespace
}  // namespace banxin
