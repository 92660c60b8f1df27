// Texts as they were set last time, so that after an edit only those are set anew that it changed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/column_fill.h"
#include "layout/text_setter.h"

namespace banxin {

/// All that the setting of a text depends on besides its style and its fonts: bytes to compare, the same for equal settings alone. Where
/// the text stands in the article is not among it.
class TextKey {
 public:
  enum class Way : char { paragraph, all_lengths, label, display };
  TextKey(Way way, const RichText& text);

  TextKey& add(std::int64_t value);
  TextKey& add(std::string_view text);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// A text, set. All its galleys are of one text.
struct SetText {
  std::vector<Galley> galleys;
  std::vector<BlockVariant> variants;  ///< of a paragraph's galleys, when it is set in all its lengths
  Length size, pitch;                  ///< of display lines, and whether they fit
  bool fits = true;
};

/// What texts are set with, the same for a whole run.
struct TextRules {
  CompositionOptions composition;
  std::string emphasis, language;
  Length body_size;
  PageCosts costs;
  std::map<FontRole, std::vector<std::string>> fonts;
  friend bool operator==(const TextRules&, const TextRules&) = default;
};

/// Safe to use from several threads.
class KeptTexts {
 public:
  /// A run begins. Texts that the run before it did not use are forgotten, all when it is set by other rules.
  void begin(TextRules rules);
  /// A number for a type, the same for equal ones.
  std::int64_t number_of(const TextStyle& type);

  /// The text as it was set, or as `set` sets it now. What asks for a font asks again. `places` is the text as it prints, with its places
  /// in the article of now. Texts of which there was something to say are not kept.
  SetText find_or_set(const TextKey& key, SourceText places, const FontLibrary& fonts, DiagnosticSink& sink,
                      const std::function<SetText(const FontLibrary&, DiagnosticSink&)>& set);

  /// Texts that were set in this run, not found.
  std::size_t set_anew() const { return set_anew_; }

 private:
  struct Kept {
    SetText set;
    std::vector<FontRequest> fonts;  ///< that its setting asked for
    unsigned run = 0;
  };

  std::mutex mutex_;
  TextRules rules_;
  std::vector<TextStyle> types_;
  std::unordered_map<std::string, std::shared_ptr<Kept>> texts_;
  unsigned run_ = 0;
  std::size_t set_anew_ = 0;
};

}  // namespace banxin
