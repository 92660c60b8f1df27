// The classes of characters against Unicode's properties (Debian's package unicode-data): line break class and East Asian width.
#include "text/character_class.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <string>

#include "base/utf8.h"

namespace banxin {
namespace {

using enum CharacterClass;

/// Calls `each` with every code point and its value in a file of the Unicode character database.
void for_each_property(const std::string& name, const std::function<void(char32_t, const std::string&)>& each) {
  std::ifstream file("/usr/share/unicode/" + name);
  ASSERT_TRUE(file) << "the package unicode-data is missing";
  for (std::string line; std::getline(file, line);) {
    line.resize(std::min(line.size(), line.find('#')));
    const std::size_t semicolon = line.find(';');
    if (semicolon == std::string::npos) continue;
    const std::string range = line.substr(0, semicolon);
    std::string value = line.substr(semicolon + 1);
    value.erase(std::remove(value.begin(), value.end(), ' '), value.end());
    const std::size_t dots = range.find("..");
    const auto first = static_cast<char32_t>(std::stoul(range, nullptr, 16));
    const char32_t last = dots == std::string::npos ? first : static_cast<char32_t>(std::stoul(range.substr(dots + 2), nullptr, 16));
    for (char32_t c = first; c <= last; ++c) each(c, value);
  }
}

CharacterClass class_alone(char32_t c) {
  std::string text;
  utf8::append(text, c);
  return classify(text, Locale::ja).front().character_class;
}

/// What a line break class may be here, if the character is an em wide.
const std::map<std::string, ClassSet>& classes_of_wide_characters() {
  static const std::map<std::string, ClassSet> classes{
      {"OP", {opening}},
      {"CL", {closing, pause, full_stop}},
      {"EX", {exclamation}},
      {"CJ", {small_kana, prolonged_sound}},
      {"NS", {iteration, kana_iteration, colon, middle_dot, connector, fixed_exclamation}},
      {"PR", {prefix}},
      {"PO", {suffix}},
      {"H2", {hangul}},
      {"H3", {hangul}},
      {"JL", {hangul}},
      {"JV", {hangul}},
      {"JT", {hangul}},
      {"ID", {ideograph, suffix}},
      {"EB", {ideograph}},
      {"EM", {ideograph}},
  };
  return classes;
}

/// Where the rules of composition differ from Unicode on purpose: ～ and ／ never begin a line, ＃ stands before numbers, and letters of
/// Hangul keep to its syllables.
bool is_tailored(char32_t c) { return c == 0xff5e || c == 0xff0f || c == 0xff03 || (c >= 0x3131 && c <= 0x318e); }

/// Ideographs but for their line break class, which they keep: 〼 ゛ ゜ and the iteration marks of scripts without rules of their own.
bool begins_no_line_by_unicode_alone(char32_t c) {
  return c == 0x303c || c == 0x309b || c == 0x309c || c == 0xa015 || c == 0xff9e || c == 0xff9f || (c >= 0x16fe0 && c <= 0x16fe3);
}

/// Presentation forms are compatibility characters that importing maps away; nothing is promised for them.
bool is_presentation_form(char32_t c) { return c >= 0xfe10 && c <= 0xfe6f; }

TEST(CharacterClass, AgreesWithUnicodeOnWideCharacters) {
  std::map<char32_t, bool> wide;
  for_each_property("EastAsianWidth.txt",
                    [&](char32_t c, const std::string& width) { wide[c] = width == "W" || width == "F" || width == "H"; });
  std::map<std::string, int> checked;
  for_each_property("LineBreak.txt", [&](char32_t c, const std::string& line_break) {
    const auto expected = classes_of_wide_characters().find(line_break);
    if (!wide[c] || expected == classes_of_wide_characters().end() || is_tailored(c) || is_presentation_form(c) ||
        begins_no_line_by_unicode_alone(c))
      return;
    ++checked[line_break];
    EXPECT_TRUE(expected->second.contains(class_alone(c)))
        << "U+" << std::hex << static_cast<std::uint32_t>(c) << ' ' << line_break << " is " << std::dec << static_cast<int>(class_alone(c));
  });
  EXPECT_GE(checked["OP"], 15);
  EXPECT_GE(checked["CJ"], 50);
  EXPECT_GT(checked["ID"], 90000);
  EXPECT_GT(checked["H3"], 10000);
}

TEST(CharacterClass, KnowsMarksOfAmbiguousWidth) {
  EXPECT_EQ(class_alone(0x2014), connector);
  EXPECT_EQ(class_alone(0x2026), ellipsis);
  EXPECT_EQ(class_alone(0x00b7), middle_dot);
  EXPECT_EQ(class_alone(0x201c), opening);
  EXPECT_EQ(class_alone(0x2030), suffix);
}

}  // namespace
}  // namespace banxin
