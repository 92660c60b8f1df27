// What the file says of itself.
#include "pdf/metadata.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

#include "base/xml_text.h"

namespace banxin::pdf {
namespace {

constexpr std::string_view producer = "Banxin " BANXIN_VERSION;
constexpr std::string_view exchange_version = "PDF/X-4";

struct UtcTime {
  int year;
  unsigned month, day;
  int hour, minute, second;
};

UtcTime utc_time(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return {static_cast<int>(date.year()),           static_cast<unsigned>(date.month()),       static_cast<unsigned>(date.day()),
          static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count())};
}

std::string xmp_date(std::int64_t seconds) {
  const UtcTime t = utc_time(seconds);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

void append_simple(std::string& out, std::string_view property, std::string_view value) {
  if (!value.empty()) out += fmt::format("   <{0}>{1}</{0}>\n", property, xml_text(value));
}

void append_array(std::string& out, std::string_view property, std::string_view kind, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out += fmt::format("   <{}><rdf:{}>", property, kind);
  for (const std::string& value : values) out += fmt::format("<rdf:li>{}</rdf:li>", xml_text(value));
  out += fmt::format("</rdf:{}></{}>\n", kind, property);
}

void append_default_language(std::string& out, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  out += fmt::format("   <{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", property, xml_text(value));
}

void append_identification(std::string& out, const PdfStandard& standard) {
  if (standard.is_archive()) {
    append_simple(out, "pdfaid:part", text_of(standard.archive_part));
    append_simple(out, "pdfaid:conformance", std::string(1, standard.archive_level));
  }
  if (standard.is_accessible) append_simple(out, "pdfuaid:part", "1");
}

/// What PDF/X-4 wants besides (ISO 15930-7, 6.10): which file this is, made of the digest of its contents, and that it holds no traps.
void append_exchange(std::string& out, std::string_view digest) {
  append_simple(out, "pdfxid:GTS_PDFXVersion", exchange_version);
  append_simple(out, "pdf:Trapped", "False");
  append_simple(out, "xmpMM:DocumentID", fmt::format("xmp.did:{}", digest));
  append_simple(out, "xmpMM:VersionID", "1");
  append_simple(out, "xmpMM:RenditionClass", "default");
}

/// PDF/A wants every property described that its own list of schemas lacks (ISO 19005-2, 6.6.2.3).
constexpr std::string_view accessibility_schema =
    "  <rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "     <pdfaProperty:name>part</pdfaProperty:name>\n"
    "     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "     <pdfaProperty:category>internal</pdfaProperty:category>\n"
    "     <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\n"
    "    </rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "   </rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "  </rdf:Description>\n";

}  // namespace

std::string pdf_date(std::int64_t seconds) {
  const UtcTime t = utc_time(seconds);
  return fmt::format("(D:{:04}{:02}{:02}{:02}{:02}{:02}Z)", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

Dictionary info_dictionary(const DocumentMetadata& metadata, const PdfStandard& standard) {
  Dictionary info;
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.add(key, text_string(text));
  };
  add("Title", metadata.title);
  add("Author", joined(metadata.authors));
  add("Subject", metadata.description);
  add("Keywords", joined(metadata.keywords));
  add("Producer", std::string(producer));
  if (standard.is_exchange) info.add("GTS_PDFXVersion", text_string(exchange_version)).add("Trapped", "/False");
  if (metadata.date) info.add("CreationDate", pdf_date(*metadata.date)).add("ModDate", pdf_date(*metadata.date));
  return info;
}

std::string xmp_packet(const DocumentMetadata& metadata, const PdfStandard& standard, std::string_view digest) {
  std::string out =
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
      " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n";
  append_simple(out, "dc:format", "application/pdf");
  append_default_language(out, "dc:title", metadata.title);
  // PDF/A-1 asks for one creator that equals the Info dictionary's author (ISO 19005-1, 6.7.3).
  const bool one_creator = standard.archive_part == 1 && !metadata.authors.empty();
  append_array(out, "dc:creator", "Seq", one_creator ? std::vector<std::string>{joined(metadata.authors)} : metadata.authors);
  append_default_language(out, "dc:description", metadata.description);
  append_array(out, "dc:subject", "Bag", metadata.keywords);
  if (!metadata.language.empty()) append_array(out, "dc:language", "Bag", {metadata.language});
  append_simple(out, "pdf:Keywords", joined(metadata.keywords));
  append_simple(out, "pdf:Producer", producer);
  if (metadata.date) {
    for (const std::string_view property : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"})
      append_simple(out, property, xmp_date(*metadata.date));
  }
  append_identification(out, standard);
  if (standard.is_exchange) append_exchange(out, digest);
  out += "  </rdf:Description>\n";
  if (standard.is_archive() && standard.is_accessible) out += accessibility_schema;
  out +=
      " </rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>\n";
  return out;
}

}  // namespace banxin::pdf
