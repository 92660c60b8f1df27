#include "text/hyphenation.h"

#include <hyphen.h>  // and stdio.h: it reads patterns from a FILE, here one in memory
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdlib>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/scripts.h"

namespace banxin {

namespace {

constexpr int least_before = 2, least_after = 3;
constexpr std::size_t longest_word = 100, shortest_word = least_before + least_after;

struct CloseFile {
  void operator()(FILE* file) const { fclose(file); }
};
struct FreePatterns {
  void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};

/// What libhyphen allocates for divisions that change the spelling.
struct Replacements {
  char** texts = nullptr;
  int *places = nullptr, *cuts = nullptr;
  std::size_t count;

  explicit Replacements(std::size_t word_size) : count(word_size) {}
  Replacements(const Replacements&) = delete;
  Replacements& operator=(const Replacements&) = delete;
  ~Replacements() {
    for (std::size_t i = 0; texts != nullptr && i < count; ++i) std::free(texts[i]);
    std::free(texts);
    std::free(places);
    std::free(cuts);
  }
  bool has(std::size_t i) const { return texts != nullptr && texts[i] != nullptr; }
};

char32_t lower_case(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

bool is_letter_of_words(char32_t c) {
  if (is_ideograph_kana_or_hangul(c) || !u_isalpha(static_cast<UChar32>(c))) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

bool is_token_character(char32_t c) { return (c > 0x20 && c < 0x7f) || is_letter_of_words(c); }

struct Character {
  std::uint32_t begin = 0, end = 0;
  char32_t code_point = 0;
};

/// The word that a token (what stands between spaces and East Asian characters) is, but for punctuation around it; empty when it is more.
std::pair<std::size_t, std::size_t> word_in(const std::vector<Character>& characters, std::size_t begin, std::size_t end) {
  static constexpr std::u32string_view opening = U"([{\"'", closing = U")]}\"'.,;:!?";
  while (begin < end && opening.find(characters[begin].code_point) != std::u32string_view::npos) ++begin;
  while (begin < end && closing.find(characters[end - 1].code_point) != std::u32string_view::npos) --end;
  const auto at = [&](std::size_t i) { return characters.begin() + static_cast<std::ptrdiff_t>(i); };
  const bool all_letters = std::all_of(at(begin), at(end), [](const Character& c) { return is_letter_of_words(c.code_point); });
  const bool all_capitals =
      std::none_of(at(begin), at(end), [](const Character& c) { return u_islower(static_cast<UChar32>(c.code_point)); });
  if (!all_letters || all_capitals || end - begin < shortest_word) return {begin, begin};
  return {begin, end};
}

}  // namespace

struct HyphenationDictionary::Patterns {
  std::unique_ptr<HyphenDict, FreePatterns> dictionary;
};

HyphenationDictionary::HyphenationDictionary(std::unique_ptr<Patterns> patterns) : patterns_(std::move(patterns)) {}
HyphenationDictionary::~HyphenationDictionary() = default;

std::unique_ptr<HyphenationDictionary> HyphenationDictionary::parse(std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  std::string copy(bytes);  // fmemopen wants memory it could write to
  const std::unique_ptr<FILE, CloseFile> file(fmemopen(copy.data(), copy.size(), "r"));
  if (!file) return nullptr;
  auto patterns = std::make_unique<Patterns>();
  patterns->dictionary.reset(hnj_hyphen_load_file(file.get()));
  if (!patterns->dictionary) return nullptr;
  return std::unique_ptr<HyphenationDictionary>(new HyphenationDictionary(std::move(patterns)));
}

std::vector<std::size_t> HyphenationDictionary::divisions(std::u32string_view word) const {
  if (word.size() < shortest_word || word.size() > longest_word) return {};
  HyphenDict& dictionary = *patterns_->dictionary;
  std::string bytes;
  for (const char32_t c : word) utf8::append(bytes, lower_case(c));
  if (!dictionary.utf8 && bytes.size() > word.size()) return {};
  std::string marks(bytes.size() + 5, '\0');
  Replacements replacements(bytes.size());
  const int failed =
      hnj_hyphen_hyphenate3(&dictionary, bytes.data(), static_cast<int>(bytes.size()), marks.data(), nullptr, &replacements.texts,
                            &replacements.places, &replacements.cuts, std::max<int>(dictionary.lhmin, least_before),
                            std::max<int>(dictionary.rhmin, least_after), dictionary.clhmin, dictionary.crhmin);
  std::vector<std::size_t> result;
  if (failed != 0) return result;
  for (std::size_t i = least_before; i + least_after <= word.size(); ++i) {
    const bool divides = (marks[i - 1] - '0') % 2 != 0;
    if (divides && !replacements.has(i - 1)) result.push_back(i);
  }
  return result;
}

const HyphenationDictionary* HyphenationLibrary::find(std::string_view language) const {
  const std::lock_guard lock(mutex_);
  const auto known = loaded_.find(language);
  if (known != loaded_.end()) return known->second.get();
  return loaded_.emplace(std::string(language), load(language)).first->second.get();
}

std::unique_ptr<HyphenationDictionary> HyphenationLibrary::load(std::string_view language) const {
  const std::string base(language.substr(0, language.find('-')));
  std::string capitals = base, full(language);
  for (char& c : capitals) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  std::replace(full.begin(), full.end(), '-', '_');
  for (const std::string& name : {full, base, base == "en" ? std::string("en_US") : base + '_' + capitals}) {
    for (const std::filesystem::path& folder : folders_) {
      const Result<std::string> bytes = files_.read(folder / ("hyph_" + name + ".dic"), limits::hyphenation_file);
      if (!bytes) continue;
      if (auto dictionary = HyphenationDictionary::parse(*bytes)) return dictionary;
    }
  }
  return nullptr;
}

std::vector<TextRange> words_to_hyphenate(std::string_view text) {
  std::vector<Character> characters;
  characters.reserve(text.size() / 2);
  for (std::size_t offset = 0; offset < text.size();) {
    const auto begin = static_cast<std::uint32_t>(offset);
    const char32_t code_point = utf8::decode(text, offset);
    characters.push_back({begin, static_cast<std::uint32_t>(offset), code_point});
  }
  std::vector<TextRange> words;
  for (std::size_t begin = 0; begin < characters.size(); ++begin) {
    std::size_t end = begin;
    while (end < characters.size() && is_token_character(characters[end].code_point)) ++end;
    const auto [first, last] = word_in(characters, begin, end);
    if (first < last) words.push_back({characters[first].begin, characters[last - 1].end});
    begin = end;
  }
  return words;
}

}  // namespace banxin
