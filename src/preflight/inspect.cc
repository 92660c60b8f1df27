#include <fmt/format.h>
#include "preflight/report.h"

#include <exception>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>

#include "preflight/boxes.h"
#include "preflight/fonts.h"
#include "preflight/rules.h"

namespace banxin {
namespace preflight {
namespace {

using Handle = QPDFObjectHandle;

std::string text_at(Handle dictionary, const char* key) {
  Handle value = dictionary.isDictionary() ? dictionary.getKey(key) : Handle::newNull();
  return value.isString() ? value.getUTF8Value() : std::string();
}

void tell_file(DocumentFacts& facts, PdfReport& report) {
  report.version = facts.document.getPDFVersion();
  report.encrypted = facts.document.isEncrypted();
  report.linearized = facts.document.isLinearized();
  for (const auto& [object, entry] : facts.document.getXRefTable()) report.object_streams = report.object_streams || entry.getType() == 2;
  report.tagged = !facts.structure.elements.empty();
  if (facts.claim.any()) report.claimed = facts.claim.text();
  const Handle& information = facts.information;
  report.metadata = {text_at(information, "/Title"),       text_at(information, "/Author"),   text_at(information, "/Subject"),
                     text_at(information, "/Keywords"),    text_at(information, "/Producer"), text_at(facts.catalogue, "/Lang"),
                     text_at(information, "/CreationDate")};
  Handle intents = facts.catalogue.getKey("/OutputIntents");
  if (intents.isArray() && intents.getArrayNItems() > 0)
    report.output_intent = text_at(intents.getArrayItem(0), "/OutputConditionIdentifier");
  for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(facts.document).getEmbeddedFiles()) report.attachments.push_back(name);
}

std::string label_of(QPDFPageLabelDocumentHelper& labels, std::size_t index) {
  Handle label = labels.getLabelForPage(static_cast<long long>(index));
  if (!label.isDictionary()) return fmt::format("{}", index + 1);
  Handle style = label.getKey("/S"), number = label.getKey("/St");
  std::string text = text_at(label, "/P");
  if (style.isNameAndEquals("/D")) text += fmt::format("{}", number.isInteger() ? number.getIntValue() : 1);
  return text;
}

void tell_pages(DocumentFacts& facts, PdfReport& report) {
  QPDFPageLabelDocumentHelper labels(facts.document);
  std::set<std::string> spaces;
  std::set<QPDFObjGen> fonts;
  for (std::size_t i = 0; i < facts.pages.size(); ++i) {
    const PageFacts& page = facts.pages[i];
    report.pages.push_back({boxes_of(page.page), label_of(labels, i)});
    spaces.insert(page.content.colour_spaces.begin(), page.content.colour_spaces.end());
    fonts.insert(page.content.fonts.begin(), page.content.fonts.end());
    for (PlacedPicture picture : page.content.pictures) {
      Handle dictionary = picture.image.getDict(), space = dictionary.getKey("/ColorSpace");
      if (space.isArray() && space.getArrayNItems() > 0) space = space.getArrayItem(0);
      const auto size = [&](const char* key) {
        return dictionary.getKey(key).isInteger() ? static_cast<int>(dictionary.getKey(key).getIntValue()) : 0;
      };
      report.pictures.push_back(
          {i, size("/Width"), size("/Height"), space.isName() ? space.getName().substr(1) : "", dots_per_inch(picture)});
    }
  }
  report.colour_spaces.assign(spaces.begin(), spaces.end());
  for (const QPDFObjGen& object : fonts) {
    Handle font = facts.document.getObject(object);
    if (!font.isDictionary()) continue;
    Handle descendant = descendant_of(font), type = (descendant.isDictionary() ? descendant : font).getKey("/Subtype");
    const std::string name = font_name(font);
    report.fonts.push_back({name, type.isName() ? type.getName().substr(1) : "", is_embedded(font), name.size() > 7 && name[6] == '+',
                            font.getKey("/ToUnicode").isStream()});
  }
}

void tell_structure(const DocumentFacts& facts, PdfReport& report) {
  for (const Element& element : facts.structure.elements)
    report.structure.push_back({element.type, element.language, element.alternative, element.depth, element.own_text});
  report.text = facts.structure.text;
}

PdfReport inspect(QPDF& document, const std::string& bytes) {
  PdfReport report;
  DocumentFacts facts = gather(document, bytes);
  tell_file(facts, report);
  tell_pages(facts, report);
  tell_structure(facts, report);
  Findings findings(report.findings);
  for (const QPDFExc& warning : document.getWarnings())
    findings.add(facts.claim.any(), "preflight-damaged", {{"reason", warning.getMessageDetail()}});
  check_file(facts, findings);
  check_pages(facts, findings);
  check_fonts(facts, findings);
  check_structure(facts, findings);
  if (facts.claim.is_exchange()) check_exchange(facts, findings);
  return report;
}

}  // namespace
}  // namespace preflight

Result<PdfReport> inspect_pdf(const std::string& bytes, const std::string& password) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("file", bytes.data(), bytes.size(), password.empty() ? nullptr : password.c_str());
    return preflight::inspect(document, bytes);
  } catch (const QPDFExc& error) {
    return Diagnostic(Severity::error, error.getErrorCode() == qpdf_e_password ? "preflight-password" : "preflight-unreadable", {},
                      {{"reason", error.getMessageDetail()}});
  } catch (const std::exception& error) {
    return Diagnostic(Severity::error, "preflight-unreadable", {}, {{"reason", error.what()}});
  }
}

}  // namespace banxin
