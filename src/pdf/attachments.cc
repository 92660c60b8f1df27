// Files embedded in the file.
#include "pdf/attachments.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pdf/streams.h"

namespace banxin::pdf {
namespace {

/// The media type that a name's ending tells; anything else is bytes.
std::string media_type(std::string_view file_name) {
  static constexpr auto types = std::to_array<std::pair<std::string_view, std::string_view>>({
      {".yaml", "application/yaml"},
      {".yml", "application/yaml"},
      {".txt", "text/plain"},
      {".md", "text/markdown"},
      {".csv", "text/csv"},
      {".json", "application/json"},
      {".xml", "application/xml"},
      {".html", "text/html"},
      {".pdf", "application/pdf"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".svg", "image/svg+xml"},
      {".zip", "application/zip"},
  });
  for (const auto& [ending, type] : types) {
    if (file_name.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

Reference put_attachment(ObjectSink& sink, const PdfAttachment& attachment, const std::string& date, bool compress) {
  Dictionary parameters{{"Size", text_of(static_cast<int>(attachment.bytes.size()))}};
  if (!date.empty()) parameters.add("ModDate", date);
  Dictionary stream = encoded_dictionary(compress);
  stream.add("Type", "/EmbeddedFile").add("Subtype", name(media_type(attachment.name))).add("Params", parameters.text());
  const Reference file = sink.add_stream(std::move(stream), encoded(attachment.bytes, compress));
  const std::string files = Dictionary{{"F", text_of(file)}, {"UF", text_of(file)}}.text();
  return sink.add(Dictionary{
      {"Type", "/Filespec"},
      {"F", text_string(attachment.name)},
      {"UF", text_string(attachment.name)},
      {"Desc", text_string(attachment.name)},
      {"AFRelationship", attachment.is_source ? "/Source" : "/Supplement"},
      {"EF", files}}.text());
}

}  // namespace

void put_attachments(ObjectSink& sink, const std::vector<PdfAttachment>& attachments, const std::string& date, bool compress,
                     Dictionary& catalog) {
  if (attachments.empty()) return;
  std::vector<std::pair<std::string, std::string>> named;
  std::vector<std::string> references;
  for (const PdfAttachment& attachment : attachments) {
    references.push_back(text_of(put_attachment(sink, attachment, date, compress)));
    // Keys of a name tree are sorted by their bytes; UTF-16 throughout keeps names apart and in one order.
    named.emplace_back("<FEFF" + utf16_hex(attachment.name) + '>', references.back());
  }
  std::sort(named.begin(), named.end());
  std::vector<std::string> names;
  for (const auto& [key, reference] : named) {
    names.push_back(key);
    names.push_back(reference);
  }
  catalog.add("AF", array(references)).add("Names", Dictionary{{"EmbeddedFiles", Dictionary{{"Names", array(names)}}.text()}}.text());
}

}  // namespace banxin::pdf
