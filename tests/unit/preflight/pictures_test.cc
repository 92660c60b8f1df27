// How large pictures stand on the page.
#include <gtest/gtest.h>

#include "preflight/report.h"
#include "unit/image/pdf_maker.h"

namespace banxin {
namespace {

/// Of a picture of 144 pixels that a form, 72 units wide, holds.
double resolution_in_form(const std::string& matrix) {
  const std::string image =
      pdf_stream("/Subtype/Image/Width 144/Height 144/BitsPerComponent 1/ColorSpace/DeviceGray", std::string(144 * 18, 'a'));
  const PdfRecipe recipe{
      .content = "q 72 0 0 72 0 0 cm /F Do Q",
      .resources = "/XObject<</F 10 0 R>>",
      .objects = "10 0 obj" +
                 pdf_stream("/Subtype/Form/BBox[0 0 72 72]" + matrix + "/Resources<</XObject<</Im 11 0 R>>>>", "72 0 0 72 0 0 cm /Im Do") +
                 "\nendobj\n11 0 obj" + image + "\nendobj"};
  const Result<PdfReport> report = inspect_pdf(make_pdf(recipe));
  EXPECT_TRUE(report && report->pictures.size() == 1);
  return report->pictures.at(0).dots_per_inch;
}

TEST(Pictures, AreMeasuredThroughTheMatrixOfTheirForm) {
  EXPECT_NEAR(resolution_in_form("/Matrix[0.0138889 0 0 0.0138889 0 0]"), 144, 0.1) << "a form that fills the unit square";
  EXPECT_NEAR(resolution_in_form(""), 2, 0.01);
}

}  // namespace
}  // namespace banxin
