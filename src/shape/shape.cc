#include <fmt/format.h>

#include "base/utf8.h"
#include "shape/cluster.h"
#include "shape/itemize.h"
#include "shape/shape_item.h"

namespace banxin {
namespace {

std::string code_of(std::string_view character) {
  std::string code;
  for (const char32_t code_point : utf8::decode_all(character)) {
    code += fmt::format("{}U+{:04X}", code.empty() ? "" : " ", static_cast<std::uint32_t>(code_point));
  }
  return code;
}

void report_missing(const StyledText& text, const std::vector<MissingCharacter>& missing, DiagnosticSink& sink) {
  for (const MissingCharacter& character : missing) {
    sink.warning("shape-missing-glyph", text.text.span(character.first, character.end),
                 {{"character", character.text}, {"code", code_of(character.text)}, {"count", fmt::to_string(character.count)}});
  }
}

}  // namespace

ShapedText shape(const StyledText& text, const FontLibrary& fonts, DiagnosticSink& sink) {
  if (text.text.empty()) return {};
  const ItemizedText itemized = itemize(text, fonts);
  ItemShaper shaper(text, itemized);
  for (const TextItem& item : itemized.items) shaper.append(item);
  report_missing(text, shaper.missing(), sink);
  return shaper.take_result();
}

}  // namespace banxin
