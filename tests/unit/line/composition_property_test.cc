// What holds for every paragraph, whatever its text: tried on ten thousand random ones of each locale.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "line/compose.h"
#include "line/items.h"
#include "support/random_rounds.h"
#include "text/break_levels.h"
#include "unit/line/random_text.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10752);          // 10.5 pt
constexpr int paragraphs = test::random_rounds(10000);  // of each locale, dealt to its cases in turn

struct Case {
  const char* name;
  CompositionOptions options;
  std::u32string_view never_first, never_last;
};

struct LocaleCases {
  const char* name;
  std::vector<Case> cases;
};

CompositionOptions with(Locale locale, BreakLevel level, Adjustment adjust = Adjustment::least, Hanging hang = Hanging::off) {
  CompositionOptions options = CompositionOptions::for_locale(locale);
  options.level = level;
  options.adjust = adjust;
  options.hang = hang;
  return options;
}

CompositionOptions in_width(Locale locale, PunctuationWidth width) {
  CompositionOptions options = CompositionOptions::for_locale(locale);
  options.width = width;
  return options;
}

CompositionOptions korean(HangulBreak hangul_break, Adjustment adjust = Adjustment::least) {
  CompositionOptions options = with(Locale::ko, BreakLevel::ko, adjust);
  options.hangul_break = hangul_break;
  return options;
}

/// As a newspaper weighs lines.
CompositionOptions even(CompositionOptions options) {
  options.weights.open[2] = 50000;
  return options;
}

constexpr std::u32string_view openers = U"“（《「『([", pauses = U"，。、；：！？”）》」』～·／/,)%",
                              strict_pauses = U"，。、；：！？”）》」』～·／/,)%…";

std::vector<Case> chinese(Locale locale) {
  return {
      {"gb", with(locale, BreakLevel::gb), pauses, openers},
      {"gb, even", even(with(locale, BreakLevel::gb)), pauses, openers},
      {"strict", with(locale, BreakLevel::strict), strict_pauses, openers},
      {"basic", with(locale, BreakLevel::basic), pauses, openers},
      {"loose", with(locale, BreakLevel::zh_loose), U"，。、”）》」』～／/,)%", openers},
      {"push-in-first, hanging", with(locale, BreakLevel::gb, Adjustment::push_in_first, Hanging::allow_end), pauses, openers},
      {"push-out-first, hanging", with(locale, BreakLevel::gb, Adjustment::push_out_first, Hanging::force_end), pauses, openers},
      {"push-out-only", with(locale, BreakLevel::gb, Adjustment::push_out_only), pauses, openers},
      {"least, hanging", with(locale, BreakLevel::gb, Adjustment::least, Hanging::force_end), pauses, openers},
      {"kaiming", in_width(locale, PunctuationWidth::kaiming), pauses, openers},
      {"banjiao", in_width(locale, PunctuationWidth::banjiao), pauses, openers},
      {"plain", in_width(locale, PunctuationWidth::plain), pauses, openers},
  };
}

std::vector<Case> japanese() {
  static constexpr std::u32string_view strict = U"，。、；：！？”）》」』～·,)%", newspaper = U"，。、”）》」』,)";
  const auto at = [](BreakLevel level) { return with(Locale::ja, level); };
  return {
      {"strict", at(BreakLevel::ja_strict), strict, openers},
      {"strict, even", even(at(BreakLevel::ja_strict)), strict, openers},
      {"very strict", at(BreakLevel::ja_very_strict), U"，。、；：！？”）》」』～·,)%っー々ッゃ", openers},
      {"loose", at(BreakLevel::ja_loose), U"，。、！？”）》」』,)", openers},
      {"newspaper, hanging", with(Locale::ja, BreakLevel::ja_newspaper, Adjustment::least, Hanging::allow_end), newspaper, openers},
      {"push-in-first", with(Locale::ja, BreakLevel::ja_strict, Adjustment::push_in_first), strict, openers},
      {"jis", in_width(Locale::ja, PunctuationWidth::jis), strict, openers},
  };
}

std::vector<Case> korean() {
  static constexpr std::u32string_view first = U",.!?:;)]%”」", last = U"([“‘「";
  return {
      {"words", korean(HangulBreak::words), first, last},
      {"syllables", korean(HangulBreak::syllables), first, last},
      {"by the measure, even", even(korean(HangulBreak::automatic)), first, last},
      {"syllables, push-in-first", korean(HangulBreak::syllables, Adjustment::push_in_first), first, last},
  };
}

