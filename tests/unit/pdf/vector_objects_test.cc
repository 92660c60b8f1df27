// Vector figures in files of ours: once each, with numbers of the file, and a meaning for their device colours.
#include "pdf/vector_objects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/picture.h"
#include "pdf/write.h"
#include "support/test_profile.h"
#include "unit/image/pdf_maker.h"

namespace banxin::pdf {
namespace {

using namespace literals;
using testing::HasSubstr;
using testing::Not;

std::shared_ptr<const Picture> figure() {
  const PdfRecipe recipe{.content = "1 0 0 rg /A Do",
                         .resources = "/XObject<</A 10 0 R>>",
                         .objects = "10 0 obj" + pdf_stream("/Subtype/Form/BBox[0 0 9 9]", "0 1 0 rg 0 0 9 9 re f") + "endobj"};
  return *read_picture(make_pdf(recipe), "plan.pdf", PictureLimits{});
}

std::string written(int times, const PdfOptions& options) {
  PagedDocument document;
  document.pages.resize(1);
  document.pages[0].trim = {100_pt, 200_pt};
  const Rectangle area{10_pt, 20_pt, 30_pt, 30_pt};
  const auto picture = figure();
  for (int i = 0; i < times; ++i) document.pages[0].items.push_back({ImageItem{area, area, picture}, {}, {}});
  const Result<std::string> file = write_pdf(document, options);
  EXPECT_TRUE(file) << file.failure().message.code;
  return file ? *file : "";
}

int count(const std::string& file, std::string_view part) {
  int found = 0;
  for (std::size_t at = file.find(part); at != std::string::npos; at = file.find(part, at + 1)) ++found;
  return found;
}

TEST(VectorObjects, AreWrittenOnceHoweverOftenDrawn) {
  const std::string file = written(2, {.compress = false});
  EXPECT_EQ(count(file, "0 0 9 9 re"), 1);
  EXPECT_EQ(count(file, "/Subtype /Form"), 2);
  EXPECT_EQ(count(file, "/Im1 Do"), 2);
}

TEST(VectorObjects, StandInTheirFrameLikeAnyPicture) { EXPECT_THAT(written(1, {.compress = false}), HasSubstr("30 0 0 30 10 150 cm")); }

TEST(VectorObjects, SayWhatDeviceColoursMeanWherePrintedWithInks) {
  PdfOptions options{.compress = false};
  EXPECT_THAT(written(1, options), Not(HasSubstr("/DefaultRGB")));
  options.output_profile = test::cmyk_profile();
  EXPECT_EQ(count(written(1, options), "/DefaultRGB"), 3) << "the page and both forms: each content has resources of its own";
}

}  // namespace
}  // namespace banxin::pdf
