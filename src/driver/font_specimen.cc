#include "driver/font_specimen.h"

#include <fmt/format.h>

#include "layout/emit.h"
#include "line/compose.h"
#include "shape/cluster.h"
#include "text/composition_options.h"

namespace banxin {

namespace {

using namespace literals;

constexpr Size paper = {Length::from_millimetres(210), Length::from_millimetres(297)};
constexpr Length margin = Length::from_millimetres(20);
constexpr Length title_size = 20_pt, label_size = 8_pt, sample_size = 16_pt;
constexpr Length title_pitch = 34_pt, label_pitch = 14_pt, sample_pitch = 24_pt;
constexpr Length space_between = 12_pt;
/// Where samples begin, right of their language.
constexpr Length sample_indent = 48_pt;

constexpr std::string_view latin_sample = "Agfin Quartz “type area” 0123456789 (&)";

std::string_view sample_text(FontRole role, std::string_view language) {
  if (is_western(role)) return latin_sample;
  switch (locale_for(language)) {
    case Locale::ja:
      return "骨直令　字と行の「間」を読む、組版の手。Ag 2025";
    case Locale::ko:
      return "骨直令　글자 사이, 줄 사이, ‘판면’의 결. Ag 2025";
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      return "骨直令　版面有規矩，「字裡行間」見功夫。Ag 2025";
    case Locale::zh_hans:
      return "骨直令　版面有规矩，“字里行间”见功夫。Ag 2025";
    case Locale::other:
      break;
  }
  return latin_sample;
}

CharacterStyle type_of(FontRole role, int weight, Length size, const std::string& language) {
  CharacterStyle type;
  type.role = role;
  type.weight = weight;
  type.size = size;
  type.language = language;
  return type;
}

StructureNode node_of(StructureNode::Type type, int parent, const std::string& language) {
  StructureNode node;
  node.type = type;
  node.parent = parent;
  node.language = language;
  return node;
}

/// Lines of text down the pages.
class Specimen {
 public:
  Specimen(const FontLibrary& fonts, DiagnosticSink& sink) : fonts_(fonts), sink_(sink) {}

  void begin(const std::string& title, const std::string& language) {
    document_.metadata.title = title;
    document_.metadata.language = language;
    document_.structure.push_back(node_of(StructureNode::Type::document, -1, language));
    begin_page();
    const int node = add_node(StructureNode::Type::heading, language);
    document_.structure.back().heading_level = 1;
    set_line(title, type_of(FontRole::song, 900, title_size, language), {}, title_pitch, node);
    document_.outline.push_back({title, 1, 0, {margin, margin}});
  }

  void add(const FontUse& use) {
    std::vector<std::string> languages = use.languages;
    if (is_western(use.role)) languages = {"en"};
    const Length height = label_pitch + sample_pitch * static_cast<std::int64_t>(languages.size());
    if (y_ + height > paper.height - margin) begin_page();
    const CharacterStyle label = type_of(FontRole::hei, 400, label_size, "en");
    rule();
    set_line(fmt::format("{} {}  {}", name_of(use.role), use.face->weight(), use.face->family()), label, {}, label_pitch,
             add_node(StructureNode::Type::paragraph, "en"));
    for (const std::string& language : languages) {
      const CharacterStyle sample = type_of(use.role, use.face->weight(), sample_size, language);
      const int node = add_node(StructureNode::Type::paragraph, language);
      set_line(language, label, {}, {}, node);
      set_line(std::string(sample_text(use.role, language)), sample, sample_indent, sample_pitch, node);
    }
    y_ += space_between;
  }

  PagedDocument finish() { return std::move(document_); }

 private:
  void begin_page() {
    Page& page = document_.pages.emplace_back();
    page.trim = paper;
    page.label = fmt::format("{}", document_.pages.size());
    y_ = margin;
  }

  int add_node(StructureNode::Type type, const std::string& language) {
    document_.structure.push_back(node_of(type, 0, language));
    return static_cast<int>(document_.structure.size()) - 1;
  }

  void rule() {
    StrokeItem stroke;
    stroke.from = {margin, y_};
    stroke.to = {paper.width - margin, y_};
    stroke.weight = 0.25_pt;
    document_.pages.back().items.push_back({stroke, {-1, ItemTag::Artifact::layout}, {}});
  }

  /// A line, or as many as it takes, at `indent` from the margin; what follows is `pitch` lower, and on the same baseline as a sample when
  /// that is nothing.
  void set_line(const std::string& text, const CharacterStyle& style, Length indent, Length pitch, int node) {
    auto styled = std::make_shared<StyledText>();
    styled->text = SourceText(text);
    styled->runs.push_back({0, static_cast<std::uint32_t>(text.size()), style});
    const auto shaped = std::make_shared<ShapedText>(shape(*styled, fonts_, sink_));
    CompositionOptions options;
    options.locale = locale_for(style.language);
    ParagraphShape room;
    room.measure = paper.width - 2 * margin - indent;
    room.alignment = ParagraphShape::Alignment::start;
    const Galley galley = compose(styled, shaped, options, room, sink_);
    Page& page = document_.pages.back();
    const Length down_to_baseline = (pitch == Length() ? sample_pitch : pitch).scaled(3, 4);
    for (const Line& line : galley.lines) {
      emit_line(galley, line, {margin + indent, y_ + down_to_baseline}, {node}, {page.items, page.links, document_.structure});
      y_ += pitch;
    }
  }

  const FontLibrary& fonts_;
  DiagnosticSink& sink_;
  PagedDocument document_;
  Length y_;
};

}  // namespace

PagedDocument font_specimen(const std::string& title, const std::string& title_language, const std::vector<FontUse>& uses,
                            const FontLibrary& fonts, DiagnosticSink& sink) {
  Specimen specimen(fonts, sink);
  specimen.begin(title, title_language);
  for (const FontUse& use : uses) specimen.add(use);
  return specimen.finish();
}

}  // namespace banxin
