// What holds for every paragraph, whatever its text: tried on thousands of random ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "line/compose.h"
#include "line/items.h"
#include "text/break_levels.h"
#include "unit/line/random_text.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10752);  // 10.5 pt
constexpr int paragraphs = 250;                 // for each case

struct Case {
  const char* name;
  CompositionOptions options;
  std::u32string_view never_first, never_last;
};

CompositionOptions with(Locale locale, BreakLevel level, Adjustment adjust = Adjustment::least, Hanging hang = Hanging::off) {
  CompositionOptions options = CompositionOptions::for_locale(locale);
  options.level = level;
  options.adjust = adjust;
  options.hang = hang;
  return options;
}

CompositionOptions in_width(PunctuationWidth width) {
  CompositionOptions options;
  options.width = width;
  return options;
}

const std::vector<Case>& cases() {
  static constexpr std::u32string_view openers = U"“（《「『([", pauses = U"，。、；：！？”）》」』～·／/,)%";
  static constexpr std::u32string_view ja_first = U"，。、；：！？”）》」』～·,)%", newspaper = U"，。、”）》」』,)";
  static constexpr std::u32string_view strict = U"，。、；：！？”）》」』～·／/,)%…";
  static const std::vector<Case> all{
      {"zh-Hans gb", with(Locale::zh_hans, BreakLevel::gb), pauses, openers},
      {"zh-Hans strict", with(Locale::zh_hans, BreakLevel::strict), strict, openers},
      {"zh-Hans basic", with(Locale::zh_hans, BreakLevel::basic), pauses, openers},
      {"zh-Hans push-in-first, hanging", with(Locale::zh_hans, BreakLevel::gb, Adjustment::push_in_first, Hanging::allow_end), pauses,
       openers},
      {"zh-Hans push-out-first, hanging", with(Locale::zh_hans, BreakLevel::gb, Adjustment::push_out_first, Hanging::force_end), pauses,
       openers},
      {"zh-Hans push-out-only", with(Locale::zh_hans, BreakLevel::gb, Adjustment::push_out_only), pauses, openers},
      {"zh-Hans least, hanging", with(Locale::zh_hans, BreakLevel::gb, Adjustment::least, Hanging::force_end), pauses, openers},
      {"kaiming", in_width(PunctuationWidth::kaiming), pauses, openers},
      {"banjiao", in_width(PunctuationWidth::banjiao), pauses, openers},
      {"plain", in_width(PunctuationWidth::plain), pauses, openers},
      {"zh-Hant", with(Locale::zh_hant_tw, BreakLevel::gb), pauses, openers},
      {"ja-strict", with(Locale::ja, BreakLevel::ja_strict), ja_first, openers},
      {"ja-very-strict", with(Locale::ja, BreakLevel::ja_very_strict), U"，。、；：！？”）》」』～·,)%っー々ッゃ", openers},
      {"ja-newspaper, hanging", with(Locale::ja, BreakLevel::ja_newspaper, Adjustment::least, Hanging::allow_end), newspaper, openers},
  };
  return all;
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

/// Calls `check` with random paragraphs and rooms for each case.
template <typename Check>
void for_each_paragraph(Check check) {
  std::uint32_t seed = 1;
  for (const Case& c : cases()) {
    for (int i = 0; i < paragraphs; ++i) {
      test::RandomText random(seed++);
      const std::string text = random.paragraph(c.options.locale, random.number(1, 120));
      ParagraphShape shape;
      shape.measure = random.number(12, 120) * em.scaled(1, 2);
      shape.indent = random.number(0, 2) * em;
      SCOPED_TRACE(std::string(c.name) + ", measure " + std::to_string(shape.measure.raw()) + ": " + text);
      check(c, text, shape, random);
      if (testing::Test::HasFailure()) return;
    }
  }
}

std::u32string characters_of(const Galley& galley, const Line& line) {
  std::u32string characters;
  for (const PlacedCluster& placed : line.clusters) {
    const Cluster& cluster = galley.shaped->clusters[placed.cluster];
    characters += utf8::decode_all(galley.text->text.view().substr(cluster.text_begin, cluster.text_end - cluster.text_begin));
  }
  return characters;
}

bool is_blank(char32_t c) { return c == ' ' || c == 0x3000; }

TEST(CompositionProperties, EveryCharacterIsSetOnceAndInOrder) {
  for_each_paragraph([](const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText&) {
    const Composed composed = compose_text(text, c.options, shape);
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
  });
}

/// A line may begin with a mark where the three before it crowd and the composer said so.
bool is_reported_escape(const Composed& composed) { return composed.reported("line-crowded-marks"); }

TEST(CompositionProperties, NoLineBeginsOrEndsWithAForbiddenMark) {
  int escapes = 0, lines = 0;
  for_each_paragraph([&](const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText&) {
    const Composed composed = compose_text(text, c.options, shape);
    if (is_reported_escape(composed)) {
      ++escapes;
      return;
    }
    for (std::size_t i = 0; i < composed.galley.lines.size(); ++i) {
      ++lines;
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
  });
  EXPECT_GT(lines, 8000);
  EXPECT_LT(escapes, paragraphs);
}

ParagraphItems items_of(const Galley& galley, const CompositionOptions& options, Length measure) {
  return make_items(*galley.text, *galley.shaped, options, measure);
}

/// Widths of the gaps inside a line as set.
std::vector<Length> gaps_as_set(const ParagraphItems& items, const Line& line) {
  std::vector<Length> gaps;
  for (std::size_t i = 1; i < line.clusters.size(); ++i) {
    const PlacedCluster &before = line.clusters[i - 1], &after = line.clusters[i];
    const Box &box_before = items.boxes[before.cluster], &box_after = items.boxes[after.cluster];
    gaps.push_back(after.x + box_after.cut - (before.x + box_before.cut + box_before.body));
  }
  return gaps;
}

TEST(CompositionProperties, JustifiedLinesEndAtTheMeasure) {
  int justified = 0;
  for_each_paragraph([&](const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText&) {
    const Composed composed = compose_text(text, c.options, shape);
    const ParagraphItems items = items_of(composed.galley, c.options, shape.measure);
    for (const Line& line : composed.galley.lines) {
      if (line.report.overfull) {
        EXPECT_TRUE(composed.reported("line-overfull"));
        continue;
      }
      EXPECT_LE(line.ink_end + line.end_blank, shape.measure);
      if (line.last) continue;
      const bool has_site = std::any_of(line.clusters.begin() + 1, line.clusters.end(), [&](const PlacedCluster& placed) {
        return items.gaps[placed.cluster].stretch_stage != StretchStage::none;
      });
      if (line.clusters.size() > 1 && has_site) {
        EXPECT_EQ(line.ink_end + line.end_blank, shape.measure);
      }
      ++justified;
    }
  });
  EXPECT_GT(justified, 6000);
}

/// Of one line: how far each gap was shrunk or stretched, for checking the stages.
struct Change {
  Length amount, capacity, gap_em;
  int stage;
};

std::vector<Change> changes_of(const ParagraphItems& items, const Line& line) {
  const std::vector<Length> widths = gaps_as_set(items, line);
  const bool shrunk = line.report.adjustment < Length();
  std::vector<Change> changes;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Gap& gap = items.gaps[line.clusters[i + 1].cluster];
    const Length change = widths[i] - gap.natural;
    if (shrunk)
      changes.push_back({-change, gap.shrink, gap.em, static_cast<int>(gap.shrink_stage)});
    else
      changes.push_back({change, gap.stretch, gap.em, static_cast<int>(gap.stretch_stage)});
  }
  return changes;
}

TEST(CompositionProperties, StagesAreUsedInOrderAndEqually) {
  constexpr Length rounding = Length::from_raw(2);
  int adjusted = 0;
  for_each_paragraph([&](const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText&) {
    const Composed composed = compose_text(text, c.options, shape);
    const ParagraphItems items = items_of(composed.galley, c.options, shape.measure);
    for (const Line& line : composed.galley.lines) {
      if (line.report.adjustment == Length() || line.report.overfull || line.report.deepest_stage == -4) continue;
      ++adjusted;
      const std::vector<Change> changes = changes_of(items, line);
      for (const Change& a : changes) {
        EXPECT_GE(a.amount, -rounding);
        EXPECT_LE(a.amount, a.capacity + rounding);
        if (a.stage == 0) {
          EXPECT_EQ(a.amount, Length());
        }
        for (const Change& b : changes) {
          if (b.stage > a.stage && a.stage > 0 && b.amount > Length()) {
            EXPECT_EQ(a.amount, a.capacity) << "stage " << b.stage << " before " << a.stage;
          }
          const bool both_free = a.amount + rounding < a.capacity && b.amount + rounding < b.capacity;
          if (a.stage == b.stage && a.stage > 0 && both_free) {
            EXPECT_LE(std::abs((a.amount - b.amount).raw()), 2);
          }
        }
      }
    }
  });
  EXPECT_GT(adjusted, 4000);
}

TEST(CompositionProperties, RunsMoveNothing) {
  for_each_paragraph([](const Case& c, const std::string& text, const ParagraphShape& shape, test::RandomText& random) {
    std::vector<std::uint32_t> begins{0};
    for (std::uint32_t at = 1; at < text.size(); ++at) {
      const bool boundary = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
      if (boundary && random.number(0, 3) == 0) begins.push_back(at);
    }
    const Composed whole = compose_text(text, c.options, shape), split = compose_text(text, c.options, shape, begins);
    ASSERT_EQ(whole.galley.lines.size(), split.galley.lines.size());
    for (std::size_t i = 0; i < whole.galley.lines.size(); ++i) {
      const Line &a = whole.galley.lines[i], &b = split.galley.lines[i];
      ASSERT_EQ(a.clusters.size(), b.clusters.size());
      for (std::size_t j = 0; j < a.clusters.size(); ++j) EXPECT_EQ(a.clusters[j].x, b.clusters[j].x);
    }
  });
}

}  // namespace
}  // namespace banxin
