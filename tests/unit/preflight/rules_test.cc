// Every rule finds what breaks it: a file that breaks none, changed in one place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "preflight/report.h"
#include "sample_file.h"

namespace banxin {
namespace {

using namespace test;
using Handle = QPDFObjectHandle;

std::vector<std::string> codes_of(const std::string& bytes) {
  const Result<PdfReport> report = inspect_pdf(bytes);
  if (!report) return {report.failure().message.code};
  std::vector<std::string> codes;
  for (const Diagnostic& finding : report->findings)
    codes.push_back((finding.severity == Severity::error ? "" : "warning ") + finding.message.code);
  return codes;
}

class CleanFile : public testing::TestWithParam<const char*> {};

TEST_P(CleanFile, BreaksNoRule) {
  EXPECT_THAT(codes_of(file_of_everything(GetParam())), testing::IsEmpty());
  EXPECT_THAT(codes_of(changed(file_of_everything(GetParam()), [](QPDF&) {})), testing::IsEmpty()) << "copied by qpdf";
}

INSTANTIATE_TEST_SUITE_P(Standards, CleanFile, testing::Values("pdfa-2a+ua-1", "pdfa-1b", "pdfa-2b", "pdfa-3a", "ua-1", "x-4", "none"));

struct Mutation {
  const char* code;
  const char* standard;
  std::function<void(QPDF&)> change;
  std::function<void(QPDFWriter&)> write = {};
  /// Bytes of the written file and as many that take their place.
  std::pair<std::string, std::string> bytes = {};
};

constexpr const char* both = "pdfa-2a+ua-1";

void remove(Handle object, const char* key) { object.removeKey(key); }
Handle parse(const char* text) { return Handle::parse(text); }
Handle metadata(QPDF& d) { return d.getRoot().getKey("/Metadata"); }
Handle contents(QPDF& d) { return page_of(d).getKey("/Contents"); }
Handle element(QPDF& d, const char* type) { return object_with(d, "/S", type); }

std::vector<Mutation> file_mutations() {
  return {
      {"preflight-identifier-missing", both, [](QPDF&) {}, {}, {"/ID [", "/XX ["}},
      {"preflight-encrypted", both, [](QPDF&) {},
       [](QPDFWriter& w) { w.setR6EncryptionParameters("", "x", true, true, true, true, true, true, qpdf_r3p_full, true); }},
      {"preflight-object-streams", "pdfa-1b", [](QPDF&) {}, [](QPDFWriter& w) { w.setObjectStreamMode(qpdf_o_generate); }},
      {"preflight-stream-end", both, [](QPDF&) {}, [](QPDFWriter& w) { w.setNewlineBeforeEndstream(false); }},
      {"preflight-metadata-filtered", both, [](QPDF&) {}, {}, {"/Type /Metadata", "/Filter []     "}},
      {"preflight-claim-unknown", both, [](QPDF& d) { replace_in(metadata(d), "conformance>A", "conformance>X"); }},
      {"preflight-schema-missing", both, [](QPDF& d) { replace_in(metadata(d), "pdfua/ns/id/</pdfaSchema", "other/</pdfaSchema"); }},
      {"preflight-title-missing", both, [](QPDF& d) { replace_in(metadata(d), "<dc:title>", "<dc:tilte>"); }},
      {"preflight-metadata-differs", "pdfa-1b", [](QPDF& d) { d.getTrailer().getKey("/Info").replaceKey("/Title", parse("(Other)")); }},
      {"preflight-language-missing", both, [](QPDF& d) { remove(d.getRoot(), "/Lang"); }},
      {"preflight-title-not-displayed", both, [](QPDF& d) { remove(d.getRoot(), "/ViewerPreferences"); }},
      {"preflight-attachment-forbidden", both,
       [](QPDF& d) { d.getRoot().replaceKey("/AF", Handle::newArray({d.makeIndirectObject(parse("<</Type/Filespec/UF(a)/EF<<>>>>"))})); }},
      {"preflight-attachment-undescribed", "pdfa-3a",
       [](QPDF& d) { d.getRoot().replaceKey("/AF", Handle::newArray({d.makeIndirectObject(parse("<</Type/Filespec/UF(a)/EF<<>>>>"))})); }},
      {"preflight-action-forbidden", both,
       [](QPDF& d) { object_with(d, "/Subtype", "/Link").replaceKey("/A", parse("<</S/JavaScript/JS(app.beep)>>")); }},
  };
}

std::vector<Mutation> page_mutations() {
  return {
      {"preflight-page-size", both, [](QPDF& d) { page_of(d).replaceKey("/MediaBox", parse("[0 0 20000 300]")); }},
      {"preflight-content-unbalanced", both, [](QPDF& d) { replace_in(contents(d), "BT", "q BT"); }},
      {"preflight-states-nested", both,
       [](QPDF& d) {
         std::string open, close;
         for (int i = 0; i < 29; ++i) open += "q ", close += " Q";
         replace_stream(contents(d), [&](std::string& text) { text = open + close + '\n' + text; });
       }},
      {"preflight-operator-unknown", both, [](QPDF& d) { replace_in(contents(d), "BT", "xyz BT"); }},
      {"preflight-intent-missing", both,
       [](QPDF& d) {
         remove(d.getRoot(), "/OutputIntents");
         for (std::size_t i = 0; i < 2; ++i)
           page_of(d, i).getKey("/Resources").replaceKey("/ColorSpace", parse("<</DefaultGray/P/DefaultRGB/P>>"));
       }},
      {"preflight-intent-wrong", both,
       [](QPDF& d) {
         replace_in(d.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile"), "RGB XYZ", "CMYKXYZ");
       }},
      {"preflight-colour-undefined", both, [](QPDF& d) { replace_in(contents(d), "rg\n", "0 k\n"); }},
      {"preflight-transparency", "pdfa-1b",
       [](QPDF& d) {
         Handle states = parse("<<>>");
         states.replaceKey("/G", d.makeIndirectObject(parse("<</ca .5>>")));
         page_of(d).getKey("/Resources").replaceKey("/ExtGState", states);
       }},
      {"preflight-font-not-embedded", both, [](QPDF& d) { remove(object_with(d, "/FontFile3"), "/FontFile3"); }},
      {"preflight-font-without-text", both, [](QPDF& d) { remove(object_with(d, "/ToUnicode"), "/ToUnicode"); }},
      {"preflight-font-without-glyph-map", both, [](QPDF& d) { remove(object_with(d, "/CIDToGIDMap"), "/CIDToGIDMap"); }},
      {"preflight-font-without-set", "pdfa-1b", [](QPDF& d) { remove(object_with(d, "/CIDSet"), "/CIDSet"); }},
      {"preflight-glyph-without-text", both,
       [](QPDF& d) { replace_in(object_with(d, "/ToUnicode").getKey("/ToUnicode"), "beginbf", "beginxx"); }},
  };
}

std::vector<Mutation> structure_mutations() {
  return {
      {"preflight-untagged", both, [](QPDF& d) { remove(d.getRoot(), "/MarkInfo"); }},
      {"preflight-content-unmarked", both,
       [](QPDF& d) { replace_stream(contents(d), [](std::string& text) { text += "0 0 9 9 re f\n"; }); }},
      {"preflight-artifact-nested", both, [](QPDF& d) { replace_in(contents(d), "BT", "/Artifact BMC EMC BT"); }},
      {"preflight-sequence-repeated", both, [](QPDF& d) { replace_in(contents(d), "/MCID 1>>", "/MCID 0>>"); }},
      {"preflight-tree-broken", both, [](QPDF& d) { element(d, "/Caption").replaceKey("/P", d.getRoot()); }},
      {"preflight-sequence-owned-twice", both, [](QPDF& d) { element(d, "/Caption").replaceKey("/K", parse("[0 4]")); }},
      {"preflight-sequence-without-owner", both, [](QPDF& d) { remove(element(d, "/Caption"), "/K"); }},
      {"preflight-parent-tree-wrong", both, [](QPDF& d) { remove(page_of(d), "/StructParents"); }},
      {"preflight-type-unknown", both, [](QPDF& d) { element(d, "/Caption").replaceKey("/S", parse("/Legend")); }},
      {"preflight-type-misplaced", both, [](QPDF& d) { element(d, "/LI").replaceKey("/S", parse("/Div")); }},
      {"preflight-heading-skipped", both, [](QPDF& d) { element(d, "/H1").replaceKey("/S", parse("/H2")); }},
      {"preflight-figure-without-text", both, [](QPDF& d) { remove(element(d, "/Figure"), "/Alt"); }},
      {"preflight-figure-without-box", both, [](QPDF& d) { remove(element(d, "/Figure"), "/A"); }},
      {"preflight-note-without-name", both, [](QPDF& d) { remove(element(d, "/Note"), "/ID"); }},
      {"preflight-type-misplaced", both, [](QPDF& d) { element(d, "/TD").replaceKey("/S", parse("/P")); }},
      {"preflight-type-misplaced", both, [](QPDF& d) { element(d, "/TR").replaceKey("/S", parse("/Sect")); }},
      {"preflight-table-irregular", both, [](QPDF& d) { remove(element(d, "/TD"), "/A"); }},
      {"preflight-table-irregular", both, [](QPDF& d) { element(d, "/TH").getKey("/A").replaceKey("/RowSpan", parse("2")); }},
      {"preflight-header-without-scope", both, [](QPDF& d) { remove(element(d, "/TH"), "/A"); }},
      {"preflight-list-without-numbering", both, [](QPDF& d) { remove(element(d, "/L"), "/A"); }},
      {"preflight-tab-order", both, [](QPDF& d) { remove(page_of(d), "/Tabs"); }},
      {"preflight-annotation-unprinted", both, [](QPDF& d) { object_with(d, "/Subtype", "/Link").replaceKey("/F", parse("2")); }},
      {"preflight-annotation-without-text", both, [](QPDF& d) { remove(object_with(d, "/Subtype", "/Link"), "/Contents"); }},
      {"preflight-annotation-untagged", both, [](QPDF& d) { element(d, "/Link").replaceKey("/S", parse("/Span")); }},
  };
}

constexpr const char* exchange = "x-4";

Handle intent(QPDF& d) { return d.getRoot().getKey("/OutputIntents").getArrayItem(0); }

/// A graphics state that the first page uses.
void use_state(QPDF& d, const char* state) {
  page_of(d).getKey("/Resources").getKey("/ExtGState").replaceKey("/G", parse(state));
  replace_stream(contents(d), [](std::string& text) { text = "/G gs\n" + text; });
}

std::vector<Mutation> exchange_mutations() {
  return {
      {"preflight-claim-unknown", exchange, [](QPDF& d) { replace_in(metadata(d), "PDF/X-4<", "PDF/X-9<"); }},
      {"preflight-exchange-property", exchange, [](QPDF& d) { replace_in(metadata(d), "<pdfxid:GTS", "<pdfxid:STG"); }},
      {"preflight-exchange-property", exchange, [](QPDF& d) { replace_in(metadata(d), "<xmp:ModifyDate", "<xmp:Date"); }},
      {"preflight-exchange-property", exchange, [](QPDF& d) { replace_in(metadata(d), "<xmpMM:DocumentID", "<xmpMM:ID"); }},
      {"preflight-exchange-trapped", exchange, [](QPDF& d) { d.getTrailer().getKey("/Info").replaceKey("/Trapped", parse("/True")); }},
      {"preflight-exchange-trapped", exchange, [](QPDF& d) { replace_in(metadata(d), "Trapped>False", "Trapped>Unknown"); }},
      {"preflight-title-missing", exchange, [](QPDF& d) { replace_in(metadata(d), "<dc:title>", "<dc:tilte>"); }},
      {"preflight-identifier-missing", exchange, [](QPDF&) {}, {}, {"/ID [", "/XX ["}},
      {"preflight-encrypted", exchange, [](QPDF&) {},
       [](QPDFWriter& w) { w.setR6EncryptionParameters("", "x", true, true, true, true, true, true, qpdf_r3p_full, true); }},
      {"preflight-action-forbidden", exchange,
       [](QPDF& d) { d.getRoot().replaceKey("/OpenAction", d.makeIndirectObject(parse("<</S/JavaScript/JS(app.beep)>>"))); }},
      {"preflight-exchange-intent", exchange, [](QPDF& d) { intent(d).replaceKey("/S", parse("/GTS_PDFA1")); }},
      {"preflight-exchange-condition", exchange, [](QPDF& d) { remove(intent(d), "/OutputConditionIdentifier"); }},
      {"preflight-exchange-intent-device", exchange, [](QPDF& d) { replace_in(intent(d).getKey("/DestOutputProfile"), "prtr", "mntr"); }},
      {"preflight-intent-missing", exchange, [](QPDF& d) { remove(d.getRoot(), "/OutputIntents"); }},
      {"preflight-intent-wrong", exchange, [](QPDF& d) { replace_in(intent(d).getKey("/DestOutputProfile"), "CMYK", "RGB "); }},
      {"preflight-colour-undefined", exchange, [](QPDF& d) { replace_in(contents(d), "BT", "1 0 0 rg BT"); }},
      {"preflight-exchange-trim", exchange, [](QPDF& d) { remove(page_of(d), "/TrimBox"); }},
      {"preflight-exchange-trim", exchange, [](QPDF& d) { page_of(d).replaceKey("/ArtBox", parse("[29 29 229 329]")); }},
      {"preflight-exchange-boxes", exchange, [](QPDF& d) { page_of(d).replaceKey("/BleedBox", parse("[30 30 228 328]")); }},
      {"preflight-exchange-boxes", exchange, [](QPDF& d) { page_of(d).replaceKey("/MediaBox", parse("[25 25 233 333]")); }},
      {"preflight-exchange-annotation", exchange,
       [](QPDF& d) { page_of(d).replaceKey("/Annots", parse("[<</Type/Annot/Subtype/Link/Rect[40 40 60 60]/F 4/Contents(a)>>]")); }},
      {"preflight-exchange-blending-space", exchange, [](QPDF& d) { use_state(d, "<</ca .5>>"); }},
      {"preflight-exchange-blending-space", exchange, [](QPDF& d) { use_state(d, "<</BM/Multiply>>"); }},
      {"preflight-exchange-forbidden", exchange, [](QPDF& d) { use_state(d, "<</TR/Identity>>"); }},
      {"preflight-exchange-forbidden", exchange, [](QPDF& d) { contents(d).getDict().replaceKey("/F", parse("(other.bin)")); }},
      {"preflight-exchange-forbidden", exchange,
       [](QPDF& d) {
         Handle stream = Handle::newStream(&d, "x");
         stream.getDict().replaceKey("/Subtype", parse("/PS"));
         d.getRoot().replaceKey("/Extra", stream);
       }},
      {"preflight-font-not-embedded", exchange, [](QPDF& d) { remove(object_with(d, "/FontFile3"), "/FontFile3"); }},
  };
}

TEST(Exchange, LetsWhatIsTransparentMixInAStatedSpace) {
  const std::string bytes = changed(file_of_everything(exchange), [](QPDF& d) {
    use_state(d, "<</ca .5>>");
    page_of(d).replaceKey("/Group", parse("<</S/Transparency/CS/DeviceCMYK>>"));
  });
  EXPECT_THAT(codes_of(bytes), testing::IsEmpty());
}

TEST(Exchange, LetsAnnotationsStandBesideTheBleed) {
  const std::string bytes = changed(file_of_everything(exchange), [](QPDF& d) {
    page_of(d).replaceKey("/Annots", parse("[<</Type/Annot/Subtype/Link/Rect[2 2 10 10]/F 4/Contents(a)/StructParent 9>>]"));
  });
  EXPECT_THAT(codes_of(bytes), testing::Not(testing::Contains("preflight-exchange-annotation")));
}

class Rule : public testing::TestWithParam<Mutation> {};

TEST_P(Rule, FindsWhatBreaksIt) {
  const Mutation& mutation = GetParam();
  std::string bytes = changed(file_of_everything(mutation.standard), mutation.change, mutation.write);
  if (const auto& [from, to] = mutation.bytes; !from.empty()) {
    ASSERT_EQ(from.size(), to.size());
    ASSERT_NE(bytes.rfind(from), std::string::npos);
    bytes.replace(bytes.rfind(from), from.size(), to);
  }
  EXPECT_THAT(codes_of(bytes), testing::Contains(mutation.code));
}

/// With its index, since some rules are broken in several ways.
std::string name_of(const testing::TestParamInfo<Mutation>& info) {
  std::string name = info.param.code;
  std::replace(name.begin(), name.end(), '-', '_');
  return name.substr(std::string("preflight_").size()) + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(File, Rule, testing::ValuesIn(file_mutations()), name_of);
INSTANTIATE_TEST_SUITE_P(Pages, Rule, testing::ValuesIn(page_mutations()), name_of);
INSTANTIATE_TEST_SUITE_P(Structure, Rule, testing::ValuesIn(structure_mutations()), name_of);
INSTANTIATE_TEST_SUITE_P(Exchange, Rule, testing::ValuesIn(exchange_mutations()), name_of);

TEST(Rule, FindsDamage) {
  EXPECT_THAT(codes_of("no PDF"), testing::ElementsAre("preflight-unreadable"));
  const std::string file = file_of_everything("pdfa-1b");
  EXPECT_THAT(codes_of(file.substr(0, file.size() / 2)), testing::Not(testing::IsEmpty()));
}

TEST(Report, TellsWhatTheFileHolds) {
  const Result<PdfReport> report = inspect_pdf(file_of_everything(both));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->version, "1.7");
  EXPECT_EQ(report->claimed, "PDF/A-2a + PDF/UA-1");
  EXPECT_TRUE(report->object_streams);
  ASSERT_EQ(report->pages.size(), 2u);
  EXPECT_EQ(report->pages[0].boxes.at("TrimBox"), (PdfBox{0, 0, 200, 300}));
  EXPECT_EQ(report->fonts.size(), 3u);
  EXPECT_THAT(report->colour_spaces, testing::ElementsAre("DeviceGray", "DeviceRGB"));
  EXPECT_EQ(report->output_intent, "sRGB IEC61966-2.1");
  EXPECT_EQ(report->metadata.language, "zh-Hans");
}

TEST(Report, GivesTheTextOfTheStructureInReadingOrder) {
  const Result<PdfReport> report = inspect_pdf(file_of_everything(both));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "标题\n第一段site第一段完\n1\n第一项\n图说\n表头\n表格\n二行\n末格\n注文\n");
}

}  // namespace
}  // namespace banxin
