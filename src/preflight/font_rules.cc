// Rules about fonts (ISO 19005-1, 6.3; ISO 19005-2 and -3, 6.2.11; ISO 14289-1, 7.21).
#include "preflight/fonts.h"
#include "preflight/rules.h"

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

void check_font(Handle font, const Claim& claim, Findings& findings) {
  const MessageArguments name = {{"font", font_name(font)}};
  Handle descriptor = descriptor_of(font);
  if (!is_embedded(font)) findings.add(claim.any(), "preflight-font-not-embedded", name);
  if (!font.getKey("/ToUnicode").isStream())
    findings.add(claim.accessible || claim.archive_level == "A", "preflight-font-without-text", name);
  Handle descendant = descendant_of(font);
  if (descendant.isDictionary() && descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
    Handle map = descendant.getKey("/CIDToGIDMap");
    if (!map.isStream() && !map.isNameAndEquals("/Identity")) findings.add(claim.any(), "preflight-font-without-glyph-map", name);
  }
  const bool subset = font_name(font).size() > 7 && font_name(font)[6] == '+';
  if (claim.archive_part == 1 && subset && descendant.isDictionary() && descriptor.isDictionary() &&
      !descriptor.getKey("/CIDSet").isStream())
    findings.add(true, "preflight-font-without-set", name);
}

}  // namespace

void check_fonts(DocumentFacts& facts, Findings& findings) {
  const bool text_needed = facts.claim.accessible || facts.claim.archive_level == "A" || facts.claim.archive_level == "U";
  std::set<QPDFObjGen> used;
  std::map<QPDFObjGen, std::size_t> without_text;
  for (const PageFacts& page : facts.pages) {
    used.insert(page.content.fonts.begin(), page.content.fonts.end());
    for (const auto& [font, codes] : page.content.without_text) without_text[font] += codes.size();
  }
  for (const QPDFObjGen& object : used) {
    Handle font = facts.document.getObject(object);
    if (!font.isDictionary()) continue;
    check_font(font, facts.claim, findings);
    if (const auto found = without_text.find(object); found != without_text.end() && font.getKey("/ToUnicode").isStream())
      findings.add(text_needed, "preflight-glyph-without-text", {{"font", font_name(font)}, {"count", std::to_string(found->second)}});
  }
}

}  // namespace banxin::preflight