struct Composed {
  Galley galley;
  DiagnosticSink sink;
  bool reported(std::string_view code) const {
    return std::any_of(sink.all().begin(), sink.all().end(), [&](const Diagnostic& d) { return d.message.code == code; });
  }
};

Composed compose_text(std::string_view text, const CompositionOptions& options, const ParagraphShape& shape,
                      const std::vector<std::uint32_t>& runs = {0}) {
  Composed composed;
  const auto styled = test::styled_text(text, em, runs);
  composed.galley = compose(styled, test::shape_synthetically(*styled, options.locale), options, shape, composed.sink);
  return composed;
}

bool is_blank(char32_t c) { return c == ' ' || c == 0x3000; }

std::u32string characters_of(const Galley& galley, const Line& line) {
  std::u32string characters;
  for (const PlacedCluster& placed : line.clusters) {
    const Cluster& cluster = galley.shaped->clusters[placed.cluster];
    characters += utf8::decode_all(galley.text->text.view().substr(cluster.text_begin, cluster.text_end - cluster.text_begin));
  }
  return characters;
}

void expect_every_character_once(const Composed& composed, std::string_view text) {
  std::u32string expected = utf8::decode_all(text), set;
  std::uint32_t begin = 0;
  for (const Line& line : composed.galley.lines) {
    EXPECT_EQ(line.text_begin, begin);
    begin = line.text_end;
    set += characters_of(composed.galley, line);
  }
  EXPECT_EQ(begin, text.size());
  std::erase_if(expected, is_blank);
  std::erase_if(set, is_blank);
  EXPECT_EQ(set, expected);
}

void expect_no_forbidden_ends(const Composed& composed, const Case& c) {
  for (std::size_t i = 0; i < composed.galley.lines.size(); ++i) {
    const Line& line = composed.galley.lines[i];
    const std::u32string characters = characters_of(composed.galley, line);
    if (characters.empty()) continue;
    const bool western = characters.size() > 1 && characters.front() < 0x80 && characters[1] < 0x80;  // a cut URL may go on with any sign
    if (i > 0 && !western) {
      EXPECT_EQ(c.never_first.find(characters.front()), std::u32string_view::npos) << "first of line " << i;
    }
    const bool url = characters.size() > 1 && characters.back() < 0x80 && characters[characters.size() - 2] < 0x80;
    if (!line.last && !url) {
      EXPECT_EQ(c.never_last.find(characters.back()), std::u32string_view::npos) << "last of line " << i;
    }
  }
}

/// Whether it was to be justified, and was.
bool expect_at_measure(const Composed& composed, const Line& line, const ParagraphItems& items, Length measure) {
  if (line.report.overfull) {
    EXPECT_TRUE(composed.reported("line-overfull"));
    return false;
  }
  EXPECT_LE(line.ink_end + line.end_blank, measure);
  const bool has_site = line.clusters.size() > 1 &&
                        std::any_of(line.clusters.begin() + 1, line.clusters.end(),
                                    [&](const PlacedCluster& p) { return items.gaps[p.cluster].stretch_stage != StretchStage::none; });
  if (line.last || !has_site) return false;
  EXPECT_EQ(line.ink_end + line.end_blank, measure);
  return true;
}

/// Of the gaps of one stage in a line: how far they were changed, in all and at least and at most where they could change further.
struct StageChange {
  bool used = false, used_up = true;
  Length least = Length::from_raw(INT64_MAX), most;
};

/// Stages are taken in their order, each wholly before the next, and all gaps of a stage change alike.
void expect_stages_in_order(const ParagraphItems& items, const Line& line) {
  constexpr Length rounding = Length::from_raw(2);
  const bool shrunk = line.report.adjustment < Length();
  std::array<StageChange, last_shrink_stage + 1> stages;
  for (std::size_t i = 1; i < line.clusters.size(); ++i) {
    const PlacedCluster &before = line.clusters[i - 1], &after = line.clusters[i];
    const Box &box_before = items.boxes[before.cluster], &box_after = items.boxes[after.cluster];
    const Gap& gap = items.gaps[after.cluster];
    const Length change = after.x + box_after.cut - (before.x + box_before.cut + box_before.body) - gap.natural;
    const Length amount = shrunk ? -change : change, capacity = shrunk ? gap.shrink : gap.stretch;
    const int stage = shrunk ? static_cast<int>(gap.shrink_stage) : static_cast<int>(gap.stretch_stage);
    if (stage == 0 || capacity == Length()) {
      EXPECT_EQ(amount, Length());
      continue;
    }
    EXPECT_GE(amount, -rounding);
    EXPECT_LE(amount, capacity + rounding);
    StageChange& all = stages[static_cast<std::size_t>(stage)];
    all.used = all.used || amount > Length();
    all.used_up = all.used_up && amount == capacity;
    if (amount + rounding >= capacity) continue;
    all.least = std::min(all.least, amount);
    all.most = std::max(all.most, amount);
  }
  bool may_be_used = true;
  for (const StageChange& stage : stages) {
    EXPECT_TRUE(may_be_used || !stage.used) << "a stage before its turn";
    may_be_used = may_be_used && stage.used_up;
    if (stage.least <= stage.most) {
      EXPECT_LE((stage.most - stage.least).raw(), 2) << "gaps of a stage differ";
    }
  }
}

