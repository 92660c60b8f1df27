// Vector figures in black alone: what is in them, object by object.
#include "press/gray_figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>

#include <cmath>

#include "image/jpeg_pixels.h"
#include "image/jpeg_writer.h"
#include "image/picture.h"
#include "press/figure_document.h"
#include "press/printed_pictures.h"
#include "unit/image/pdf_maker.h"

namespace banxin {
namespace {

using testing::HasSubstr;
using Handle = QPDFObjectHandle;

std::shared_ptr<const Picture> read(const PdfRecipe& recipe) {
  auto picture = read_picture(make_pdf(recipe), "plan.pdf", {});
  EXPECT_TRUE(picture);
  return *picture;
}

/// A figure in gray, its objects within reach.
class GrayFigure : public testing::Test {
 protected:
  void make(const PdfRecipe& recipe) {
    const auto picture = picture_in_gray(read(recipe));
    ASSERT_TRUE(picture);
    EXPECT_EQ((*picture)->components, Picture::Components::gray);
    EXPECT_TRUE((*picture)->vector.is_gray);
    form_ = put_figure((*picture)->vector, document_);
  }
  /// One entry of the form's resources.
  Handle resource(const std::string& category, const std::string& name) {
    return form_.getDict().getKey("/Resources").getKey("/" + category).getKey("/" + name);
  }
  static std::string bytes(Handle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }
  static std::string space(Handle image) { return image.getDict().getKey("/ColorSpace").unparse(); }

