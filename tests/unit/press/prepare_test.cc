// Pages made ready for the press.
#include "press/prepare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/jpeg_pixels.h"
#include "image/jpeg_writer.h"
#include "support/test_profile.h"
#include "unit/image/pdf_maker.h"

namespace banxin {
namespace {

using Components = Picture::Components;

std::shared_ptr<const Picture> jpeg(const std::string& colour) {
  constexpr int side = 16;
  std::string pixels;
  for (int i = 0; i < side * side; ++i) pixels += colour;
  return *read_picture(write_jpeg(pixels, side, side, static_cast<int>(colour.size()), 95), "photo.jpg", {});
}

std::shared_ptr<const Picture> png(const std::string& colour, const std::string& alpha) {
  auto picture = std::make_shared<Picture>();
  picture->name = "drawing.png";
  picture->format = Picture::Format::png;
  picture->width = picture->height = 1;
  picture->decoded = {1, 1, 3, colour, alpha};
  return picture;
}

/// A page with a picture in front of a rectangle.
PagedDocument document_with(std::shared_ptr<const Picture> picture, const Colour& colour = Colour::black()) {
  PagedDocument document;
  document.pages.resize(1);
  document.pages[0].items.push_back({RectangleItem{{}, colour, {}, {}, {}}, {}, {}});
  document.pages[0].items.push_back({ImageItem{{}, {}, std::move(picture)}, {}, {}});
  return document;
}

const Picture& picture_of(const PagedDocument& document) { return *std::get<ImageItem>(document.pages[0].items[1].content).picture; }

PressOptions inks(bool convert_pictures) {
  PressOptions options;
  options.colours = PressOptions::Colours::process;
  options.convert_pictures = convert_pictures;
  options.condition = read_icc_profile(test::cmyk_profile());
  return options;
}

std::vector<std::string> prepare(PagedDocument& document, const PressOptions& options) {
  DiagnosticSink sink;
  prepare_for_press(document, options, sink);
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : sink.all()) codes.push_back(diagnostic.message.code);
  return codes;
}

PressOptions black() {
  PressOptions options;
  options.colours = PressOptions::Colours::black;
  return options;
}

TEST(Prepare, MakesPicturesOfEveryKindGray) {
  for (const auto& picture : {jpeg("\xc8\x28\x50"), jpeg("\x10\xf0\x80\x20"), jpeg("\x40")}) {
    PagedDocument document = document_with(picture);
    EXPECT_THAT(prepare(document, black()), testing::IsEmpty());
    EXPECT_EQ(picture_of(document).components, Components::gray);
    EXPECT_EQ(read_picture(picture_of(document).bytes, "again", {})->get()->components, Components::gray) << "and so says the file";
  }
  PagedDocument document = document_with(png("\xc8\x28\x50", "\x80"));
  prepare(document, black());
  EXPECT_EQ(picture_of(document).decoded.samples.size(), 1u);
  EXPECT_EQ(picture_of(document).decoded.alpha, "\x80") << "what shows the paper still does";
}

TEST(Prepare, ConvertsRgbPicturesToInksWhenAsked) {
  PagedDocument document = document_with(jpeg("\xc8\x28\x50"));
  EXPECT_THAT(prepare(document, inks(true)), testing::IsEmpty());
  EXPECT_EQ(picture_of(document).components, Components::cmyk);
  const std::string pixels = decode_jpeg(picture_of(document), 16, 16)->samples;
  EXPECT_LT(static_cast<unsigned char>(pixels[0]), 90) << "a red picture has little cyan";
  EXPECT_GT(static_cast<unsigned char>(pixels[1]), 180) << "and much magenta";
  document = document_with(png("\xff\xff\xff", ""));
  prepare(document, inks(true));
  EXPECT_EQ(picture_of(document).decoded.samples, std::string(4, '\0')) << "white is paper";
  EXPECT_EQ(picture_of(document).decoded.components, 4);
}

TEST(Prepare, KeepsRgbPicturesOtherwise) {
  const auto picture = jpeg("\xc8\x28\x50");
  PagedDocument document = document_with(picture, {{}, RgbColour{230, 20, 20}, {}});
  EXPECT_THAT(prepare(document, inks(false)), testing::IsEmpty());
  EXPECT_EQ(&picture_of(document), picture.get());
  EXPECT_TRUE(std::get<RectangleItem>(document.pages[0].items[0].content).fill->cmyk) << "but no RGB colours";
}

TEST(Prepare, WarnsOfTooMuchInk) {
  const Colour dense{{}, {}, CmykColour{900, 900, 900, 900}};
  PagedDocument document = document_with(jpeg("\x10\xf0\x80\x20"), dense);
  document.pages[0].items.push_back(document.pages[0].items[0]);
  EXPECT_THAT(prepare(document, inks(true)), testing::ElementsAre("press-total-ink")) << "once for each colour";
  document = document_with(jpeg("\xf0\xf0\xf0\xf0"));
  EXPECT_THAT(prepare(document, inks(false)), testing::ElementsAre("press-picture-total-ink"));
  document = document_with(jpeg("\x10\xf0\x80\x20"), Colour::registration());
  EXPECT_THAT(prepare(document, inks(true)), testing::IsEmpty()) << "marks are meant to print in every ink";
}

TEST(Prepare, MakesDrawingsGrayAndSaysWhichItCannot) {
  const std::shared_ptr<const Picture> drawing = *read_picture(make_pdf({.content = "1 1 0 rg 0 0 9 9 re f"}), "drawing.pdf", {});
  PagedDocument document = document_with(drawing);
  EXPECT_THAT(prepare(document, black()), testing::IsEmpty());
  EXPECT_TRUE(picture_of(document).vector.is_gray);
  auto broken = std::make_shared<Picture>(*drawing);
  broken->vector.objects[0].entries.emplace_back("Filter", VectorFigure::Value{"/FlateDecode", {}});
  document = document_with(broken);
  EXPECT_THAT(prepare(document, black()), testing::ElementsAre("press-figure-in-colour"));
  EXPECT_EQ(&picture_of(document), broken.get());
  document = document_with(drawing);
  EXPECT_THAT(prepare(document, inks(true)), testing::IsEmpty()) << "the file says what they mean";
}

TEST(Prepare, SaysWhichPictureCannotBeConverted) {
  auto damaged = std::make_shared<Picture>(*jpeg("\xc8\x28\x50"));
  damaged->bytes.resize(30);
  PagedDocument document = document_with(damaged);
  EXPECT_THAT(prepare(document, black()), testing::ElementsAre("image-damaged"));
}

TEST(Prepare, LeavesDocumentsAloneOtherwise) {
  const auto picture = jpeg("\xc8\x28\x50");
  const Colour red{{}, RgbColour{230, 20, 20}, {}};
  PagedDocument document = document_with(picture, red);
  EXPECT_THAT(prepare(document, {}), testing::IsEmpty());
  EXPECT_EQ(&picture_of(document), picture.get());
  EXPECT_EQ(std::get<RectangleItem>(document.pages[0].items[0].content).fill, red);
}

}  // namespace
}  // namespace banxin
