// Colours in content streams.
#include "press/gray_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// Names of `resources`; inline pictures in colour are called `/Picture`.
class Names : public GrayContentUse {
 public:
  Names(FigureSpaces& spaces, std::string resources) : spaces_(spaces), resources_(Handle::parse(resources)) {}
  ContentSpace space(const std::string& name) override { return spaces_.read(Handle::newName(name), resources_); }
  std::string gray_pattern_space() override { return "/Uncoloured"; }
  std::string inline_picture(Handle dictionary, const std::string& data) override {
    pictures.push_back(dictionary.unparse() + data);
    return dictionary.getKey("/CS").isNameAndEquals("/G") ? "" : "/Picture";
  }
  std::vector<std::string> pictures;

 private:
  FigureSpaces& spaces_;
  Handle resources_;
};

const char* const resources =
    "<</ColorSpace<</Table[/Indexed/DeviceGray 1<33cc>]/Ink[/Separation/Gold/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]"
    "/Tiles[/Pattern/DeviceCMYK]/Own/Pattern>>>>";

std::string gray(const std::string& content) {
  WorkLimit limit(1'000'000);
  FigureSpaces spaces(limit);
  Names names(spaces, resources);
  std::string lines = gray_content(content, spaces, names);
  return lines;
}

TEST(GrayContent, WritesColoursOfTheDeviceAsGrays) {
  EXPECT_EQ(gray("0.5 0.5 0.5 rg 0 0 0 .25 K 0.3 g 1 1 1 RG"), "0.5 g\n0.75 G\n0.3 g\n1 G\n");
  EXPECT_THAT(gray("1 0 0 rg"), testing::MatchesRegex("0\\.5[0-9]* g\n"));
  EXPECT_EQ(gray("/DeviceCMYK cs 0 0 0 .5 sc /DeviceRGB CS 1 1 1 SCN"), "0 g\n0.5 g\n0 G\n1 G\n") << "a space begins with its black";
}

TEST(GrayContent, WritesColoursOfOtherSpacesAsGrays) { EXPECT_EQ(gray("/Table cs 1 sc /Ink CS .4 SCN"), "0.2 g\n0.8 g\n0 G\n0.6 G\n"); }

TEST(GrayContent, KnowsWhichSpaceHoldsAfterNesting) {
  EXPECT_EQ(gray("/Ink cs q /Table cs 1 sc Q .4 scn"), "0 g\nq\n0.2 g\n0.8 g\nQ\n0.6 g\n");
}

TEST(GrayContent, GoesByTheNumberOfComponentsWhereAFormChoosesNoSpace) {
  EXPECT_EQ(gray(".4 sc 1 1 1 sc 0 0 0 1 SC"), "0.4 g\n1 g\n0 G\n");
  EXPECT_THROW(gray("1 1 sc"), UnreadableFigure);
  EXPECT_THROW(gray("/Ink cs 1 1 1 sc"), UnreadableFigure);
}

TEST(GrayContent, KeepsPatterns) {
  EXPECT_EQ(gray("/Pattern cs /P1 scn /Own CS /P2 SCN"), "/Pattern cs\n/P1 scn\n/Pattern CS\n/P2 SCN\n");
  EXPECT_EQ(gray("/Tiles cs 0 0 0 .5 /P1 scn"), "/Uncoloured cs\n0.5 /P1 scn\n") << "one gray for a pattern without colours";
}

TEST(GrayContent, KeepsEverythingElseByteForByte) {
  EXPECT_EQ(gray("q 1 0 0 1 2.50 3 cm [(a\\)b) -20 <0A>] TJ /F1 9 Tf 0 0 m 1.0 1 l S [3 2] 0 d /G1 gs Q"),
            "q\n1 0 0 1 2.50 3 cm\n[ (a\\)b) -20 <0A> ] TJ\n/F1 9 Tf\n0 0 m\n1.0 1 l\nS\n[ 3 2 ] 0 d\n/G1 gs\nQ\n");
}

TEST(GrayContent, GivesInlinePicturesInColourAName) {
  WorkLimit limit(1'000'000);
  FigureSpaces spaces(limit);
  Names names(spaces, resources);
  EXPECT_EQ(gray_content("BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI 1 w", spaces, names), "/Picture Do\n1 w\n");
  ASSERT_EQ(names.pictures.size(), 1u);
  EXPECT_THAT(names.pictures[0], testing::HasSubstr("abc"));
  EXPECT_THAT(gray_content("BI /W 1 /H 1 /CS /G /BPC 8 ID a EI 1 w", spaces, names),
              testing::AllOf(testing::HasSubstr("ID a EI"), testing::EndsWith("1 w\n")));
}

}  // namespace
}  // namespace banxin