  QPDF document_;
  Handle form_;
};

std::string object(int number, const std::string& text) { return std::to_string(number) + " 0 obj" + text + "\nendobj\n"; }

PdfRecipe image(const std::string& entries, const std::string& data, const std::string& more = {}) {
  return {.content = "/Im Do",
          .resources = "/XObject<</Im 10 0 R>>",
          .objects = object(10, pdf_stream("/Subtype/Image" + entries, data)) + more};
}

TEST_F(GrayFigure, HasGrayContentsAndNoSpaces) {
  make({.content = "/Ink cs 1 scn 0 0 9 9 re f",
        .resources = "/ColorSpace<</Ink[/Separation/Gold/DeviceGray 10 0 R]>>",
        .objects = object(10, "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0.2]/N 1>>")});
  EXPECT_THAT(bytes(form_), HasSubstr("\n0.2 g\n0.2 g\n0 0 9 9 re\n"));
  EXPECT_TRUE(form_.getDict().getKey("/Resources").getKey("/ColorSpace").getKeys().empty());
  EXPECT_EQ(document_.getAllObjects().size(), 3u) << "the tint's function is gone: nothing is left but the form and what each file has";
}

TEST_F(GrayFigure, HasGrayFormsGlyphsAndPatterns) {
  make({.content = "/F Do BT /T 9 Tf (a) Tj ET /Pattern cs /P scn 0 0 9 9 re f /Tiles cs 1 1 1 /U scn 0 0 9 9 re f",
        .resources = "/XObject<</F 10 0 R>>/Font<</T 11 0 R>>/Pattern<</P 13 0 R/U 14 0 R>>/ColorSpace<</Tiles[/Pattern/DeviceRGB]>>",
        .objects =
            object(10, pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS[/ICCBased 15 0 R]>>", "1 1 0 rg 0 0 9 9 re f")) +
            object(11,
                   "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]"
                   "/Encoding<</Differences[97/a]>>/CharProcs<</a 12 0 R>>/Resources<<>>>>") +
            object(12, pdf_stream("", "1 0 d0 0 0 1 1 k 0 0 1 1 re f")) +
            object(13, pdf_stream("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 2 2]/XStep 2/YStep 2", "0 1 0 RG 0 0 m 2 2 l S")) +
            object(14, pdf_stream("/PatternType 1/PaintType 2/TilingType 1/BBox[0 0 2 2]/XStep 2/YStep 2", "0 0 1 1 re f")) +
            object(15, pdf_stream("/N 3", "none"))});
  EXPECT_THAT(bytes(resource("XObject", "F")), testing::MatchesRegex("0\\.9[0-9]* g\n0 0 9 9 re\nf\n"));
  EXPECT_FALSE(resource("XObject", "F").getDict().getKey("/Group").hasKey("/CS")) << "what shows through is mixed in the space of the page";
  EXPECT_THAT(bytes(resource("Font", "T").getKey("/CharProcs").getKey("/a")),
              testing::MatchesRegex("1 0 d0\n0\\.1[0-9]* g\n0 0 1 1 re\nf\n"));
  EXPECT_THAT(bytes(resource("Pattern", "P")), testing::MatchesRegex("0\\.8[0-9]* G\n0 0 m\n2 2 l\nS\n"));
  EXPECT_THAT(bytes(form_), HasSubstr("/GrayPattern cs\n1 /U scn\n")) << "one gray for what has no colours of its own";
  EXPECT_EQ(resource("ColorSpace", "GrayPattern").unparse(), "[ /Pattern /DeviceGray ]");
}

TEST_F(GrayFigure, DecodesPicturesOfColours) {
  make(image("/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB", std::string("\x80\x80\x80\xff\x00\x00", 6)));
  EXPECT_EQ(space(resource("XObject", "Im")), "/DeviceGray");
  const std::string grays = bytes(resource("XObject", "Im"));
  ASSERT_EQ(grays.size(), 2u);
  EXPECT_NEAR(static_cast<unsigned char>(grays[0]), 0x80, 1);
  EXPECT_NEAR(static_cast<unsigned char>(grays[1]), 130, 5) << "red, as light as gray 0.51";
}

TEST_F(GrayFigure, ReadsPicturesOfAnyBitsAndDecodings) {
  make(image("/Width 2/Height 2/BitsPerComponent 4/ColorSpace/DeviceRGB", std::string("\x33\x3f\xff\x00\x06\x66", 6)));
  EXPECT_THAT(bytes(resource("XObject", "Im")), testing::ElementsAre('\x33', '\xff', '\x00', '\x66')) << "grays keep their value";
  make(image("/Width 1/Height 1/BitsPerComponent 16/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]", "\xff\xff\xff\xff\xff\xff\xcc\xcc"));
  EXPECT_THAT(bytes(resource("XObject", "Im")), testing::ElementsAre('\xcc')) << "a fifth of black ink";
}

TEST_F(GrayFigure, GivesPicturesOfOneComponentATableAndKeepsTheirSamples) {
  make(image("/Width 4/Height 1/BitsPerComponent 2/ColorSpace[/Indexed/DeviceRGB 3<000000 333333 cccccc ffffff>]/Mask[1 1]", "\x1b"));
  EXPECT_EQ(space(resource("XObject", "Im")), "[ /Indexed /DeviceGray 3 <0033ccff> ]");
  EXPECT_EQ(bytes(resource("XObject", "Im")), "\x1b");
  EXPECT_EQ(resource("XObject", "Im").getDict().getKey("/Mask").unparse(), "[ 1 1 ]") << "which counts samples";
  make(image("/Width 4/Height 1/BitsPerComponent 1/Decode[1 0]/ColorSpace[/Separation/Gold/DeviceGray 11 0 R]", "\x50",
             object(11, "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0.4]/N 1>>")));
  EXPECT_EQ(space(resource("XObject", "Im")), "[ /Indexed /DeviceGray 1 <66ff> ]");
  EXPECT_FALSE(resource("XObject", "Im").getDict().hasKey("/Decode")) << "is in the table now";
  make(image("/Width 4/Height 1/BitsPerComponent 2/ColorSpace[/Indexed/DeviceRGB 3<000000 555555 aaaaaa ffffff>]", "\x1b"));
  EXPECT_EQ(space(resource("XObject", "Im")), "/DeviceGray") << "even steps need no table";
}

TEST_F(GrayFigure, KeepsJpegsJpegs) {
  std::string pixels;
  for (int i = 0; i < 256; ++i) pixels += "\xc8\x28\x50";
  make(image("/Width 16/Height 16/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", write_jpeg(pixels, 16, 16, 3, 95)));
  Handle picture = resource("XObject", "Im");
  EXPECT_EQ(picture.getDict().getKey("/Filter").unparse(), "/DCTDecode");
  const auto raw = picture.getRawStreamData();
  const auto jpeg = read_picture({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()}, "in.jpg", {});
  ASSERT_TRUE(jpeg);
  EXPECT_EQ((*jpeg)->components, Picture::Components::gray);
  EXPECT_NEAR(static_cast<unsigned char>(decode_jpeg(**jpeg, 16, 16)->samples[40]), 110, 12);
}

TEST_F(GrayFigure, MakesAKeyOfColoursAStencil) {
  make(image("/Width 3/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/Mask[240 255 0 10 0 10]",
             std::string("\xff\x00\x00\x00\xff\x00\xf0\x05\x05", 9)));
  Handle mask = resource("XObject", "Im").getDict().getKey("/Mask");
  ASSERT_TRUE(mask.isStream());
  EXPECT_TRUE(mask.getDict().getKey("/ImageMask").getBoolValue());
  EXPECT_EQ(bytes(mask), "\xa0") << "the first and the last pixel are left out";
}

TEST_F(GrayFigure, KeepsAlphaAndTurnsWhatItWasMixedWith) {
  make(
      image("/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB/SMask 11 0 R", "abc",
            object(11, pdf_stream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Matte[0.4 0.4 0.4]", "\x80"))));
  Handle mask = resource("XObject", "Im").getDict().getKey("/SMask");
  EXPECT_EQ(bytes(mask), "\x80");
  EXPECT_EQ(mask.getDict().getKey("/Matte").unparse(), "[ 0.4 ]");
}

TEST_F(GrayFigure, DrawsInlinePicturesByName) {
  make({.content = "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID 333 EI Q BI /W 8 /H 1 /IM true ID a EI"});
  EXPECT_THAT(bytes(form_), testing::AllOf(HasSubstr("/InlineImage Do"), HasSubstr("/IM true")));
  EXPECT_EQ(space(resource("XObject", "InlineImage")), "/DeviceGray");
  EXPECT_EQ(bytes(resource("XObject", "InlineImage")), "3");
}

TEST_F(GrayFigure, TurnsTheBackdropOfMasksByLightness) {
  make({.content = "/M gs 0 0 9 9 re f",
        .resources = "/ExtGState<</M<</SMask<</S/Luminosity/G 10 0 R/BC[1 1 1]>>>>>>",
        .objects = object(10, pdf_stream("/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceRGB>>", "1 1 1 rg 0 0 9 9 re f"))});
  Handle mask = resource("ExtGState", "M").getKey("/SMask");
  EXPECT_EQ(mask.getKey("/BC").unparse(), "[ 1 ]");
  EXPECT_THAT(bytes(mask.getKey("/G")), HasSubstr("1 g\n"));
  EXPECT_EQ(mask.getKey("/G").getDict().getKey("/Group").getKey("/CS").unparse(), "/DeviceGray");
}

PdfRecipe shading(const std::string& shading, const std::string& more = {}) {
  return {.content = "/S sh", .resources = "/Shading<</S 10 0 R>>", .objects = object(10, shading) + more};
}

/// The samples of a table of 16 bits, 0-1.
std::vector<double> samples(const std::string& bytes) {
  std::vector<double> values;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
    values.push_back((static_cast<unsigned char>(bytes[i]) * 256 + static_cast<unsigned char>(bytes[i + 1])) / 65535.0);
  return values;
}

TEST_F(GrayFigure, GivesGradientsOneGray) {
  const std::string to_white = "<</FunctionType 2/Domain[0 1]/C0[0.2 0.2 0.2]/C1[1 1 1]/N 1>>";
  make(
      shading("<</ShadingType 2/ColorSpace/DeviceRGB/Background[1 1 1]/Coords[0 0 9 0]/Function<</FunctionType 3/Domain[0 1]/Bounds[0.5]"
              "/Encode[0 1 0 1]/Functions[" +
              to_white + to_white + "]>>>>"));
  Handle gradient = resource("Shading", "S");
  EXPECT_EQ(gradient.getKey("/ColorSpace").unparse(), "/DeviceGray");
  EXPECT_EQ(gradient.getKey("/Background").unparse(), "[ 1 ]");
  EXPECT_EQ(gradient.getKey("/Function").getKey("/Bounds").unparse(), "[ 0.5 ]") << "hard edges stay hard";
  Handle part = gradient.getKey("/Function").getKey("/Functions").getArrayItem(1);
  const std::vector<double> grays = samples(bytes(part));
  ASSERT_GT(grays.size(), 2u);
  EXPECT_NEAR(grays.front(), 0.2, 1e-4);
  EXPECT_NEAR(grays[grays.size() / 2], 0.6, 1e-4);
  EXPECT_NEAR(grays.back(), 1, 1e-4);
}

TEST_F(GrayFigure, ReadsAFunctionForEachComponent) {
  const std::string rising = "<</FunctionType 2/Domain[0 1]/N 1>>";
  make(shading("<</ShadingType 3/ColorSpace/DeviceRGB/Domain[0 0.5]/Coords[0 0 0 0 0 9]/Function[" + rising + rising + rising + "]>>"));
  Handle function = resource("Shading", "S").getKey("/Function");
  EXPECT_EQ(function.getDict().getKey("/Domain").unparse(), "[ 0 0.5 ]");
  EXPECT_NEAR(samples(bytes(function)).back(), 0.5, 1e-4);
}

TEST_F(GrayFigure, ReadsFunctionsOfAPlace) {
  make(shading("<</ShadingType 1/ColorSpace/DeviceCMYK/Function 11 0 R>>",
               object(11, pdf_stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1 0 1]", "{pop 0 exch 0 exch 0 exch}"))));
  const std::vector<double> grays = samples(bytes(resource("Shading", "S").getKey("/Function")));
  const auto side = static_cast<std::size_t>(std::lround(std::sqrt(grays.size())));
  ASSERT_EQ(side * side, grays.size());
  EXPECT_NEAR(grays[0], 1, 1e-4);
  EXPECT_NEAR(grays[side / 2], 0.5, 0.01) << "black grows from left to right";
  EXPECT_NEAR(grays[side * side - side], 1, 1e-4);
}

TEST_F(GrayFigure, RewritesTrianglesBitByBit) {
  const std::string vertex("\x00\x12\x34\x80\x80\x80", 6), last("\x02\xab\xcd\x33\x33\x33", 6);
  make(shading(
      pdf_stream("/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 9 0 9 0 1 0 1 0 1]",
                 vertex + vertex + vertex + last)));
  const std::string mesh = bytes(resource("Shading", "S"));
  ASSERT_EQ(mesh.size(), 4u * 5);
  EXPECT_EQ(mesh.substr(0, 5), std::string("\x00\x12\x34\x80\x80", 5));
  EXPECT_EQ(mesh.substr(15), std::string("\x02\xab\xcd\x33\x33", 5));
  EXPECT_EQ(resource("Shading", "S").getDict().getKey("/Decode").unparse(), "[ 0 9 0 9 0 1 ]");
}

TEST_F(GrayFigure, RewritesPatchesThatShareAnEdge) {
  // Flags of 2 bits, coordinates of 3, components of 6: 2 + 24 * 3 + 4 * 3 * 6 = 146 bits, and 2 + 16 * 3 + 2 * 3 * 6 = 86.
  const std::string first(19, '\x00'), second = '\x40' + std::string(10, '\x00');
  make(shading(
      pdf_stream("/ShadingType 6/ColorSpace/DeviceRGB/BitsPerCoordinate 3/BitsPerComponent 6/BitsPerFlag 2/Decode[0 9 0 9 0 1 0 1 0 1]",
                 first + second)));
  const std::string mesh = bytes(resource("Shading", "S"));
  EXPECT_EQ(mesh.size(), (8u + 24 * 3 + 4 * 16) / 8 + (8 + 16 * 3 + 2 * 16) / 8);
  EXPECT_EQ(mesh[18], '\x01') << "the flag of the second patch";
}

TEST_F(GrayFigure, LeavesWhatItCannotReadInColour) {
  const std::string rgb = "/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB";
  for (const PdfRecipe& recipe :
       {image(rgb + "/Filter/JPXDecode", "jpeg 2000"), image(rgb + "/Filter/FlateDecode", "no flate"),
        image(rgb + "/Filter/DCTDecode", "no jpeg"), image("/Width 1/Height 1/BitsPerComponent 8", "a"),
        image("/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB", "a"),
        image("/Width -1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB", "a"), shading("<</ShadingType 2/ColorSpace/DeviceRGB>>"),
        shading("<</ShadingType 9/ColorSpace/DeviceRGB>>"), shading(pdf_stream("/ShadingType 4/ColorSpace/DeviceRGB", "abc")),
        PdfRecipe{.content = "/Ink cs 1 scn", .resources = "/ColorSpace<</Ink[/Separation/None/DeviceGray 10 0 R]>>"}}) {
    const auto picture = read(recipe);
    const auto gray = picture_in_gray(picture);
    ASSERT_FALSE(gray) << recipe.objects;
    EXPECT_EQ(gray.failure().message.code, "press-figure-in-colour");
    EXPECT_EQ(gray.failure().severity, Severity::warning);
  }
}

}  // namespace
}  // namespace banxin
