// Functions of PDF.
#include "press/pdf_function.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>

namespace banxin {
namespace {

using testing::DoubleNear;
using testing::Pointwise;
using Handle = QPDFObjectHandle;

class Function : public testing::Test {
 protected:
  Function() { document_.emptyPDF(); }

  Handle stream(const std::string& entries, const std::string& data) {
    Handle made = document_.newStream(data);
    made.replaceDict(Handle::parse("<<" + entries + ">>"));
    return made;
  }
  std::vector<double> values(Handle function, std::vector<double> inputs) { return PdfFunction::read(function, limit_)->values(inputs); }
  std::vector<double> values(const std::string& function, std::vector<double> inputs) {
    return values(Handle::parse(function), std::move(inputs));
  }

  QPDF document_;
  WorkLimit limit_{1'000'000};
};

#define EXPECT_VALUES(found, ...) EXPECT_THAT(found, Pointwise(DoubleNear(1e-6), std::vector<double>{__VA_ARGS__}))

TEST_F(Function, GoesFromColourToColourByAPower) {
  const std::string straight = "<</FunctionType 2/Domain[0 1]/C0[1 0 0.5]/C1[0 1 0.5]/N 1>>";
  EXPECT_VALUES(values(straight, {0}), 1, 0, 0.5);
  EXPECT_VALUES(values(straight, {0.25}), 0.75, 0.25, 0.5);
  EXPECT_VALUES(values(straight, {7}), 0, 1, 0.5) << "inputs are clipped to the domain";
  EXPECT_VALUES(values("<</FunctionType 2/Domain[0 1]/N 2>>", {0.5}), 0.25) << "from 0 to 1 unless it says otherwise";
  EXPECT_VALUES(values("<</FunctionType 2/Domain[0 1]/Range[0.4 1]/N 2>>", {0.5}), 0.4) << "and what comes out to the range";
}

TEST_F(Function, StitchesFunctionsTogether) {
  const std::string half = "<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>";
  const std::string stitched = "<</FunctionType 3/Domain[0 1]/Bounds[0.25]/Encode[0 1 1 0]/Functions[" + half + half + "]>>";
  EXPECT_VALUES(values(stitched, {0.125}), 0.5);
  EXPECT_VALUES(values(stitched, {0.25}), 1) << "a bound belongs to what follows it";
  EXPECT_VALUES(values(stitched, {0.625}), 0.5);
  EXPECT_VALUES(values(stitched, {1}), 0);
}

TEST_F(Function, ReadsTables) {
  Handle table = stream("/FunctionType 0/Domain[0 1]/Range[0 1 0 1]/Size[3]/BitsPerSample 8", std::string("\x00\xff\xff\x00\x00\x33", 6));
  EXPECT_VALUES(values(table, {0}), 0, 1);
  EXPECT_VALUES(values(table, {0.25}), 0.5, 0.5) << "half way between two samples";
  EXPECT_VALUES(values(table, {1}), 0, 0.2);
  Handle turned = stream("/FunctionType 0/Domain[0 1]/Range[-1 1]/Size[2]/BitsPerSample 4/Encode[1 0]/Decode[-1 1]", "\xf0");
  EXPECT_VALUES(values(turned, {0}), -1) << "the last sample, 0, decoded";
  EXPECT_VALUES(values(turned, {1}), 1);
  Handle surface = stream("/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[2 2]/BitsPerSample 8", std::string("\x00\xff\x33\x66", 4));
  EXPECT_VALUES(values(surface, {1, 0}), 1) << "the first input goes along first";
  EXPECT_VALUES(values(surface, {0, 1}), 0.2);
  EXPECT_VALUES(values(surface, {0.5, 0.5}), (0 + 1 + 0.2 + 0.4) / 4);
}

TEST_F(Function, Calculates) {
  Handle tint = stream("/FunctionType 4/Domain[0 1]/Range[0 1 0 1]", "{dup 2 mul exch 1 exch sub}");
  EXPECT_VALUES(values(tint, {0.25}), 0.5, 0.75);
  EXPECT_VALUES(values(tint, {0.75}), 1, 0.25) << "clipped to the range";
}

TEST_F(Function, RefusesWhatIsDamaged) {
  for (const char* function :
       {"null", "<<>>", "<</FunctionType 1/Domain[0 1]>>", "<</FunctionType 2/N 1>>", "<</FunctionType 2/Domain[0 1]/C0[1]/C1[1 2]/N 1>>",
        "<</FunctionType 0/Domain[0 1]/Range[0 1]/Size[2]/BitsPerSample 8>>", "<</FunctionType 2/Domain[0 /x]/N 1>>",
        "<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[]>>",
        "<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[null]>>"})
    EXPECT_THROW(values(function, {0}), UnreadableFigure) << function;
  EXPECT_THROW(values(stream("/FunctionType 0/Domain[0 1]/Range[0 1]/Size[3]/BitsPerSample 8", "ab"), {0}), UnreadableFigure)
      << "too short";
  EXPECT_THROW(values(stream("/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[9999 9999]/BitsPerSample 8", "ab"), {0, 0}),
               UnreadableFigure);
  EXPECT_THROW(values(stream("/FunctionType 4/Domain[0 1]/Range[0 1 0 1]", "{}"), {0}), UnreadableFigure) << "leaves one number for two";
}

TEST_F(Function, EndsWhereItStandsWithinItself) {
  Handle within = document_.makeIndirectObject(Handle::parse("<</FunctionType 3/Domain[0 1]/Bounds[0.5]/Encode[0 1 0 1]>>"));
  within.replaceKey("/Functions", Handle::newArray({within, within}));
  EXPECT_THROW(values(within, {0}), UnreadableFigure);
  within.removeKey("/Functions");
}

TEST_F(Function, CountsItsSteps) {
  Handle tint = stream("/FunctionType 4/Domain[0 1]/Range[0 1]", "{1 add 1 sub}");
  const auto function = PdfFunction::read(tint, limit_);
  const std::vector<double> input = {0.5};
  EXPECT_THROW(
      {
        for (int i = 0; i < 1'000'000; ++i) function->values(input);
      },
      UnreadableFigure);
}

}  // namespace
}  // namespace banxin
