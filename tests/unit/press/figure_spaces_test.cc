// How light the colours of a figure's spaces are.
#include "press/figure_spaces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>

#include <cmath>

#include "support/test_profile.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

constexpr double close = 0.006;  // of 1: half a step more than eight bits have
const std::string to_cmyk = "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0 0 1]/N 1>>";

class Spaces : public testing::Test {
 protected:
  Spaces() { document_.emptyPDF(); }

  std::shared_ptr<const FigureSpace> space(const std::string& text) {
    return spaces_.read_colours(Handle::parse(&document_, text), resources_);
  }
  double gray(const std::string& text, const std::vector<double>& colour) { return space(text)->gray(colour); }
  std::string profile(const std::string& bytes, const std::string& entries) {
    Handle stream = document_.newStream(bytes);
    stream.replaceDict(Handle::parse("<<" + entries + ">>"));
    return "[/ICCBased " + std::to_string(stream.getObjectID()) + " 0 R]";
  }

  QPDF document_;
  WorkLimit limit_{100'000'000};
  FigureSpaces spaces_{limit_};
  Handle resources_ = Handle::newNull();
};

TEST_F(Spaces, OfTheDevice) {
  EXPECT_EQ(gray("/DeviceGray", {0.3}), 0.3);
  EXPECT_EQ(gray("/DeviceRGB", {0.3, 0.3, 0.3}), 0.3) << "grays keep their value";
  EXPECT_NEAR(gray("/DeviceRGB", {1, 0, 0}), 0.51, 0.02) << "the lightness of red: L* 54, as of gray 0.51";
  EXPECT_NEAR(gray("/DeviceRGB", {0, 1, 0}), 0.86, 0.02);
  EXPECT_NEAR(gray("/DeviceCMYK", {0, 0, 0, 0.25}), 0.75, close) << "black ink alone";
  EXPECT_EQ(gray("/DeviceCMYK", {0, 0, 0, 0}), 1);
  EXPECT_EQ(gray("/DeviceCMYK", {1, 1, 1, 1}), 0);
  EXPECT_EQ(gray("/DeviceRGB", {7, 7, 7}), 1) << "clipped";
  EXPECT_EQ(space("/DeviceCMYK")->initial(), (std::vector<double>{0, 0, 0, 1}));
}

TEST_F(Spaces, CalibratedToTheEye) {
  EXPECT_NEAR(gray("[/CalGray<</WhitePoint[0.95 1 1.09]/Gamma 2.2>>]", {0.5}), 0.5, 0.01) << "sRGB's steps are nearly a gamma of 2.2";
  EXPECT_NEAR(gray("[/CalGray<</WhitePoint[0.95 1 1.09]>>]", {0.2140}), 0.5, close) << "IEC 61966-2-1: 0.5 is a luminance of 0.214";
  const std::string srgb =
      "[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]";
  for (const std::vector<double>& colour : {std::vector<double>{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.2, 0.6, 0.8}, {1, 1, 1}})
    EXPECT_NEAR(gray(srgb, colour), gray("/DeviceRGB", colour), 0.012) << "sRGB by its measures is sRGB";
  EXPECT_NEAR(gray("[/Lab<</WhitePoint[0.96 1 0.82]>>]", {53.39, 60, -20}), 0.5, close) << "L* 53.39 is a luminance of 0.214";
  EXPECT_NEAR(gray("[/Lab<</WhitePoint[0.96 1 0.82]>>]", {100, 0, 0}), 1, 1e-6);
  EXPECT_EQ(space("[/Lab<</WhitePoint[0.96 1 0.82]/Range[-50 50 -60 60]>>]")->decode(8), (std::vector<double>{0, 100, -50, 50, -60, 60}));
}

TEST_F(Spaces, OfAProfile) {
  const std::string inks = profile(test::cmyk_profile(), "/N 4");
  EXPECT_NEAR(gray(inks, {0, 0, 0, 0}), 1, close);
  EXPECT_LT(gray(inks, {0, 0, 0, 1}), 0.25);
  EXPECT_EQ(space(inks).get(), space(inks).get()) << "read once";
  EXPECT_EQ(gray(profile("no profile", "/N 3"), {0.3, 0.3, 0.3}), 0.3) << "one that cannot be used: by the number of components";
  EXPECT_NEAR(gray(profile("no profile", "/N 1/Alternate[/CalGray<</WhitePoint[1 1 1]>>]"), {0.214}), 0.5, close);
  EXPECT_EQ(gray(profile(test::cmyk_profile(), "/N 3"), {0.3, 0.3, 0.3}), 0.3) << "one of other inks";
}

