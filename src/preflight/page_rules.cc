// Rules about pages and what is drawn on them (ISO 19005-1 to -3, clauses 6.1.13, 6.2 and 6.4).
#include <fmt/format.h>

#include <algorithm>

#include "preflight/boxes.h"
#include "preflight/rules.h"

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

std::string page_name(std::size_t index) { return fmt::format("{}", index + 1); }

void check_boxes(const PageFacts& page, std::size_t index, const Claim& claim, Findings& findings) {
  const std::map<std::string, PdfBox> boxes = boxes_of(page.page);
  const auto media = boxes.find("MediaBox");
  if (media == boxes.end()) {
    findings.add(claim.is_archive(), "preflight-box-missing", {{"page", page_name(index)}});
    return;
  }
  // ISO 19005-2, 6.1.13: three to 14,400 units.
  const auto fits = [](double side) { return side >= 3 && side <= 14400; };
  if (!fits(media->second.width()) || !fits(media->second.height()))
    findings.add(claim.is_archive(), "preflight-page-size", {{"page", page_name(index)}});
  for (const auto& [name, box] : boxes) {
    const PdfBox& outer = media->second;
    constexpr double rounding = 0.01;
    const bool inside = box.left >= outer.left - rounding && box.bottom >= outer.bottom - rounding && box.right <= outer.right + rounding &&
                        box.top <= outer.top + rounding;
    if (!inside) findings.add(false, "preflight-box-outside", {{"page", page_name(index)}, {"box", name}});
  }
}

void check_content(const ContentFacts& content, std::size_t index, const Claim& claim, Findings& findings) {
  constexpr int deepest_allowed = 28;
  const MessageArguments page = {{"page", page_name(index)}};
  if (!content.balanced) findings.add(claim.is_archive(), "preflight-content-unbalanced", page);
  if (content.deepest_state > deepest_allowed) findings.add(claim.is_archive(), "preflight-states-nested", page);
  for (const std::string& name : content.unknown)
    findings.add(claim.is_archive(), "preflight-operator-unknown", {{"page", page_name(index)}, {"operator", name}});
}

/// Components of the output intent's profile; 0 without one.
int intent_components(Handle catalogue) {
  Handle intents = catalogue.getKey("/OutputIntents");
  if (!intents.isArray()) return 0;
  for (Handle intent : intents.getArrayAsVector()) {
    Handle profile = intent.isDictionary() ? intent.getKey("/DestOutputProfile") : Handle::newNull();
    if (profile.isStream() && profile.getDict().getKey("/N").isInteger())
      return static_cast<int>(profile.getDict().getKey("/N").getIntValue());
  }
  return 0;
}

/// The profile's own header must say what the file says of it.
bool profile_agrees(Handle catalogue, int components) {
  for (Handle intent : catalogue.getKey("/OutputIntents").getArrayAsVector()) {
    Handle profile = intent.isDictionary() ? intent.getKey("/DestOutputProfile") : Handle::newNull();
    if (!profile.isStream()) continue;
    const auto data = profile.getStreamData(qpdf_dl_generalized);
    const std::string bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::string space = bytes.size() > 40 && bytes.compare(36, 4, "acsp") == 0 ? bytes.substr(16, 4) : std::string();
    return space == (components == 1 ? "GRAY" : components == 3 ? "RGB " : "CMYK");
  }
  return false;
}

void check_colours(const PageFacts& page, std::size_t index, const Claim& claim, int intent, Findings& findings) {
  if (!claim.is_archive() && !claim.is_exchange()) return;
  Handle object = page.page.getObjectHandle(), resources = object.getKey("/Resources");
  Handle spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
  for (const std::string& space : page.content.colour_spaces) {
    const bool has_default = spaces.isDictionary() && space.starts_with("Device") && spaces.hasKey("/Default" + space.substr(6));
    const bool defined = (space == "DeviceGray" && intent > 0) || (space == "DeviceRGB" && intent == 3) ||
                         (space == "DeviceCMYK" && intent == 4) || !space.starts_with("Device") || space == "DeviceN" || has_default;
    if (!defined) findings.add(true, "preflight-colour-undefined", {{"page", page_name(index)}, {"space", space}});
  }
}

bool is_transparent(Handle object) {
  if (object.isStream()) return object.getDict().hasKey("/SMask") && !object.getDict().getKey("/SMask").isNameAndEquals("/None");
  if (!object.isDictionary()) return false;
  const auto partial = [&](const char* key) { return object.getKey(key).isNumber() && object.getKey(key).getNumericValue() < 1; };
  Handle group = object.getKey("/Group");
  return partial("/ca") || partial("/CA") || (group.isDictionary() && group.getKey("/S").isNameAndEquals("/Transparency"));
}

void check_transparency(DocumentFacts& facts, Findings& findings) {
  if (facts.claim.archive_part != 1) return;
  const std::vector<Handle> objects = facts.document.getAllObjects();
  if (std::any_of(objects.begin(), objects.end(), is_transparent))
    findings.add(true, "preflight-transparency", {{"standard", facts.claim.text()}});
}

void check_pictures(const ContentFacts& content, std::size_t index, const Claim& claim, Findings& findings) {
  constexpr double coarsest = 150;
  for (PlacedPicture picture : content.pictures) {
    const double dots = dots_per_inch(picture);
    if (dots > 0 && dots < coarsest)
      findings.add(false, "preflight-picture-coarse", {{"page", page_name(index)}, {"dots", fmt::format("{:.0f}", dots)}});
    Handle dictionary = picture.image.getDict();
    Handle interpolated = dictionary.getKey("/Interpolate");
    if (interpolated.isBool() && interpolated.getBoolValue())
      findings.add(claim.is_archive(), "preflight-picture-interpolated", {{"page", page_name(index)}});
  }
}

}  // namespace

void check_pages(DocumentFacts& facts, Findings& findings) {
  const int intent = intent_components(facts.catalogue);
  const bool colours_defined = facts.claim.is_archive() || facts.claim.is_exchange();
  if (colours_defined && intent == 0) findings.add(true, "preflight-intent-missing");
  if (intent > 0 && !profile_agrees(facts.catalogue, intent)) findings.add(colours_defined, "preflight-intent-wrong");
  for (std::size_t i = 0; i < facts.pages.size(); ++i) {
    check_boxes(facts.pages[i], i, facts.claim, findings);
    check_content(facts.pages[i].content, i, facts.claim, findings);
    check_colours(facts.pages[i], i, facts.claim, intent, findings);
    check_pictures(facts.pages[i].content, i, facts.claim, findings);
  }
  check_transparency(facts, findings);
}

}  // namespace banxin::preflight
