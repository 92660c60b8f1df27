// Wrong style values: each is told at its own place.
#include <gmock/gmock.h>

#include "style_fixture.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A value on the command line and what is said of it.
struct Fault {
  const char* set;
  const char* code;
  const char* at;  ///< the text pointed at
};

class StyleFault : public StyleTest, public testing::WithParamInterface<Fault> {};

TEST_P(StyleFault, IsToldAtItsPlace) {
  shipped("s", "page.area: {characters: 17, lines: 56}\ngrid.pitch: 13pt\nfurniture.folio: {text: \"${page}\"}\n");
  EXPECT_FALSE(read("s", {GetParam().set}));
  ASSERT_THAT(codes(), ElementsAre(GetParam().code));
  EXPECT_EQ(text_at(sink_.all()[0].span), GetParam().at);
  if (*GetParam().at) {
    EXPECT_EQ(sink_.all()[0].span.file->name(), "--set");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Style, StyleFault,
    testing::Values(
        Fault{"columns.count=0", "style-value-range", "0"}, Fault{"columns.count=9", "style-value-range", "9"},
        Fault{"columns.count=two", "style-value-integer", "two"}, Fault{"columns.count=2.5", "style-value-integer", "2.5"},
        Fault{"columns.widths=20", "style-value-integers", "20"}, Fault{"columns.widths=[20, x]", "style-value-integer", "x"},
        Fault{"columns.widths=[200, 130]", "style-area-characters", "[200, 130]"},
        Fault{"page.frames=[1, 2]", "style-value-frames", "[1, 2]"},
        Fault{"page.frames=[[1, 4, 1, 9]]", "style-frame-outside", "[[1, 4, 1, 9]]"},
        Fault{"page.frames=[[1, 2, 1, 9], [2, 3, 9, 12]]", "style-frames-overlap", "[[1, 2, 1, 9], [2, 3, 9, 12]]"},
        Fault{"costs.widow=-1", "style-value-range", "-1"}, Fault{"images.place=left", "style-value-unknown", "left"},
        Fault{"text.heading1.span=9", "style-value-unknown", "9"}, Fault{"text.body.size=0", "style-value-range", "0"},
        Fault{"text.body.size=9", "style-length-unit-missing", "9"}, Fault{"text.body.size=9px", "style-length-unit-unknown", "9px"},
        Fault{"text.body.size=big", "style-value-length", "big"}, Fault{"text.body.size=2em", "style-length-unit-here", "2em"},
        Fault{"grid.pitch=-13pt", "style-value-range", "-13pt"}, Fault{"grid.pitch=1lh", "style-length-unit-here", "1lh"},
        Fault{"grid.pitch=8pt", "style-pitch-below-size", "8pt"}, Fault{"text.body.pitch=14pt", "style-body-pitch", "14pt"},
        Fault{"columns.gap=10%", "style-length-unit-here", "10%"}, Fault{"page.paper=A44", "style-value-paper", "A44"},
        Fault{"page.orientation=upright", "style-value-unknown", "upright"},
        Fault{"page.area.characters=40", "style-area-characters", "40"}, Fault{"page.area.lines=90", "style-area-lines", "90"},
        Fault{"page.margin=400pt", "style-area-characters", "400pt"}, Fault{"images.ratio=wide", "style-value-ratio", "wide"},
        Fault{"images.placeholder.icon=maybe", "style-value-boolean", "maybe"},
        Fault{"images.placeholder.scale=huge", "style-value-number", "huge"}, Fault{"text.title.colour=redd", "style-value-colour", "redd"},
        Fault{"composition.level=tight", "style-value-unknown", "tight"},
        Fault{"furniture.folio.text=${pag}", "style-variable-unknown", "pag"},
        Fault{"furniture.folio.when=pages|nothing", "style-variable-unknown", "nothing"},
        Fault{"furniture.folio.text=${page", "style-variable-open", "${page"},
        Fault{"furniture.folio.rule=1pt", "style-furniture-kind", "1pt"},
        Fault{"furniture.folio.beside=folioo", "style-furniture-beside", "folioo"},
        Fault{"furniture.folio.with=folio", "style-furniture-beside", "folio"},
        Fault{"furniture.folio.under=folio", "style-furniture-beside", "folio"},
        Fault{"head.order=[title, bylin]", "style-head-order", "[title, bylin]"},
        Fault{"head.order=[title, title]", "style-head-order-twice", "[title, title]"}, Fault{"columns.count", "style-set-form", ""}));

class NotYet : public StyleTest, public testing::WithParamInterface<const char*> {};

TEST_P(NotYet, IsSaidOfWhatIsReserved) {
  shipped("s", "page.paper: A4\n");
  EXPECT_FALSE(read("s", {GetParam()}));
  EXPECT_THAT(codes(), ElementsAre("style-not-yet"));
}

INSTANTIATE_TEST_SUITE_P(Style, NotYet, testing::Values("page.writing=vertical", "composition.normalize=[dashes]"));

class StyleFaults : public StyleTest {};

TEST_F(StyleFaults, WhatIsReservedMayBeWrittenAsItIsToday) {
  shipped("s", "page: {writing: horizontal}\ncomposition: {normalize: none}\n");
  EXPECT_TRUE(read("s"));
  EXPECT_THAT(codes(), IsEmpty());
}

TEST_F(StyleFaults, PointIntoTheSourceThatIsWrong) {
  shipped("s", "columns.count: 99\n");
  EXPECT_FALSE(read("s", {"columns.gap=wide"}, "grid.pitch: nothing\n"));
  std::vector<std::string> names;
  for (const Diagnostic& diagnostic : sink_.all()) names.push_back(diagnostic.span.file->name() + " " + text_at(diagnostic.span));
  EXPECT_THAT(names, testing::UnorderedElementsAre("/styles/s.yaml 99", "--set wide", "article.yaml nothing"));
}

TEST_F(StyleFaults, OfTheArticlesValuesAreFoundHere) {
  shipped("s", "page.paper: A4\n");
  EXPECT_FALSE(read("s", {}, "colums.count: 2\ncolumns: 3\npage: {paper: {name: A4}, margin: }\ngrid: {pitch: 13pt}\ngrid.pitch: 14pt\n"));
  EXPECT_THAT(codes(),
              ElementsAre("style-key-unknown", "style-value-mapping", "style-value-scalar", "style-value-missing", "style-key-twice"));
  EXPECT_EQ(text_at(sink_.all()[0].span), "colums.count");
  ASSERT_EQ(sink_.all()[0].hints.size(), 1u);
  EXPECT_EQ(sink_.all()[0].hints[0].arguments[0].second, "columns");
  ASSERT_EQ(sink_.all()[4].related.size(), 1u);
  EXPECT_EQ(text_at(sink_.all()[4].related[0].span), "pitch");
}

TEST_F(StyleFaults, AnOverriddenFaultIsNotInForce) {
  shipped("s", "columns.count: 99\n");
  EXPECT_TRUE(read("s", {"columns.count=2"}));
}

TEST_F(StyleFaults, OneThatSeveralElementsTakeOverIsToldOnce) {
  shipped("s", "text.caption.font: songti\n");
  EXPECT_FALSE(read("s"));
  EXPECT_THAT(codes(), ElementsAre("style-value-unknown"));
  EXPECT_EQ(sink_.all()[0].hints.size(), 1u);
}

TEST_F(StyleFaults, ExtendsHasNoPlaceInTheArticle) {
  shipped("s", "columns.count: 2\n");
  EXPECT_FALSE(read("s", {"extends=s"}));
  EXPECT_THAT(codes(), ElementsAre("style-extends-place"));
}

TEST_F(StyleFaults, MarginsAndAreaOfOneFileContradict) {
  shipped("s", "page:\n  margin: {inner: 20mm, outer: 20mm}\n  area: {characters: 17}\n");
  EXPECT_FALSE(read("s"));
  ASSERT_THAT(codes(), ElementsAre("style-area-and-margins"));
  EXPECT_EQ(text_at(sink_.all()[0].span), "17");
}

}  // namespace
}  // namespace banxin
