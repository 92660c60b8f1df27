// The algorithms of Unicode against the tests that Unicode publishes (Debian's package unicode-data).
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/segmentation.h"
#include "text/unicode_line_break.h"

namespace banxin {
namespace {

/// A line of a break test: characters, and whether a break is possible before each and at the end.
struct BreakTest {
  std::u32string text;
  std::vector<bool> breaks;
  std::string line;
};

std::vector<BreakTest> read_break_tests(const std::string& name) {
  std::vector<BreakTest> tests;
  std::ifstream file("/usr/share/unicode/auxiliary/" + name);
  for (std::string line; std::getline(file, line);) {
    BreakTest test;
    test.line = line;
    std::string_view rest = std::string_view(line).substr(0, line.find('#'));
    while (true) {
      const std::size_t begin = rest.find_first_not_of(" \t");
      if (begin == std::string_view::npos) break;
      rest.remove_prefix(begin);
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
      rest.remove_prefix(word.size());
      if (word == "÷" || word == "×") {
        test.breaks.push_back(word == "÷");
      } else {
        test.text += static_cast<char32_t>(std::stoul(std::string(word), nullptr, 16));
      }
    }
    if (!test.text.empty()) tests.push_back(std::move(test));
  }
  return tests;
}

TEST(UnicodeLineBreak, PassesLineBreakTest) {
  const std::vector<BreakTest> tests = read_break_tests("LineBreakTest.txt");
  ASSERT_GT(tests.size(), 7000u) << "the package unicode-data is missing";
  for (const BreakTest& test : tests) {
    std::vector<LineBreakClass> classes;
    for (const char32_t c : test.text) classes.push_back(line_break_class(c));
    const std::vector<UnicodeBreak> breaks = unicode_line_breaks(classes);
    for (std::size_t i = 1; i < breaks.size(); ++i)
      EXPECT_EQ(breaks[i] != UnicodeBreak::prohibited, test.breaks[i]) << "before " << i << " in " << test.line;
  }
}

TEST(UnicodeLineBreak, LineSeparatorsBreakAlways) {
  const auto breaks = unicode_line_breaks({LineBreakClass::ID, LineBreakClass::BK, LineBreakClass::ID});
  EXPECT_EQ(breaks, (std::vector{UnicodeBreak::prohibited, UnicodeBreak::prohibited, UnicodeBreak::mandatory}));
}

TEST(UnicodeGraphemes, PassGraphemeBreakTest) {
  const std::vector<BreakTest> tests = read_break_tests("GraphemeBreakTest.txt");
  ASSERT_GT(tests.size(), 500u) << "the package unicode-data is missing";
  for (const BreakTest& test : tests) {
    std::string text;
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < test.text.size(); ++i) {
      if (test.breaks[i]) expected.push_back(static_cast<std::uint32_t>(text.size()));
      utf8::append(text, test.text[i]);
    }
    expected.push_back(static_cast<std::uint32_t>(text.size()));
    EXPECT_EQ(grapheme_boundaries(text), expected) << test.line;
  }
}

}  // namespace
}  // namespace banxin
