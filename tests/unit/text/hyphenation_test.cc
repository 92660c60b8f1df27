// What to look for: divisions of words, which words are asked about at all, and dictionaries found or missing.
#include "text/hyphenation.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

// Patterns of our own: a hyphen is welcome (1) between two consonants and before a consonant that a vowel follows.
constexpr std::string_view tiny_dictionary = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\nn1d\nr1t\nm1p\ne1t\no1s\n";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const TextRange& word : words_to_hyphenate(text)) words.emplace_back(text.substr(word.begin, word.end - word.begin));
  return words;
}

TEST(Hyphenation, DividesByThePatternsOfTheDictionary) {
  const auto dictionary = HyphenationDictionary::parse(tiny_dictionary);
  ASSERT_NE(dictionary, nullptr);
  EXPECT_EQ(dictionary->divisions(U"window"), (std::vector<std::size_t>{3}));
  EXPECT_EQ(dictionary->divisions(U"COMPOSEtter"), (std::vector<std::size_t>{3, 5, 7}));
  EXPECT_TRUE(dictionary->divisions(U"rhythm").empty());
}

TEST(Hyphenation, KeepsTwoLettersBeforeAndThreeAfter) {
  const auto dictionary = HyphenationDictionary::parse("UTF-8\na1b\n");
  ASSERT_NE(dictionary, nullptr);
  EXPECT_TRUE(dictionary->divisions(U"abide").empty());
  EXPECT_EQ(dictionary->divisions(U"cabin"), (std::vector<std::size_t>{2}));
}

TEST(Hyphenation, CountsCharactersNotBytes) {
  const auto dictionary = HyphenationDictionary::parse(tiny_dictionary);
  EXPECT_EQ(dictionary->divisions(U"fändern"), (std::vector<std::size_t>{3}));
}

TEST(Hyphenation, LeavesOutDivisionsThatChangeTheSpelling) {
  const auto dictionary = HyphenationDictionary::parse("UTF-8\ns1s/ss=s,1,2\nn1d\n");
  ASSERT_NE(dictionary, nullptr);
  EXPECT_EQ(dictionary->divisions(U"asszonyvandor"), (std::vector<std::size_t>{10}));
}

TEST(Hyphenation, AsksAboutPlainWordsAlone) {
  EXPECT_EQ(words_of("用Microsoft的Word写Communication，(international)"),
            (std::vector<std::string>{"Microsoft", "Communication", "international"}));
  EXPECT_EQ(words_of("a student’s answer, \"quoted\""), (std::vector<std::string>{"student", "answer", "quoted"}));
  EXPECT_TRUE(
      words_of("www.example.com https://example.com/news name@example.com UNESCO well-known path/to/file abc123def v2.example").empty());
}

TEST(Hyphenation, FindsTheDictionaryOfALanguage) {
  MemoryFileAccess files;
  files.files["/dictionaries/hyph_en_US.dic"] = tiny_dictionary;
  files.files["/dictionaries/hyph_de_DE.dic"] = tiny_dictionary;
  const HyphenationLibrary library(files, {"/nowhere", "/dictionaries"});
  EXPECT_NE(library.find("en"), nullptr);
  EXPECT_NE(library.find("en-US"), nullptr);
  EXPECT_NE(library.find("de"), nullptr);
  EXPECT_EQ(library.find("fr"), nullptr);
  EXPECT_EQ(library.find("en"), library.find("en"));
}

}  // namespace
}  // namespace banxin
