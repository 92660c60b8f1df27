#include "line/items.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "line/character_grid.h"
#include "line/junction.h"
#include "text/spacing_class.h"

namespace banxin {
namespace {

using enum CharacterClass;

constexpr ClassSet dropped_at_line_end{space, ideographic_space, invisible, forced_break};
constexpr ClassSet without_tracking{space, ideographic_space, invisible, forced_break, numeral, latin, western_opening, western_closing};
constexpr ClassSet counted_whole{ideograph, iteration, kana_iteration, prolonged_sound, small_kana, hangul, connector, prefix, suffix};

// Of an em, in thousandths: what a word space may shrink and stretch to (JLREQ 3.8.2, CLREQ 3.6.4).
constexpr int narrowest_word_space = 250, widest_word_space = 500;

constexpr char32_t zero_width_space = 0x200b, soft_hyphen = 0xad;

bool is_word_space(char32_t c) { return c == ' ' || c == 0xa0 || c == '\t'; }

/// Raised and lowered stretches: note marks, exponents, indices.
std::vector<TextRange> references_of(const StyledText& text) {
  std::vector<TextRange> ranges;
  for (const StyledRun& run : text.runs) {
    if (run.style.baseline_shift == Length() || run.begin == run.end) continue;
    if (!ranges.empty() && ranges.back().end == run.begin) {
      ranges.back().end = run.end;
    } else {
      ranges.push_back({run.begin, run.end});
    }
  }
  return ranges;
}

class Builder {
 public:
  Builder(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options)
      : text_(text),
        shaped_(shaped),
        options_(options),
        without_autospace_(options),
        characters_(classify(text.text.view(), options.locale, references_of(text))) {
    without_autospace_.autospace = 0;
    places_ = find_line_breaks(characters_, options);
  }

  ParagraphItems build(const LineRoom& room) {
    items_.boxes.reserve(shaped_.clusters.size());
    places_of_boxes_.reserve(shaped_.clusters.size());
    make_boxes();
    mark_doubled_exclamations();
    for (std::size_t i = 0; i < items_.boxes.size(); ++i) finish_box(i);
    make_gaps();
    if (options_.character_grid) {
      snap_to_cells(items_);
      keep_words_whole();
    } else {
      divide_words();
    }
    add_totals();
    break_wide_pieces(room);
    break_wide_words(room);
    collect_breaks();
    return std::move(items_);
  }

 private:
  void make_boxes() {
    std::size_t character = 0;
    for (const Cluster& cluster : shaped_.clusters) {
      bool after_zero_width_space = false;
      for (; character + 1 < characters_.size() && characters_[character].offset < cluster.text_begin; ++character)
        after_zero_width_space = after_zero_width_space || characters_[character].code_point == zero_width_space;
      Box box;
      box.em = cluster.size;
      box.code_point = characters_[character].code_point;
      box.character_class = characters_[character].character_class;
      box.blank = dropped_at_line_end.contains(box.character_class);
      set_mark(box, cluster, shaped_.glyphs, options_);
      if (box.character_class == forced_break || is_word_space(box.code_point) || forces_autospace(box)) box.body = Length();
      items_.boxes.push_back(box);
      places_of_boxes_.push_back(places_[character]);
      after_zero_width_space_.push_back(after_zero_width_space);
      counts_.push_back(count_characters(cluster, character));
    }
  }

  /// Letters and digits one each, an ideograph with its marks one; punctuation none.
  int count_characters(const Cluster& cluster, std::size_t character) const {
    const CharacterClass first = characters_[character].character_class;
    if (counted_whole.contains(first)) return 1;
    int count = 0;
    for (; character < characters_.size() && characters_[character].offset < cluster.text_end; ++character) {
      const TextCharacter& c = characters_[character];
      if (western_text.contains(c.character_class) && is_western_letter_or_digit(c.code_point)) ++count;
    }
    return count;
  }

  /// GB/T 15834 5.1.2: two exclamation or question marks are one em in all, three are two.
  void mark_doubled_exclamations() {
    if (!compresses(options_.width)) return;
    const auto adjustable = [&](std::size_t i) {
      return items_.boxes[i].character_class == exclamation && items_.boxes[i].mark == MarkBody::stop;
    };
    for (std::size_t begin = 0; begin < items_.boxes.size(); ++begin) {
      std::size_t end = begin;
      while (end < items_.boxes.size() && adjustable(end)) ++end;
      const std::size_t count = end - begin;
      if (count == 0) continue;
      if (count % 2 == 0) {
        items_.boxes[end - 1].ends_doubled_exclamation = true;
        items_.boxes[end - 1].trail = Length();
      }
      begin = end - 1;
    }
  }

