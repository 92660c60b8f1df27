// Where words of alphabetic scripts may be divided: Hunspell's hyphenation dictionaries, read when a language first asks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_access.h"
#include "text/character_class.h"

namespace banxin {

/// The patterns of one language. Safe to ask from several threads at once.
class HyphenationDictionary {
 public:
  /// Reads the bytes of a `hyph_*.dic` file; null when they are none.
  static std::unique_ptr<HyphenationDictionary> parse(std::string_view bytes);
  ~HyphenationDictionary();

  /// Numbers of characters before which the word may be divided, at least 2 from its beginning and 3 from its end. Divisions that would
  /// change its spelling are left out, and so are words that the dictionary's encoding cannot write.
  std::vector<std::size_t> divisions(std::u32string_view word) const;

 private:
  struct Patterns;
  explicit HyphenationDictionary(std::unique_ptr<Patterns> patterns);
  std::unique_ptr<Patterns> patterns_;
};

/// Finds the dictionary of a language in folders, the first that has it. Safe to ask from several threads at once.
class HyphenationLibrary {
 public:
  HyphenationLibrary(const FileAccess& files, std::vector<std::filesystem::path> folders) : files_(files), folders_(std::move(folders)) {}

  /// The dictionary for a BCP 47 tag: of its region, else of the language, else of the region the language is named for (de → de_DE,
  /// en → en_US). Null when there is none: words of that language are not divided.
  const HyphenationDictionary* find(std::string_view language) const;

 private:
  std::unique_ptr<HyphenationDictionary> load(std::string_view language) const;

  const FileAccess& files_;
  std::vector<std::filesystem::path> folders_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<HyphenationDictionary>, std::less<>> loaded_;
};

/// The words of a text that may be divided, in order: five or more Latin, Greek or Cyrillic letters that are not all capitals and stand
/// alone between spaces, punctuation and East Asian characters. Parts of addresses, file names, formulas, and compounds that have a hyphen
/// of their own are none.
std::vector<TextRange> words_to_hyphenate(std::string_view text);

}  // namespace banxin