TEST_F(Spaces, ByTheirLikeness) {
  EXPECT_NEAR(gray("[/Separation/Gold/DeviceCMYK" + to_cmyk + "]", {0.4}), 0.6, close);
  EXPECT_EQ(space("[/Separation/Gold/DeviceCMYK" + to_cmyk + "]")->initial(), std::vector<double>{1});
  EXPECT_EQ(gray("[/Separation/All/DeviceCMYK" + to_cmyk + "]", {0.75}), 0.25);
  Handle mix = document_.newStream("{1 exch sub exch 1 exch sub mul}");
  mix.replaceDict(Handle::parse("<</FunctionType 4/Domain[0 1 0 1]/Range[0 1]>>"));
  EXPECT_NEAR(gray("[/DeviceN[/Gold/Green]/DeviceGray " + std::to_string(mix.getObjectID()) + " 0 R]", {0.5, 0.2}), 0.4, close);
}

TEST_F(Spaces, OfATable) {
  const std::string table = "[/Indexed/DeviceRGB 2<000000 808080 ffffff>]";
  EXPECT_EQ(gray(table, {0}), 0);
  EXPECT_NEAR(gray(table, {1}), 128 / 255.0, 1e-9);
  EXPECT_EQ(gray(table, {9}), 1) << "beyond its end";
  EXPECT_EQ(gray(table, {-1}), 0);
  EXPECT_EQ(gray("[/Indexed/DeviceGray 3<ff>]", {3}), 0) << "a table that is too short";
  EXPECT_NEAR(gray("[/Indexed[/Lab<</WhitePoint[1 1 1]>>]0<888080>]", {0}), 0.5, 0.01) << "entries reach over the range of their space";
}

TEST_F(Spaces, NamedByResources) {
  resources_ = Handle::parse("<</ColorSpace<</Paper[/Indexed/DeviceGray 0<33>]/DefaultRGB[/CalRGB<</WhitePoint[1 1 1]>>]/Loop/Loop>>>>");
  EXPECT_NEAR(gray("/Paper", {0}), 0.2, 1e-9);
  EXPECT_NEAR(gray("/DeviceRGB", {0.214, 0.214, 0.214}), 0.5, 0.03) << "the file says what the device's RGB means";
  EXPECT_THROW(space("/Loop"), UnreadableFigure);
  EXPECT_THROW(space("/Nowhere"), UnreadableFigure);
  EXPECT_TRUE(spaces_.read(Handle::newName("/Pattern"), resources_).is_pattern);
  EXPECT_TRUE(spaces_.read(Handle::parse("[/Pattern/DeviceRGB]"), resources_).colours);
}

TEST_F(Spaces, ThatAreDamagedAreRefused) {
  for (const char* text :
       {"null", "[]", "[/Unknown 1]", "[/Indexed/DeviceRGB 300<00>]", "[/Indexed/DeviceRGB 1 7]", "[/Separation/Gold/DeviceRGB]",
        "[/Separation/None/DeviceGray null]", "[/DeviceN[]/DeviceGray null]", "[/ICCBased/x]", "[/Pattern/DeviceRGB]",
        "[/Separation/Gold/DeviceRGB<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>]"})
    EXPECT_THROW(gray(text, {0}), UnreadableFigure) << text;
}

TEST_F(Spaces, GiveEveryPixelWhatTheyGiveItsColour) {
  const std::string pixels("\x10\x80\xf0\xff\x01\x7f\x10\x80\xf0\x00\x33\x99", 12);
  for (const char* text : {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "[/CalRGB<</WhitePoint[1 1 1]>>]", "[/Lab<</WhitePoint[1 1 1]>>]"}) {
    const auto described = space(text);
    const std::size_t count = described->components();
    const std::string grays = described->pixels(pixels);
    ASSERT_EQ(grays.size(), 12 / count);
    const std::vector<double> range = described->decode(8);
    for (std::size_t i = 0; i < grays.size(); ++i) {
      std::vector<double> colour;
      for (std::size_t c = 0; c < count; ++c)
        colour.push_back(range[c * 2] + (range[c * 2 + 1] - range[c * 2]) * static_cast<unsigned char>(pixels[i * count + c]) / 255);
      EXPECT_NEAR(static_cast<unsigned char>(grays[i]), described->gray(colour) * 255, 2) << text;
    }
  }
}

}  // namespace
}  // namespace banxin