  void finish_box(std::size_t i) {
    Box& box = items_.boxes[i];
    set_edges(box, options_);
    const bool alone = i > 0 && !items_.boxes[i - 1].blank && !punctuation_marks.contains(items_.boxes[i - 1].character_class);
    box.hangs = box.hangs && options_.hang != Hanging::off && alone;
  }

  /// UTR #59: a thin space is autospace wherever it stands, a zero-width space keeps autospace away.
  bool forces_autospace(const Box& box) const { return box.code_point == 0x2009 && options_.autospace > 0; }

  void make_gaps() {
    items_.gaps.resize(items_.boxes.size());
    std::optional<std::size_t> before;  // the last box that is seen
    for (std::size_t i = 0; i < items_.boxes.size(); ++i) {
      const CharacterClass c = items_.boxes[i].character_class;
      if (c == invisible) continue;
      if (before && c != forced_break && items_.boxes[*before].character_class != forced_break) items_.gaps[i] = gap_between(*before, i);
      before = i;
    }
  }

  Gap gap_between(std::size_t before, std::size_t i) const {
    const Box& last = items_.boxes[before];
    Gap gap;
    if (forces_autospace(last) || is_between_number_and_item(before, i)) {
      gap = autospace_gap(last, items_.boxes[i], options_);
    } else if (is_word_space(last.code_point)) {
      gap = gap_of_space(before, i);
    } else {
      gap =
          junction_gap(last, items_.boxes[i], places_of_boxes_[i].inseparable, after_zero_width_space_[i] ? without_autospace_ : options_);
    }
    const bool inside_pair = punctuation_marks.contains(last.character_class) && places_of_boxes_[i].inseparable;
    if (!without_tracking.contains(last.character_class) && !inside_pair)
      gap.natural += text_.runs[shaped_.clusters[before].run].style.tracking;
    return gap;
  }

  /// `1.文` and `1. 文` at the head of a paragraph: autospace, which the stop alone would not get.
  bool is_between_number_and_item(std::size_t stop, std::size_t item) const {
    if (stop == 0 || items_.boxes[stop].code_point != '.' || options_.autospace == 0) return false;
    const auto numbers = items_.boxes.begin();
    const bool numbered =
        std::all_of(numbers, numbers + static_cast<std::ptrdiff_t>(stop), [](const Box& box) { return box.character_class == numeral; });
    return numbered && spacing_class(items_.boxes[item].code_point, options_.locale) == SpacingClass::wide;
  }

  /// A typed space is a gap of its own, or the autospace that belongs there anyway.
  Gap gap_of_space(std::size_t at, std::size_t after) const {
    const Box& box = items_.boxes[at];
    const bool single = options_.collapse_typed_space && box.code_point == ' ' && at > 0;
    if (single && wants_autospace(items_.boxes[at - 1], items_.boxes[after], options_.locale))
      return junction_gap(items_.boxes[at - 1], items_.boxes[after], false, options_);
    if (single && is_between_number_and_item(at - 1, after)) return autospace_gap(items_.boxes[at - 1], items_.boxes[after], options_);
    const Length narrowest = thousandths(box.em, narrowest_word_space), widest = thousandths(box.em, widest_word_space);
    Gap gap;
    gap.natural = std::clamp(shaped_.clusters[at].advance, narrowest, widest);
    gap.shrink = gap.natural - narrowest;
    gap.stretch = widest - gap.natural;
    gap.em = box.em;
    gap.shrink_stage = ShrinkStage::word_space;
    gap.stretch_stage = StretchStage::word_space;
    return gap;
  }

  void add_totals() {
    Totals totals;
    items_.totals.reserve(items_.boxes.size() + 1);
    for (std::size_t i = 0; i < items_.boxes.size(); ++i) {
      items_.totals.push_back(totals);
      const Gap& gap = items_.gaps[i];
      totals.bodies += items_.boxes[i].body;
      totals.gaps += gap.natural;
      totals.characters += counts_[i];
      if (gap.shrink_stage != ShrinkStage::none)
        totals.shrink[static_cast<std::size_t>(gap.shrink_stage) - first_shrink_stage] += gap.shrink;
      if (gap.stretch_stage == StretchStage::none) continue;
      totals.stretch[static_cast<std::size_t>(gap.stretch_stage) - 1] += gap.stretch;
      (gap.stretch_stage == StretchStage::gap ? totals.gap_ems : totals.other_ems) += gap.em;
    }
    items_.totals.push_back(totals);
  }

  /// In cells: what follows a cut through a word would stand between them.
  void keep_words_whole() {
    for (LineBreak& place : places_of_boxes_) {
      if (!place.hyphen) continue;
      place.kind = BreakKind::prohibited;
      place.inside_word = true;
    }
  }

