// What the writer does for each standard, read back from its files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/picture.h"
#include "preflight/report.h"
#include "sample_file.h"

namespace banxin {
namespace {

using namespace literals;
using namespace test;

PdfReport report_of(const PagedDocument& document, const PdfOptions& options, const std::string& password = {}) {
  const Result<std::string> bytes = write_pdf(document, options);
  if (!bytes) throw std::runtime_error(bytes.failure().message.code);
  const Result<PdfReport> report = inspect_pdf(*bytes, password);
  if (!report) throw std::runtime_error(report.failure().message.code);
  return *report;
}

std::string failure_of(const PagedDocument& document, const PdfOptions& options) {
  const Result<std::string> bytes = write_pdf(document, options);
  return bytes ? "" : bytes.failure().message.code;
}

std::vector<std::string> codes_of(const PdfReport& report) {
  std::vector<std::string> codes;
  for (const Diagnostic& finding : report.findings) codes.push_back(finding.message.code);
  return codes;
}

/// One page with a rectangle in `colour`.
PagedDocument document_in(const Colour& colour) {
  PagedDocument document;
  document.metadata.title = "Title";
  document.metadata.language = "en";
  document.structure = {node_of(StructureNode::Type::document)};
  document.pages.resize(1);
  document.pages[0].trim = {100_pt, 100_pt};
  document.pages[0].label = "1";
  PageItem item{RectangleItem{{10_pt, 10_pt, 20_pt, 20_pt}, colour, {}, {}, {}}, {}, {}};
  item.tag.artifact = ItemTag::Artifact::layout;
  document.pages[0].items = {item};
  return document;
}

const Colour red{{}, RgbColour{255, 0, 0}, {}}, inks{{}, {}, CmykColour{0, 1000, 900, 100}},
    both{{}, RgbColour{255, 0, 0}, CmykColour{0, 1000, 900, 100}};

TEST(Standards, ClaimWhatTheyAre) {
  const std::pair<const char*, const char*> claims[] = {{"pdfa-2a+ua-1", "PDF/A-2a + PDF/UA-1"},
                                                        {"pdfa-1b", "PDF/A-1b"},
                                                        {"pdfa-2b", "PDF/A-2b"},
                                                        {"pdfa-3a", "PDF/A-3a"},
                                                        {"ua-1", "PDF/UA-1"},
                                                        {"x-4", "PDF/X-4"}};
  for (const auto& [name, claim] : claims) EXPECT_EQ(inspect_pdf(file_of_everything(name))->claimed, claim);
  EXPECT_EQ(report_of(document_of_everything(), {.standard = standard("none")}).claimed, std::nullopt);
}

TEST(Standards, PackObjectsWhereTheyMay) {
  EXPECT_TRUE(report_of(document_of_everything(), {}).object_streams);
  EXPECT_FALSE(report_of(document_of_everything(), {.standard = standard("pdfa-1b")}).object_streams);
  EXPECT_EQ(report_of(document_of_everything(), {.standard = standard("pdfa-1b")}).version, "1.4");
  EXPECT_FALSE(report_of(document_of_everything(), {.compress = false}).object_streams);
}

TEST(Standards, GiveDocumentsWithoutColourAGrayIntent) {
  EXPECT_EQ(report_of(document_in(Colour::tint(300)), {}).output_intent, "Gray, gamma 2.2");
  EXPECT_EQ(report_of(document_in(red), {}).output_intent, "sRGB IEC61966-2.1");
}

TEST(Standards, AskForAPrintingConditionWhereThereAreInks) {
  EXPECT_EQ(failure_of(document_in(inks), {}), "pdf-inks-without-profile");
  EXPECT_EQ(failure_of(document_in(inks), {.output_profile = gray_printer_profile()}), "pdf-inks-without-profile");
  EXPECT_EQ(failure_of(document_in(inks), {.standard = standard("ua-1")}), "");
  EXPECT_EQ(failure_of(document_in(both), {}), "") << "its RGB value will do";
  EXPECT_EQ(failure_of(document_in(red), {.output_profile = "no profile"}), "pdf-profile-unsuitable");
  EXPECT_EQ(failure_of(document_in(red), {.output_profile = cmyk_profile().replace(12, 4, "link")}), "pdf-profile-unsuitable");
}

TEST(Standards, WriteInksForAPrintingConditionOfInks) {
  const PdfReport report = report_of(document_in(both), {.output_profile = cmyk_profile()});
  EXPECT_THAT(report.colour_spaces, testing::ElementsAre("DeviceCMYK"));
  EXPECT_THAT(codes_of(report), testing::IsEmpty());
}

TEST(Standards, GiveRgbASpaceOfItsOwnBesideAPrintingConditionOfInks) {
  const PdfReport report = report_of(document_in(red), {.output_profile = cmyk_profile()});
  EXPECT_THAT(report.colour_spaces, testing::ElementsAre("DeviceRGB"));
  EXPECT_THAT(codes_of(report), testing::IsEmpty());
}

/// A page for the press with a picture that lets the paper through.
std::string file_with_alpha() {
  auto picture = std::make_shared<Picture>();
  picture->format = Picture::Format::png;
  picture->width = picture->height = 1;
  picture->decoded = {1, 1, 3, "\xc8\x28\x50", "\x80"};
  PagedDocument document = document_of_everything();
  PageItem item{ImageItem{{10_pt, 10_pt, 0.1_pt, 0.1_pt}, {10_pt, 10_pt, 0.1_pt, 0.1_pt}, picture}, {}, {}};
  item.tag.artifact = ItemTag::Artifact::layout;
  document.pages[0].items.push_back(item);
  PdfOptions options{.standard = standard("x-4")};
  make_exchangeable(document, options);
  return *write_pdf(document, options);
}

std::vector<std::string> codes_of_file(const std::string& bytes) { return codes_of(*inspect_pdf(bytes)); }

TEST(Standards, SayInWhichColoursTransparencyMixesForThePress) {
  EXPECT_THAT(codes_of_file(file_with_alpha()), testing::IsEmpty());
  const std::string without = changed(file_with_alpha(), [](QPDF& d) { page_of(d).removeKey("/Group"); });
  EXPECT_THAT(codes_of_file(without), testing::ElementsAre("preflight-exchange-blending-space"));
}

TEST(Standards, SayWhatRgbPicturesMeanForThePress) {
  const PdfReport report = *inspect_pdf(file_with_alpha());
  ASSERT_EQ(report.pictures.size(), 1u);
  EXPECT_EQ(report.pictures[0].colour_space, "ICCBased");
  EXPECT_THAT(report.colour_spaces, testing::Not(testing::Contains("DeviceRGB")));
}

TEST(Standards, PutNoLinksOnWhatPrints) {
  PdfOptions options{.standard = standard("x-4")};
  PagedDocument document = document_of_everything();
  make_exchangeable(document, options);
  const std::string bytes = *write_pdf(document, options);
  EXPECT_NO_THROW(changed(bytes, [](QPDF& d) {
    if (page_of(d).hasKey("/Annots")) throw std::runtime_error("an annotation");
  }));
  EXPECT_THAT(inspect_pdf(bytes)->text, testing::HasSubstr("site")) << "their text stays";
}

TEST(Standards, EmbedFilesWithWhatTheyAreToTheDocument) {
  const PdfReport report =
      report_of(document_of_everything(),
                {.standard = standard("pdfa-3a"), .attachments = {{"文.yaml", "title: 文\n", true}, {"data.csv", "1,2\n", false}}});
  EXPECT_THAT(report.attachments, testing::UnorderedElementsAre("文.yaml", "data.csv"));
  EXPECT_THAT(codes_of(report), testing::IsEmpty());
}

TEST(Standards, AreToldOfAFileThatPutsItsFirstPageFirst) {
  const std::string bytes = *write_pdf(document_of_everything(), {});
  EXPECT_FALSE(inspect_pdf(bytes)->linearized);
  EXPECT_TRUE(inspect_pdf(changed(bytes, [](QPDF&) {}, [](QPDFWriter& writer) { writer.setLinearization(true); }))->linearized);
}

TEST(Standards, EncryptWithAPassword) {
  const PdfOptions options{.standard = standard("ua-1"), .password = "秘密"};
  EXPECT_TRUE(report_of(document_of_everything(), options, "秘密").encrypted);
  EXPECT_EQ(inspect_pdf(*write_pdf(document_of_everything(), options)).failure().message.code, "preflight-password");
}

TEST(Standards, GiveTheSameBytesEachTimeAndEachDocumentItsIdentifier) {
  const auto identifier = [](const PagedDocument& document) {
    const std::string bytes = *write_pdf(document, {});
    QPDF file;
    file.processMemoryFile("file", bytes.data(), bytes.size());
    return file.getTrailer().getKey("/ID").getArrayItem(0).getStringValue();
  };
  EXPECT_EQ(*write_pdf(document_in(red), {}), *write_pdf(document_in(red), {}));
  EXPECT_NE(identifier(document_in(red)), identifier(document_in(Colour::black())));
}

}  // namespace
}  // namespace banxin
