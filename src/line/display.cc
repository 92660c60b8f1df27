#include "line/display.h"

#include <algorithm>

#include "line/display_lines.h"
#include "line/items.h"
#include "line/line_breaker.h"
#include "line/place.h"
#include "text/break_levels.h"

namespace banxin {
namespace {

/// Clusters [begin, end) of one line of the author's; `next` is behind its forced break.
struct AuthorLine {
  std::uint32_t begin, end, next;
};

CompositionOptions display_options(CompositionOptions options) {
  options.edge_start = EdgeStart::trim;
  options.edge_end = EdgeEnd::trim;
  options.edge_first = 0;
  options.hang = Hanging::off;
  options.level = resolve_level(options.level, options.locale, false);
  return options;
}

class DisplayComposer {
 public:
  DisplayComposer(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options, const DisplayShape& shape)
      : text_(text),
        shaped_(shaped),
        options_(display_options(options)),
        shape_(shape),
        items_(make_items(text, shaped, options_, {shape.measure, shape.measure})),
        fitter_(items_, options_) {
    find_author_lines();
  }

  /// Chooses all lines; false when they do not fit.
  bool choose() {
    DisplayLimits limits{shape_.measure, shape_.max_lines, shape_.min_characters, shape_.at_pauses_only && shape_.max_lines > 0};
    if (author_lines_.size() > 1 && shape_.max_lines > 0) {
      if (author_lines_.size() > static_cast<std::size_t>(shape_.max_lines)) return false;
      limits.max_lines = 1;
    }
    return std::all_of(author_lines_.begin(), author_lines_.end(), [&](const AuthorLine& line) { return choose(line, limits); });
  }

  std::vector<Line> place(DiagnosticSink& sink) const {
    for (const TextRange& unit : wide_units_) {
      const std::string words(text_.text.view().substr(unit.begin, unit.end - unit.begin));
      sink.warning("line-overfull", text_.text.span(unit.begin, unit.end), {{"text", words}});
    }
    std::vector<Line> lines;
    lines.reserve(chosen_.size());
    for (const ChosenLine& chosen : chosen_)
      lines.push_back(place_line(items_, shaped_, chosen, shape_.measure, Length(), shape_.alignment));
    return lines;
  }

 private:
  void find_author_lines() {
    const auto size = static_cast<std::uint32_t>(items_.boxes.size());
    const auto is_blank = [&](std::uint32_t index) { return items_.boxes[index].blank; };
    for (std::uint32_t begin = 0; begin < size;) {
      std::uint32_t end = begin;
      while (end < size && items_.boxes[end].character_class != CharacterClass::forced_break) ++end;
      const std::uint32_t next = std::min(end + 1, size);
      while (begin < end && is_blank(begin)) ++begin;
      while (end > begin && is_blank(end - 1)) --end;
      if (begin < end) author_lines_.push_back({begin, end, next});
      begin = next;
    }
  }

  bool choose(const AuthorLine& author, const DisplayLimits& limits) {
    const std::uint32_t offset = shaped_.clusters[author.begin].text_begin;
    const std::string_view words = text_.text.view().substr(offset, shaped_.clusters[author.end - 1].text_end - offset);
    const auto width = [&](std::uint32_t begin, std::uint32_t end) {
      const std::uint32_t first = cluster_at(offset + begin), last = cluster_at(offset + end);
      return first < last ? items_.width(first, last) : Length();
    };
    const auto lines = break_by_sense(words, options_.locale, limits, width);
    if (!lines) return false;
    for (std::size_t i = 0; i < lines->size(); ++i) {
      const bool last = i + 1 == lines->size();
      ChosenLine line;
      line.begin = cluster_at(offset + (*lines)[i].begin);
      line.end = cluster_at(offset + (*lines)[i].end);
      line.next = last ? author.next : cluster_at(offset + (*lines)[i + 1].begin);
      line.last = last;
      if (line.begin == line.end) continue;
      line.fit = fit(line.begin, line.end);
      if (line.fit.overfull) {
        cut(line);
      } else {
        chosen_.push_back(line);
      }
    }
    return true;
  }

  LineFit fit(std::uint32_t begin, std::uint32_t end) const {
    return fitter_.fit(begin, end, shape_.measure, {.first = begin == 0, .stretch = false, .shrink = false});
  }

  /// Where nothing may be broken a unit that is too wide is cut wherever it is full: rather so than off the paper.
  void cut(const ChosenLine& unit) {
    wide_units_.push_back({shaped_.clusters[unit.begin].text_begin, shaped_.clusters[unit.end - 1].text_end});
    for (std::uint32_t begin = unit.begin; begin < unit.end;) {
      std::uint32_t end = begin + 1;
      for (std::uint32_t at = begin + 2; at <= unit.end && !fit(begin, at).overfull; ++at) {
        if (at == unit.end || !shaped_.clusters[at].unsafe_to_break) end = at;
      }
      ChosenLine line = unit;
      line.begin = begin;
      line.end = end;
      if (end < unit.end) {
        line.next = end;
        line.last = false;
      }
      line.fit = fit(begin, end);
      chosen_.push_back(line);
      begin = end;
    }
  }

  /// The first cluster that begins at a byte or after it.
  std::uint32_t cluster_at(std::uint32_t offset) const {
    const auto found = std::partition_point(shaped_.clusters.begin(), shaped_.clusters.end(),
                                            [&](const Cluster& cluster) { return cluster.text_begin < offset; });
    return static_cast<std::uint32_t>(found - shaped_.clusters.begin());
  }

  const StyledText& text_;
  const ShapedText& shaped_;
  CompositionOptions options_;
  DisplayShape shape_;
  ParagraphItems items_;
  LineFitter fitter_;
  std::vector<AuthorLine> author_lines_;
  std::vector<ChosenLine> chosen_;
  std::vector<TextRange> wide_units_;
};

}  // namespace

std::optional<Galley> compose_display(std::shared_ptr<const StyledText> text, std::shared_ptr<const ShapedText> shaped,
                                      const CompositionOptions& options, const DisplayShape& shape, DiagnosticSink& sink) {
  Galley galley{.text = text, .shaped = shaped, .measure = shape.measure, .lines = {}, .rules = {}};
  if (shaped->clusters.empty()) return galley;
  DisplayComposer composer(*text, *shaped, options, shape);
  if (!composer.choose()) return std::nullopt;
  galley.lines = composer.place(sink);
  return galley;
}

}  // namespace banxin
