// The worked examples that are about quotes and legal breaks.
#include <gtest/gtest.h>

#include "text/break_levels.h"
#include "text/line_break.h"
#include "text/quotes.h"
#include "unit/line/composition_example.h"

namespace banxin {
namespace {

TEST(CompositionExamples, ResolveQuotes) {
  int count = 0;
  for (const test::CompositionExample& example : test::read_composition_examples()) {
    if (example.quotes.empty()) continue;
    std::vector<std::string> kinds;
    for (const ResolvedQuote& quote : resolve_quotes(example.text, example.options.locale))
      kinds.push_back(quote.kind == QuoteKind::cjk ? "cjk" : "latin");
    EXPECT_EQ(kinds, example.quotes) << example.id << ": " << example.note;
    ++count;
  }
  EXPECT_EQ(count, 14);
}

std::string with_breaks(const test::CompositionExample& example) {
  const std::vector<TextCharacter> characters = classify(example.text, example.options.locale);
  const std::vector<LineBreak> places = find_line_breaks(characters, example.options);
  std::string result;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (places[i].kind == BreakKind::allowed) result += '|';
    const std::size_t end = i + 1 < characters.size() ? characters[i + 1].offset : example.text.size();
    result.append(example.text, characters[i].offset, end - characters[i].offset);
  }
  return result;
}

TEST(CompositionExamples, FindLegalBreaks) {
  int count = 0;
  for (const test::CompositionExample& example : test::read_composition_examples()) {
    if (!example.breaks) continue;
    EXPECT_EQ(with_breaks(example), *example.breaks) << example.id << ": " << example.note;
    ++count;
  }
  EXPECT_EQ(count, 18);
}

}  // namespace
}  // namespace banxin
