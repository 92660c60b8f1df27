#include "layout/emit.h"

#include <optional>

#include "layout/structure.h"
#include "layout/text_decoration.h"
#include "layout/text_setter.h"

namespace banxin {

namespace {

/// Gathers the glyphs of a line into runs of one face, size and type.
class LineEmitter {
 public:
  LineEmitter(const Galley& galley, const Line& line, Point origin, ItemTag tag, PageSink sink, TextLead lead)
      : galley_(galley), line_(line), origin_(origin), tag_(tag), sink_(sink), lead_(lead) {}

  void run() {
    for (const PlacedCluster& placed : line_.clusters) add(placed);
    if (!line_.hyphen.empty() && last_) add_hyphen();
    flush();
  }

 private:
  void add(const PlacedCluster& placed) {
    const Cluster& cluster = galley_.shaped->clusters[placed.cluster];
    if (!cluster.face) return;
    if (!last_ || last_->face != cluster.face || last_->size != cluster.size || !same_text(*last_, cluster)) {
      flush();
      start(cluster, galley_.text->runs[cluster.run], placed.x);
    }
    last_ = &cluster;
    const auto text_begin = static_cast<std::uint32_t>(run_.text.size());
    const std::string_view text = galley_.text->text.view().substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
    run_.text.append(text);
    const auto text_end = static_cast<std::uint32_t>(run_.text.size());
    const bool shares = is_doubled(cluster, text);
    const std::uint32_t first_text_end = shares ? text_begin + static_cast<std::uint32_t>(text.size() / 2) : text_end;
    Length pen = placed.x - run_begin_;
    for (std::uint32_t i = cluster.glyph_begin; i < cluster.glyph_end; ++i) {
      const Glyph& glyph = galley_.shaped->glyphs[i];
      const bool first = i == cluster.glyph_begin;
      run_.glyphs.push_back(
          {glyph.id, pen + glyph.x_offset, glyph.y_offset, first ? text_begin : first_text_end, first ? first_text_end : text_end});
      pen += glyph.advance;
    }
    run_.advance = pen;
    source_end_ = cluster.text_end;
  }

  /// `……` drawn with a glyph for each half: each tells its own, so that the font's map from glyphs to text says one mark for one glyph.
  static bool is_doubled(const Cluster& cluster, std::string_view text) {
    const std::size_t half = text.size() / 2;
    return cluster.glyph_end - cluster.glyph_begin == 2 && !text.empty() && text.substr(0, half) == text.substr(half);
  }

  bool same_text(const Cluster& one, const Cluster& other) const {
    const auto told_as_one = [&](const Cluster& cluster) { return galley_.text->runs[cluster.run].style.told_as_one; };
    return one.run == other.run || (told_as_one(one) && told_as_one(other));
  }

  void add_hyphen() {
    // A hyphen of our own stands for no character of the article: no text.
    const auto at = static_cast<std::uint32_t>(run_.text.size());
    Length pen = line_.hyphen_x - run_begin_;
    for (const Glyph& glyph : line_.hyphen) {
      run_.glyphs.push_back({glyph.id, pen + glyph.x_offset, glyph.y_offset, at, at});
      pen += glyph.advance;
    }
    run_.advance = pen;
  }

  void start(const Cluster& cluster, const StyledRun& styled, Length x) {
    const CharacterStyle& style = styled.style;
    run_ = GlyphRunItem{};
    run_begin_ = x;
    run_.origin = {origin_.x + x, origin_.y - style.baseline_shift};
    run_.face = cluster.face;
    run_.size = cluster.size;
    run_.colour = style.colour;
    run_.told_as_one = style.told_as_one;
    source_begin_ = cluster.text_begin;
    link_ = style.link;
    run_tag_ = tag_;
    if (styled.begin < lead_.end) run_tag_.node = lead_.node;
    using Type = StructureNode::Type;
    const Type type = !link_.empty() ? Type::link : !style.note.empty() ? Type::reference : Type::span;
    run_tag_.node = inline_node(sink_.structure, run_tag_.node, type, style.language, galley_.text->text.span(styled.begin, styled.end));
    if (type == Type::reference && run_tag_.node >= 0) sink_.structure[static_cast<std::size_t>(run_tag_.node)].note = style.note;
  }

  void flush() {
    if (run_.glyphs.empty()) return;
    const SourceSpan span = galley_.text->text.span(source_begin_, source_end_);
    if (!link_.empty()) {
      const Rectangle area{run_.origin.x, run_.origin.y - ascent_of(run_.size), run_.advance, run_.size};
      sink_.links.push_back({area, link_, run_tag_.node, span});
    }
    sink_.items.push_back({std::move(run_), run_tag_, span});
    run_ = GlyphRunItem{};
  }

  const Galley& galley_;
  const Line& line_;
  Point origin_;
  ItemTag tag_;
  PageSink sink_;
  TextLead lead_;
  const Cluster* last_ = nullptr;
  GlyphRunItem run_;
  Length run_begin_;
  std::uint32_t source_begin_ = 0, source_end_ = 0;
  std::string link_;
  ItemTag run_tag_;
};

}  // namespace

void emit_line(const Galley& galley, const Line& line, Point origin, ItemTag tag, PageSink sink, TextLead lead) {
  emit_tints(galley, line, origin, sink);
  LineEmitter(galley, line, origin, tag, sink, lead).run();
  emit_name_lines(galley, line, origin, sink);
  emit_emphasis_dots(galley, line, origin, sink);
}

void emit_lines(const Galley& galley, std::size_t begin, std::size_t end, Point top, Length size, Length pitch, ItemTag tag, PageSink sink,
                TextLead lead) {
  Length baseline = top.y + ascent_of(size);
  for (std::size_t i = begin; i < end && i < galley.lines.size(); ++i, baseline += pitch)
    emit_line(galley, galley.lines[i], {top.x, baseline}, tag, sink, lead);
}

}  // namespace banxin
