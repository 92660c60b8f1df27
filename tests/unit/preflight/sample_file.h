// A file with something of every kind that the rules look at, and changes of it.
#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>
#include <string>

#include "pdf/write.h"
#include "press/prepare.h"
#include "support/test_profile.h"
#include "unit/page/run_of.h"
#include "unit/pdf/test_faces.h"

namespace banxin::test {

inline PdfStandard standard(const char* name) { return *find_pdf_standard(name); }

/// Two pages: headings, a paragraph over both with a link, a list, a figure, a table, a note, furniture.
inline PagedDocument document_of_everything() {
  using namespace literals;
  using Type = StructureNode::Type;
  PagedDocument document;
  document.metadata = {"标题", "简介", "zh-Hans", {"甲", "乙"}, {"排版"}, 1'747'094'400};
  document.structure = {
      node_of(Type::document),      node_of(Type::article, 0),       node_of(Type::heading, 1),     node_of(Type::paragraph, 1),
      node_of(Type::link, 3),       node_of(Type::list, 1),          node_of(Type::list_item, 5),   node_of(Type::label, 6),
      node_of(Type::list_body, 6),  node_of(Type::figure, 1),        node_of(Type::caption, 9),     node_of(Type::table, 1),
      node_of(Type::table_row, 11), node_of(Type::table_header, 12), node_of(Type::table_data, 12), node_of(Type::note, 1),
      node_of(Type::table_row, 11), node_of(Type::table_data, 16),   node_of(Type::table_data, 16)};
  document.structure[0].language = "zh-Hans";
  document.structure[2].heading_level = 1;
  document.structure[5].numbering = StructureNode::Numbering::decimal;
  document.structure[9].alternative = "图";
  document.structure[13].scope = StructureNode::Scope::column;
  document.structure[14].column_span = 2;
  document.structure[17].column_span = 2;
  const auto line = [](const FontFace& face, const char* text, std::int64_t y, int node) {
    return tagged(run_of(face, text, {20_pt, y * 1_pt}, 10_pt), node);
  };
  Page page;
  page.trim = {200_pt, 300_pt};
  page.label = "1";
  page.items = {line(hei(), "标题", 20, 2), line(song(), "第一段", 40, 3), line(latin(), "site", 55, 4)};
  page.links.push_back({{20_pt, 45_pt, 40_pt, 12_pt}, "https://example.org/", 4, {}});
  PageItem tint{RectangleItem{{20_pt, 100_pt, 40_pt, 30_pt}, Colour{{}, RgbColour{200, 30, 30}, {}}, {}, {}, {}}, {}, {}};
  tint.tag.node = 9;
  PageItem rule{StrokeItem{{20_pt, 280_pt}, {180_pt, 280_pt}, 1_pt, Colour::black(), {}, false}, {}, {}};
  rule.tag.artifact = ItemTag::Artifact::layout;
  document.pages.push_back(page);
  document.pages[0].items.insert(document.pages[0].items.end(), {tint, line(hei(), "图说", 140, 10), rule});
  page.label = "2";
  page.links.clear();
  page.items = {line(song(), "第一段完", 20, 3), line(latin(), "1", 40, 7),     line(song(), "第一项", 40, 8),
                line(hei(), "表头", 60, 13),     line(song(), "表格", 80, 14),  line(song(), "二行", 90, 17),
                line(song(), "末格", 90, 18),    line(song(), "注文", 100, 15), rule};
  document.pages.push_back(page);
  return document;
}

/// Colours in the inks of a printing condition, bleed and slug.
inline void make_exchangeable(PagedDocument& document, PdfOptions& options) {
  using namespace literals;
  options.process_inks = true;
  options.output_profile = cmyk_profile();
  PressOptions press;
  press.colours = PressOptions::Colours::process;
  press.condition = read_icc_profile(options.output_profile);
  DiagnosticSink sink;
  prepare_for_press(document, press, sink);
  for (Page& page : document.pages) {
    page.bleed = 9_pt;
    page.slug = 20_pt;
  }
}

inline std::string file_of_everything(const char* standard_name) {
  PagedDocument document = document_of_everything();
  PdfOptions options{.standard = standard(standard_name)};
  if (options.standard.is_exchange) make_exchangeable(document, options);
  const auto bytes = write_pdf(document, options);
  if (!bytes) throw std::runtime_error(bytes.failure().message.text(MessageLanguage::english));
  return *bytes;
}

/// The file after a change of its objects.
inline std::string changed(const std::string& bytes, const std::function<void(QPDF&)>& change,
                           const std::function<void(QPDFWriter&)>& write = {}) {
  QPDF document;
  document.processMemoryFile("file", bytes.data(), bytes.size());
  change(document);
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setNewlineBeforeEndstream(true);
  if (write) write(writer);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

inline QPDFObjectHandle page_of(QPDF& document, std::size_t index = 0) {
  return QPDFPageDocumentHelper(document).getAllPages().at(index).getObjectHandle();
}

/// The first object that has `key`, with `value` as its name when one is given.
inline QPDFObjectHandle object_with(QPDF& document, const std::string& key, const std::string& value = {}) {
  for (QPDFObjectHandle object : document.getAllObjects()) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (dictionary.isDictionary() && dictionary.hasKey(key) && (value.empty() || dictionary.getKey(key).isNameAndEquals(value)))
      return object;
  }
  throw std::runtime_error("no object has " + key + ' ' + value);
}

inline void replace_stream(QPDFObjectHandle stream, const std::function<void(std::string&)>& edit) {
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  std::string text(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  const std::string before = text;
  edit(text);
  if (text == before) throw std::runtime_error("the edit changed nothing");
  stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

/// Replaces the first `from` of a stream.
inline void replace_in(QPDFObjectHandle stream, const std::string& from, const std::string& to) {
  replace_stream(stream, [&](std::string& text) {
    const std::size_t at = text.find(from);
    if (at != std::string::npos) text.replace(at, from.size(), to);
  });
}

}  // namespace banxin::test
