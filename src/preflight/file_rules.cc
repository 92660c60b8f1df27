// Rules about the file as a whole (ISO 19005-1 to -3, clauses 6.1, 6.5 to 6.9; ISO 14289-1, clause 6 and 7.1).
#include <algorithm>
#include <set>
#include <string_view>

#include "preflight/rules.h"

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

std::string text_of(Handle dictionary, const char* key) {
  Handle value = dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull();
  return value.isString() ? value.getUTF8Value() : std::string();
}

/// Whether a file claims to be complete in itself: for archives, for print shops.
bool stands_alone(const Claim& claim) { return claim.is_archive() || claim.is_exchange(); }

bool has_object_streams(QPDF& document) {
  for (const auto& [object, entry] : document.getXRefTable()) {
    if (entry.getType() == 2) return true;
  }
  return false;
}

/// Whether the data of a stream end as its length says, with an end of line before `endstream` (ISO 19005-2, 6.1.7.1).
bool ends_well(DocumentFacts& facts, Handle stream, const QPDFXRefEntry& entry) {
  constexpr std::string_view keyword = "stream";
  std::size_t at = facts.bytes.find(keyword, static_cast<std::size_t>(entry.getOffset()));
  while (at != std::string::npos && facts.bytes[at + keyword.size()] != '\n' && facts.bytes[at + keyword.size()] != '\r')
    at = facts.bytes.find(keyword, at + 1);
  if (at == std::string::npos) return false;
  at += keyword.size() + (facts.bytes[at + keyword.size()] == '\r' ? 2 : 1);
  Handle length = stream.getDict().getKey("/Length");
  at += length.isInteger() ? static_cast<std::size_t>(length.getIntValue()) : 0;
  const std::string_view rest = std::string_view(facts.bytes).substr(std::min(at, facts.bytes.size()));
  return rest.starts_with("\nendstream") || rest.starts_with("\r\nendstream") || rest.starts_with("\rendstream");
}

void check_streams(DocumentFacts& facts, Findings& findings) {
  for (const auto& [object, entry] : facts.document.getXRefTable()) {
    if (entry.getType() != 1) continue;
    Handle stream = facts.document.getObject(object);
    if (!stream.isStream() || ends_well(facts, stream, entry)) continue;
    findings.add(facts.claim.is_archive(), "preflight-stream-end", {{"object", std::to_string(object.getObj())}});
    return;
  }
}

void check_structure_of_file(DocumentFacts& facts, Findings& findings) {
  const Claim& claim = facts.claim;
  Handle identifier = facts.document.getTrailer().getKey("/ID");
  if (!identifier.isArray() || identifier.getArrayNItems() != 2) findings.add(stands_alone(claim), "preflight-identifier-missing");
  if (stands_alone(claim) && facts.document.isEncrypted()) findings.add(true, "preflight-encrypted", {{"standard", claim.text()}});
  if (claim.archive_part != 1) return;
  if (has_object_streams(facts.document)) findings.add(true, "preflight-object-streams", {{"standard", claim.text()}});
}

void check_metadata(DocumentFacts& facts, Findings& findings) {
  const Claim& claim = facts.claim;
  if (facts.xmp.empty()) {
    findings.add(false, "preflight-metadata-missing");
    return;
  }
  if (facts.catalogue.getKey("/Metadata").getDict().hasKey("/Filter") && claim.is_archive())
    findings.add(true, "preflight-metadata-filtered");
  const std::set<std::string> levels = {"A", "B", "U"};
  if (claim.is_archive() &&
      (claim.archive_part > 3 || !levels.contains(claim.archive_level) || (claim.archive_part == 1 && claim.archive_level == "U")))
    findings.add(true, "preflight-claim-unknown", {{"standard", claim.text()}});
  if (claim.is_archive() && claim.accessible &&
      facts.xmp.find("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>") == std::string::npos)
    findings.add(true, "preflight-schema-missing", {{"schema", "pdfuaid"}});
  const std::string title = xmp_value(facts.xmp, "dc:title");
  if (title.empty()) findings.add(claim.accessible || claim.is_exchange(), "preflight-title-missing");
  const std::pair<const char*, const char*> pairs[] = {
      {"/Title", "dc:title"}, {"/Subject", "dc:description"}, {"/Keywords", "pdf:Keywords"}, {"/Producer", "pdf:Producer"}};
  for (const auto& [key, property] : pairs) {
    const std::string stated = text_of(facts.information, key);
    if (!stated.empty() && stated != xmp_value(facts.xmp, property))
      findings.add(claim.archive_part == 1, "preflight-metadata-differs", {{"key", std::string(key).substr(1)}});
  }
}

void check_reading_aids(DocumentFacts& facts, Findings& findings) {
  if (text_of(facts.catalogue, "/Lang").empty())
    findings.add(facts.claim.accessible || facts.claim.archive_level == "A", "preflight-language-missing");
  Handle preferences = facts.catalogue.getKey("/ViewerPreferences");
  Handle shown = preferences.isDictionary() ? preferences.getKey("/DisplayDocTitle") : Handle::newNull();
  if (!shown.isBool() || !shown.getBoolValue()) findings.add(facts.claim.accessible, "preflight-title-not-displayed");
}

/// Every file that is embedded is associated, described and of a stated type.
void check_attachments(DocumentFacts& facts, Findings& findings) {
  const bool allowed = !facts.claim.is_archive() || facts.claim.archive_part == 3;
  for (Handle object : facts.document.getAllObjects()) {
    if (!object.isDictionary() || !object.hasKey("/EF")) continue;
    const std::string name = text_of(object, "/UF");
    if (!allowed) findings.add(true, "preflight-attachment-forbidden", {{"name", name}, {"standard", facts.claim.text()}});
    Handle stream = object.getKey("/EF").isDictionary() ? object.getKey("/EF").getKey("/F") : Handle::newNull();
    const bool described =
        object.getKey("/AFRelationship").isName() && !name.empty() && stream.isStream() && stream.getDict().getKey("/Subtype").isName();
    if (allowed && !described) findings.add(facts.claim.archive_part == 3, "preflight-attachment-undescribed", {{"name", name}});
  }
}

void check_actions(DocumentFacts& facts, Findings& findings) {
  static const std::set<std::string> forbidden = {"/Launch", "/Sound",       "/Movie",     "/ResetForm", "/ImportData", "/JavaScript",
                                                  "/Hide",   "/SetOCGState", "/Rendition", "/Trans",     "/GoTo3DView"};
  for (Handle object : facts.document.getAllObjects()) {
    Handle action = object.isDictionary() && object.hasKey("/A") ? object.getKey("/A") : object;
    if (!action.isDictionary()) continue;
    Handle kind = action.getKey("/S");
    if (kind.isName() && forbidden.contains(kind.getName()))
      findings.add(stands_alone(facts.claim), "preflight-action-forbidden", {{"action", kind.getName().substr(1)}});
  }
  if (facts.catalogue.hasKey("/AA")) findings.add(stands_alone(facts.claim), "preflight-action-forbidden", {{"action", "AA"}});
}

}  // namespace

void check_file(DocumentFacts& facts, Findings& findings) {
  check_structure_of_file(facts, findings);
  if (facts.claim.is_archive()) check_streams(facts, findings);
  check_metadata(facts, findings);
  check_reading_aids(facts, findings);
  check_attachments(facts, findings);
  check_actions(facts, findings);
}

}  // namespace banxin::preflight