void expect_same_places(const Galley& whole, const Galley& split) {
  ASSERT_EQ(whole.lines.size(), split.lines.size());
  for (std::size_t i = 0; i < whole.lines.size(); ++i) {
    const Line &a = whole.lines[i], &b = split.lines[i];
    ASSERT_EQ(a.clusters.size(), b.clusters.size());
    const bool same = std::equal(a.clusters.begin(), a.clusters.end(), b.clusters.begin(),
                                 [](const PlacedCluster& p, const PlacedCluster& q) { return p.cluster == q.cluster && p.x == q.x; });
    EXPECT_TRUE(same) << "line " << i;
  }
}

std::vector<std::uint32_t> random_runs(std::string_view text, test::RandomText& random) {
  std::vector<std::uint32_t> begins{0};
  for (std::uint32_t at = 1; at < text.size(); ++at) {
    const bool boundary = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    if (boundary && random.number(0, 3) == 0) begins.push_back(at);
  }
  return begins;
}

/// The options as compose() resolves them, for making the same items.
CompositionOptions resolved(CompositionOptions options, Length measure) {
  if (options.hangul_break == HangulBreak::automatic && measure <= 20 * em) options.hangul_break = HangulBreak::syllables;
  return options;
}

class CompositionProperties : public testing::TestWithParam<LocaleCases> {
 protected:
  int lines = 0, justified = 0, adjusted = 0, escapes = 0;

  void check(const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText& random) {
    const Composed composed = compose_text(text, c.options, shape);
    expect_every_character_once(composed, text);
    // A line may begin with a mark where the three before it crowd and the composer said so.
    if (composed.reported("line-crowded-marks")) {
      ++escapes;
    } else {
      expect_no_forbidden_ends(composed, c);
    }
    const ParagraphItems items = make_items(*composed.galley.text, *composed.galley.shaped, resolved(c.options, shape.measure),
                                            {shape.measure - shape.indent, shape.measure});
    for (const Line& line : composed.galley.lines) {
      ++lines;
      justified += expect_at_measure(composed, line, items, shape.measure) ? 1 : 0;
      if (line.report.adjustment == Length() || line.report.overfull || line.report.deepest_stage == -4) continue;
      ++adjusted;
      expect_stages_in_order(items, line);
    }
    expect_same_places(composed.galley, compose_text(text, c.options, shape, random_runs(text, random)).galley);
  }
};

TEST_P(CompositionProperties, HoldForRandomParagraphs) {
  const std::vector<Case>& cases = GetParam().cases;
  for (int i = 0; i < paragraphs && !HasFailure(); ++i) {
    const Case& c = cases[static_cast<std::size_t>(i) % cases.size()];
    test::RandomText random(static_cast<std::uint32_t>(i + 1));
    const std::string text = random.paragraph(c.options.locale, random.number(1, 120));
    ParagraphShape shape;
    shape.measure = random.number(12, 120) * em.scaled(1, 2);
    shape.indent = random.number(0, 2) * em;
    SCOPED_TRACE(std::string(c.name) + ", measure " + std::to_string(shape.measure.raw()) + ": " + text);
    check(c, text, shape, random);
  }
  EXPECT_GT(lines, 2 * paragraphs);
  EXPECT_GT(justified, paragraphs);
  EXPECT_GT(adjusted, paragraphs);
  EXPECT_LT(escapes, paragraphs / 10);
}

INSTANTIATE_TEST_SUITE_P(Locales, CompositionProperties,
                         testing::Values(LocaleCases{"zh_Hans", chinese(Locale::zh_hans)},
                                         LocaleCases{"zh_Hant_TW", chinese(Locale::zh_hant_tw)},
                                         LocaleCases{"zh_Hant_HK", chinese(Locale::zh_hant_hk)}, LocaleCases{"ja", japanese()},
                                         LocaleCases{"ko", korean()}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace banxin
