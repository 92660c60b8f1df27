#include "line/junction.h"

#include <algorithm>
#include <optional>

#include "font/half_width.h"
#include "text/spacing_class.h"

namespace banxin {
namespace {

// Of an em, in thousandths.
constexpr int half = 500, quarter = 250, clip_tolerance = 50, full_width_at_least = 900, centred_from = 400, centred_to = 600;
constexpr int gap_stretch = 250;

struct Blanks {
  Length lead, trail;
};

/// What the font itself says of a mark's blanks.
std::optional<Blanks> blanks_by_font(const Cluster& cluster, const std::vector<Glyph>& glyphs) {
  if (cluster.face == nullptr || cluster.glyph_end - cluster.glyph_begin != 1) return std::nullopt;
  const auto found = half_width_blanks(*cluster.face, glyphs[cluster.glyph_begin].id);
  if (!found) return std::nullopt;
  const int em = cluster.face->units_per_em();
  return Blanks{cluster.size.scaled(found->before, em), cluster.size.scaled(found->after, em)};
}

MarkBody body_by_blanks(MarkBody body, const Blanks& blanks) {
  if (blanks.lead > Length() && blanks.trail > Length()) return body == MarkBody::half ? MarkBody::half : MarkBody::centred;
  if (blanks.lead > Length()) return MarkBody::opening;
  return body == MarkBody::closing ? MarkBody::closing : MarkBody::stop;
}

/// The body that the ink asks for: ink in the middle makes a mark centred, ink at a side makes a centred mark one-sided.
MarkBody body_by_ink(MarkBody body, const Cluster& cluster) {
  if (cluster.ink_begin == cluster.ink_end) return body;
  const Length twice_centre = cluster.ink_begin + cluster.ink_end;
  const bool left =
      twice_centre<cluster.advance.scaled(2 * centred_from, 1000), right = twice_centre> cluster.advance.scaled(2 * centred_to, 1000);
  if (!left && !right) return body == MarkBody::half ? MarkBody::half : MarkBody::centred;
  if (body != MarkBody::centred && body != MarkBody::half) return body;
  return left ? MarkBody::stop : MarkBody::opening;
}

Blanks blanks_of(MarkBody body, Length em) {
  switch (body) {
    case MarkBody::opening:
      return {thousandths(em, half), Length()};
    case MarkBody::closing:
    case MarkBody::stop:
      return {Length(), thousandths(em, half)};
    case MarkBody::centred:
    case MarkBody::half:
      return {thousandths(em, quarter), thousandths(em, quarter)};
    case MarkBody::solid:
    case MarkBody::space:
      break;
  }
  return {};
}

/// Blanks that would clip ink are none.
Blanks unclipped(Blanks blanks, const Cluster& cluster) {
  if (cluster.ink_begin == cluster.ink_end) return blanks;
  const Length tolerance = thousandths(cluster.size, clip_tolerance);
  if (cluster.ink_begin + tolerance < blanks.lead) blanks.lead = Length();
  if (cluster.ink_end - tolerance > cluster.advance - blanks.trail) blanks.trail = Length();
  return blanks;
}

constexpr ClassSet east_asian_letters{CharacterClass::ideograph, CharacterClass::iteration, CharacterClass::kana_iteration,
                                      CharacterClass::prolonged_sound, CharacterClass::small_kana};
constexpr ClassSet western_side = western_text | ClassSet{CharacterClass::prefix, CharacterClass::suffix};

Length junction_width(const Box& before, const Box& after, const CompositionOptions& options) {
  const MarkBody body_before = before.ends_doubled_exclamation ? MarkBody::solid : before.mark;
  Length width;
  switch (junction_blank(options.width, body_before, after.mark)) {
    case JunctionBlank::none:
      break;
    case JunctionBlank::before:
      width = before.trail;
      break;
    case JunctionBlank::after:
      width = after.lead;
      break;
    case JunctionBlank::larger:
      width = std::max(before.trail, after.lead);
      break;
    case JunctionBlank::both:
      width = before.trail + after.lead;
      break;
  }
  static constexpr ClassSet tightened{CharacterClass::closing, CharacterClass::pause, CharacterClass::full_stop};
  const bool facing = after.mark == MarkBody::opening && (before.mark == MarkBody::closing || before.mark == MarkBody::stop);
  if (facing && compresses(options.width) && tightened.contains(before.character_class))
    width = std::min(width, width.scaled(std::max(options.adjacent - 1000, 0), half));
  return width;
}

/// A blank shrinks in the stage of the first mark of the two.
ShrinkStage junction_stage(const Box& before, const Box& after, const CompositionOptions& options) {
  if (!compresses(options.width)) return ShrinkStage::none;
  const bool first_is_mark = before.stage != ShrinkStage::none && !before.ends_doubled_exclamation;
  const ShrinkStage stage = first_is_mark ? before.stage : after.stage;
  return stage == ShrinkStage::full_stop && !options.final_stop_adjustable ? ShrinkStage::none : stage;
}

}  // namespace

void set_mark(Box& box, const Cluster& cluster, const std::vector<Glyph>& glyphs, const CompositionOptions& options) {
  box.body = cluster.advance;
  const MarkRule& rule = locale_rules(options.locale).marks.of(box.character_class);
  box.mark = rule.body;
  if (rule.body == MarkBody::solid || rule.body == MarkBody::space) return;
  const bool full_width = cluster.advance >= thousandths(cluster.size, full_width_at_least);
  const std::optional<Blanks> by_font = full_width ? blanks_by_font(cluster, glyphs) : std::nullopt;
  box.mark = by_font ? body_by_blanks(rule.body, *by_font) : full_width ? body_by_ink(rule.body, cluster) : MarkBody::solid;
  const Blanks blanks = by_font ? *by_font : unclipped(blanks_of(box.mark, cluster.size), cluster);
  if (blanks.lead == Length() && blanks.trail == Length()) {
    box.mark = MarkBody::solid;
    return;
  }
  box.cut = blanks.lead;
  box.body = cluster.advance - blanks.lead - blanks.trail;
  box.stage = rule.stage;
  box.hangs = rule.may_hang || (options.hang_colon_exclamation &&
                                (box.character_class == CharacterClass::colon || box.character_class == CharacterClass::exclamation));
  box.hangs = box.hangs && box.mark == MarkBody::stop;
  if (box.mark == MarkBody::half || !keeps_blanks(options.width, box.character_class)) return;
  box.lead = blanks.lead;
  box.trail = blanks.trail;
}

void set_edges(Box& box, const CompositionOptions& options) {
  const bool keeps_start = options.edge_start == EdgeStart::keep;
  box.start_blank = keeps_start ? box.lead : Length();
  box.first_blank = box.start_blank;
  if (box.mark == MarkBody::opening && (box.lead > Length() || options.edge_first < 0))
    box.first_blank = thousandths(box.em, options.edge_first);
  switch (options.edge_end) {
    case EdgeEnd::trim:
      break;
    case EdgeEnd::allow:
      box.end_removable = box.trail;
      break;
    case EdgeEnd::keep:
      box.end_rigid = box.trail;
      break;
    case EdgeEnd::jis:  // JIS X 4051: a full stop keeps its half em, a comma or bracket does not
      if (box.character_class == CharacterClass::full_stop || box.character_class == CharacterClass::exclamation) box.end_rigid = box.trail;
      break;
  }
}

bool wants_autospace(const Box& before, const Box& after, Locale locale) {
  const bool east_west = east_asian_letters.contains(before.character_class) && western_side.contains(after.character_class);
  const bool west_east = western_side.contains(before.character_class) && east_asian_letters.contains(after.character_class);
  if (!east_west && !west_east) return false;
  const Box& east = east_west ? before : after;
  const Box& west = east_west ? after : before;
  return spacing_class(east.code_point, locale) == SpacingClass::wide && spacing_class(west.code_point, locale) == SpacingClass::narrow;
}

Gap autospace_gap(const Box& before, const Box& after, const CompositionOptions& options) {
  const Length em = east_asian_letters.contains(before.character_class) ? before.em : after.em;
  Gap gap;
  gap.natural = thousandths(em, options.autospace);
  gap.shrink = thousandths(em, std::max(options.autospace - options.autospace_minimum, 0));
  gap.stretch = thousandths(em, std::max(options.autospace_maximum - options.autospace, 0));
  gap.em = em;
  gap.shrink_stage = ShrinkStage::autospace;
  gap.stretch_stage = StretchStage::autospace;
  return gap;
}

Gap junction_gap(const Box& before, const Box& after, bool inseparable, const CompositionOptions& options) {
  if (options.autospace > 0 && !inseparable && wants_autospace(before, after, options.locale)) return autospace_gap(before, after, options);
  Gap gap;
  gap.natural = junction_width(before, after, options);
  gap.em = std::min(before.em, after.em);
  if (gap.natural > Length()) {
    gap.shrink_stage = junction_stage(before, after, options);
    const Length least = gap.shrink_stage == ShrinkStage::bracket ? thousandths(gap.em, options.least_beside_bracket) : Length();
    if (gap.shrink_stage != ShrinkStage::none) gap.shrink = std::max(Length(), gap.natural - least);
  }
  if (!inseparable && !no_stretch_after.contains(before.character_class) && !no_stretch_before.contains(after.character_class)) {
    gap.stretch_stage = StretchStage::gap;
    gap.stretch = thousandths(gap.em, gap_stretch);
  }
  return gap;
}

}  // namespace banxin
