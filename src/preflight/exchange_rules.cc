// Rules of PDF/X-4 (ISO 15930-7:2010, clause 6) beyond those that it shares with PDF/A.
#include <fmt/format.h>

#include <array>
#include <set>

#include "preflight/boxes.h"
#include "preflight/rules.h"

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

constexpr const char* known_version = "PDF/X-4";

MessageArguments on_page(std::size_t index) { return {{"page", fmt::format("{}", index + 1)}}; }

Handle at(Handle dictionary, const char* key) { return dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull(); }

/// Claim, dates, identity, trapping: in XMP, and where the Info dictionary says it too, the same there.
void check_claims(DocumentFacts& facts, Findings& findings) {
  if (facts.claim.exchange != known_version) findings.add(true, "preflight-claim-unknown", {{"standard", facts.claim.exchange}});
  const std::array<const char*, 7> needed = {"pdfxid:GTS_PDFXVersion", "xmp:CreateDate",  "xmp:ModifyDate",      "xmp:MetadataDate",
                                             "xmpMM:DocumentID",       "xmpMM:VersionID", "xmpMM:RenditionClass"};
  for (const char* property : needed) {
    if (xmp_value(facts.xmp, property).empty()) findings.add(true, "preflight-exchange-property", {{"property", property}});
  }
  Handle trapped = at(facts.information, "/Trapped");
  const std::string in_info = trapped.isName() ? trapped.getName().substr(1) : "", in_xmp = xmp_value(facts.xmp, "pdf:Trapped");
  const auto known = [](const std::string& value) { return value == "True" || value == "False"; };
  if (!known(in_xmp) || (!in_info.empty() && in_info != in_xmp)) findings.add(true, "preflight-exchange-trapped");
}

bool is_profile_of_printer(Handle profile) {
  if (!profile.isStream()) return false;
  const auto data = profile.getStreamData(qpdf_dl_generalized);
  const std::string bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  return bytes.size() >= 128 && bytes.compare(12, 4, "prtr") == 0;
}

/// One intent of PDF/X, whose profile is of a press (or that names a condition of a registry).
void check_intent(DocumentFacts& facts, Findings& findings) {
  Handle intents = facts.catalogue.getKey("/OutputIntents");
  int found = 0;
  for (Handle intent : intents.isArray() ? intents.getArrayAsVector() : std::vector<Handle>()) {
    if (!at(intent, "/S").isNameAndEquals("/GTS_PDFX")) continue;
    ++found;
    if (!at(intent, "/OutputConditionIdentifier").isString()) findings.add(true, "preflight-exchange-condition");
    if (at(intent, "/DestOutputProfile").isStream() && !is_profile_of_printer(intent.getKey("/DestOutputProfile")))
      findings.add(true, "preflight-exchange-intent-device");
  }
  if (found != 1) findings.add(true, "preflight-exchange-intent");
}

bool inside(const PdfBox& inner, const PdfBox& outer) {
  constexpr double rounding = 0.01;
  return inner.left >= outer.left - rounding && inner.bottom >= outer.bottom - rounding && inner.right <= outer.right + rounding &&
         inner.top <= outer.top + rounding;
}

void check_boxes(const std::map<std::string, PdfBox>& boxes, std::size_t index, Findings& findings) {
  const auto find = [&](const char* name) { return boxes.find(name); };
  if (boxes.contains("TrimBox") == boxes.contains("ArtBox")) {
    findings.add(true, "preflight-exchange-trim", on_page(index));
    return;
  }
  const auto trim = boxes.contains("TrimBox") ? find("TrimBox") : find("ArtBox"), media = find("MediaBox"), bleed = find("BleedBox");
  const bool nested =
      media == boxes.end() || (inside(trim->second, media->second) &&
                               (bleed == boxes.end() || (inside(trim->second, bleed->second) && inside(bleed->second, media->second))));
  if (!nested) findings.add(true, "preflight-exchange-boxes", on_page(index));
}

/// Nothing interactive may lie on what prints.
void check_annotations(const PageFacts& page, const std::map<std::string, PdfBox>& boxes, std::size_t index, Findings& findings) {
  Handle object = page.page.getObjectHandle(), annotations = object.getKey("/Annots");
  if (!annotations.isArray()) return;
  const auto bleed = boxes.find(boxes.contains("BleedBox") ? "BleedBox" : boxes.contains("TrimBox") ? "TrimBox" : "MediaBox");
  for (Handle annotation : annotations.getArrayAsVector()) {
    Handle kind = at(annotation, "/Subtype"), place = at(annotation, "/Rect");
    if (kind.isNameAndEquals("/TrapNet") || kind.isNameAndEquals("/PrinterMark") || !place.isRectangle() || bleed == boxes.end()) continue;
    const auto area = place.getArrayAsRectangle();
    const PdfBox& box = bleed->second;
    const bool beside = area.urx <= box.left || area.llx >= box.right || area.ury <= box.bottom || area.lly >= box.top;
    if (!beside) findings.add(true, "preflight-exchange-annotation", on_page(index));
  }
}

void forbid(const std::string& what, Findings& findings) { findings.add(true, "preflight-exchange-forbidden", {{"what", what}}); }

void check_page(const PageFacts& page, std::size_t index, Findings& findings) {
  const std::map<std::string, PdfBox> boxes = boxes_of(page.page);
  check_boxes(boxes, index, findings);
  check_annotations(page, boxes, index, findings);
  Handle object = page.page.getObjectHandle();
  for (const std::string& key : page.content.press_settings) forbid(key, findings);
  if (page.content.transparent && at(object.getKey("/Group"), "/CS").isNull())
    findings.add(true, "preflight-exchange-blending-space", on_page(index));
}

/// Streams that show on the press what pages do not show, or that lie elsewhere.
void check_stream(Handle stream, Findings& findings) {
  Handle dictionary = stream.getDict();
  for (const char* key : {"/OPI", "/Alternates", "/Ref", "/F"}) {
    if (dictionary.hasKey(key)) forbid(key + 1, findings);
  }
  if (dictionary.getKey("/Subtype").isNameAndEquals("/PS")) forbid("PostScript", findings);
  Handle filter = dictionary.getKey("/Filter");
  for (Handle name : filter.isArray() ? filter.getArrayAsVector() : std::vector<Handle>{filter}) {
    if (name.isNameAndEquals("/LZWDecode")) forbid("LZWDecode", findings);
  }
}

}  // namespace

void check_exchange(DocumentFacts& facts, Findings& findings) {
  check_claims(facts, findings);
  check_intent(facts, findings);
  for (std::size_t i = 0; i < facts.pages.size(); ++i) check_page(facts.pages[i], i, findings);
  for (Handle object : facts.document.getAllObjects()) {
    if (object.isStream()) check_stream(object, findings);
  }
}

}  // namespace banxin::preflight