  void divide_words() {
    for (const HyphenationPoint& point : shaped_.hyphenation) {
      LineBreak& place = places_of_boxes_[point.cluster];
      if (place.kind != BreakKind::prohibited || !place.inside_word) continue;
      place.kind = BreakKind::allowed;
      place.hyphen = true;
      place.inside_word = false;
      place.penalty = hyphen_penalty(options_.weights, letters_before(point.cluster), letters_from(point.cluster));
      added_hyphens_[point.cluster] = &point.hyphen;
    }
  }

  int letters_before(std::uint32_t i) const {
    int count = 0;
    while (i > 0 && is_part_of_word(i - 1)) count += counts_[--i];
    return count;
  }
  int letters_from(std::uint32_t i) const {
    int count = 0;
    for (; i < items_.boxes.size() && is_part_of_word(i); ++i) count += counts_[i];
    return count;
  }
  bool is_part_of_word(std::uint32_t i) const {
    return items_.boxes[i].character_class == latin || items_.boxes[i].code_point == soft_hyphen;
  }

  /// A piece of Western text that fits no line may be cut between any two of its clusters, but not before the sign that ends a word or
  /// after one that opens.
  void break_wide_pieces(const LineRoom& room) {
    break_what_is_wider(
        room, [](const LineBreak& place) { return place.inside_word; },
        [&](std::uint32_t i) { return !is_sign_after_letter(i) && !opens(items_.boxes[i - 1].code_point); });
  }

  /// A word in which no line ends, such as a Korean one, is cut between two letters when it fits no line.
  void break_wide_words(const LineRoom& room) {
    const auto is_letter = [&](std::uint32_t i) {
      const Box& box = items_.boxes[i];
      return box.character_class == hangul || box.character_class == ideograph || is_western_letter_or_digit(box.code_point);
    };
    break_what_is_wider(
        room, [](const LineBreak& place) { return place.kind == BreakKind::prohibited; },
        [&](std::uint32_t i) { return !places_of_boxes_[i].inseparable && is_letter(i - 1) && is_letter(i); });
  }

  /// Makes emergency breaks where `may_cut` in every stretch wider than `room` between places that do not `hold`, but not where shaping
  /// joins two clusters. What the paragraph begins with has no other line to go to.
  template <typename Hold, typename MayCut>
  void break_what_is_wider(const LineRoom& room, const Hold& hold, const MayCut& may_cut) {
    for (std::uint32_t begin = 0; begin < items_.boxes.size();) {
      std::uint32_t end = begin + 1;
      while (end < items_.boxes.size() && hold(places_of_boxes_[end])) ++end;
      const bool wide = items_.width(begin, end) > (begin == 0 ? room.first : room.narrowest);
      for (std::uint32_t i = begin + 1; i < end && wide; ++i) {
        if (shaped_.clusters[i].unsafe_to_break || !may_cut(i)) continue;
        places_of_boxes_[i].kind = BreakKind::emergency;
        places_of_boxes_[i].penalty = options_.weights.emergency;
      }
      begin = end;
    }
  }

  static bool opens(char32_t c) { return std::u32string_view(U"([{\u2018\u201c").find(c) != std::u32string_view::npos; }

  bool is_sign_after_letter(std::uint32_t i) const {
    return is_western_letter_or_digit(items_.boxes[i - 1].code_point) && !is_western_letter_or_digit(items_.boxes[i].code_point);
  }

  void collect_breaks() {
    std::uint32_t content_end = 0;
    const auto count = static_cast<std::uint32_t>(items_.boxes.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const LineBreak& place = places_of_boxes_[i];
      if (i > 0 && place.kind != BreakKind::prohibited) {
        const auto added = added_hyphens_.find(i);
        items_.breaks.push_back(
            {i, content_end, place.penalty, place.kind, place.hyphen, added == added_hyphens_.end() ? nullptr : added->second});
      }
      if (!items_.boxes[i].blank) content_end = i + 1;
    }
    items_.breaks.push_back({count, content_end, 0, BreakKind::forced, false, nullptr});
  }

  const StyledText& text_;
  const ShapedText& shaped_;
  const CompositionOptions& options_;
  CompositionOptions without_autospace_;
  std::vector<TextCharacter> characters_;
  std::vector<LineBreak> places_;           // before each character
  std::vector<LineBreak> places_of_boxes_;  // before each box
  std::vector<int> counts_;
  std::map<std::uint32_t, const Glyph*> added_hyphens_;  // by the box after
  std::vector<bool> after_zero_width_space_;
  ParagraphItems items_;
};

}  // namespace

ParagraphItems make_items(const StyledText& text, const ShapedText& shaped, const CompositionOptions& options, const LineRoom& room) {
  return Builder(text, shaped, options).build(room);
}

}  // namespace banxin
