#include "preflight/document_facts.h"

#include <fmt/format.h>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <charconv>

namespace banxin::preflight {
namespace {

std::string stream_text(QPDFObjectHandle stream) {
  if (!stream.isStream()) return {};
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// Older parts of PDF/X are claimed in the Info dictionary, later ones in XMP.
Claim claim_of(const std::string& xmp, QPDFObjectHandle information) {
  Claim claim;
  const std::string part = xmp_value(xmp, "pdfaid:part");
  std::from_chars(part.data(), part.data() + part.size(), claim.archive_part);
  claim.archive_level = xmp_value(xmp, "pdfaid:conformance");
  claim.accessible = !xmp_value(xmp, "pdfuaid:part").empty();
  claim.exchange = xmp_value(xmp, "pdfxid:GTS_PDFXVersion");
  QPDFObjectHandle older = information.isDictionary() ? information.getKey("/GTS_PDFXVersion") : QPDFObjectHandle::newNull();
  if (claim.exchange.empty() && older.isString()) claim.exchange = older.getUTF8Value();
  return claim;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

std::string without_markup(const std::string& xml) {
  std::string text;
  bool inside = false;
  for (const char c : xml) {
    if (c == '<') inside = true;
    if (!inside) text += c;
    if (c == '>') inside = false;
  }
  replace_all(text, "&lt;", "<");
  replace_all(text, "&gt;", ">");
  replace_all(text, "&quot;", "\"");
  replace_all(text, "&apos;", "'");
  replace_all(text, "&amp;", "&");
  return text;
}

}  // namespace

std::string Claim::text() const {
  std::string text;
  if (is_archive()) {
    std::string level = archive_level;
    for (char& c : level) c = static_cast<char>(c | 0x20);
    text = fmt::format("PDF/A-{}{}", archive_part, level);
  }
  if (accessible) text += text.empty() ? "PDF/UA-1" : " + PDF/UA-1";
  if (is_exchange()) text += (text.empty() ? "" : " + ") + exchange;
  return text;
}

std::string xmp_value(const std::string& xmp, const std::string& property) {
  // Properties stand as elements or as attributes of rdf:Description.
  if (const std::size_t attribute = xmp.find(' ' + property + "=\""); attribute != std::string::npos) {
    const std::size_t begin = attribute + property.size() + 3;
    return without_markup(xmp.substr(begin, xmp.find('"', begin) - begin));
  }
  const std::size_t open = xmp.find('<' + property + '>');
  if (open == std::string::npos) return {};
  const std::size_t close = xmp.find("</" + property + '>', open);
  std::string value = xmp.substr(open, close == std::string::npos ? close : close - open);
  if (const std::size_t item_end = value.find("</rdf:li>"); item_end != std::string::npos) value.resize(item_end);
  return without_markup(value);
}

DocumentFacts gather(QPDF& document, const std::string& bytes) {
  DocumentFacts facts{document, bytes, document.getRoot(), document.getTrailer().getKey("/Info"), {}, {}, {}, {}, {}};
  facts.xmp = stream_text(facts.catalogue.getKey("/Metadata"));
  facts.claim = claim_of(facts.xmp, facts.information);
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(document).getAllPages())
    facts.pages.push_back({page, scan_page(page, facts.font_readers)});
  std::vector<PageTexts> texts;
  for (const PageFacts& page : facts.pages) texts.push_back({page.page.getObjectHandle().getObjGen(), &page.content.texts});
  facts.structure = read_structure(facts.catalogue, texts);
  return facts;
}

}  // namespace banxin::preflight
