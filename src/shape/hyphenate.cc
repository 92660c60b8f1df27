#include "shape/hyphenate.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "shape/features.h"
#include "text/hyphenation.h"

namespace banxin {

namespace {

constexpr char32_t hyphen_minus = 0x2d;
constexpr std::string_view soft_hyphen = "\u00ad";

std::optional<Glyph> hyphen_of(const Cluster& cluster) {
  if (cluster.face == nullptr) return std::nullopt;
  const std::uint32_t id = cluster.face->nominal_glyph(hyphen_minus);
  if (id == 0) return std::nullopt;
  return Glyph{id, Length(), Length(), cluster.size.scaled(cluster.face->advance(id), cluster.face->units_per_em())};
}

class Hyphenator {
 public:
  Hyphenator(const StyledText& text, const HyphenationLibrary* library, ShapedText& shaped)
      : text_(text), library_(library), shaped_(shaped) {}

  void run() {
    add_soft_hyphens();
    if (library_ == nullptr) return;
    for (const TextRange& word : words_to_hyphenate(text_.text.view())) divide(word);
    std::sort(shaped_.hyphenation.begin(), shaped_.hyphenation.end(),
              [](const HyphenationPoint& a, const HyphenationPoint& b) { return a.cluster < b.cluster; });
  }

 private:
  /// A soft hyphen is a cluster of its own, or belongs to the letter before where the font has nothing to show for it.
  void add_soft_hyphens() {
    for (std::uint32_t i = 0; i + 1 < shaped_.clusters.size(); ++i) {
      const Cluster& cluster = shaped_.clusters[i];
      const std::string_view characters = text_.text.view().substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
      if (!characters.ends_with(soft_hyphen)) continue;
      const bool alone = characters.size() == soft_hyphen.size();
      if (!alone || i > 0) add(i + 1, alone ? i - 1 : i);
    }
  }

  void divide(const TextRange& word) {
    const std::string language = shaping_language(text_.style_at(word.begin).language, false);
    const HyphenationDictionary* dictionary = library_->find(language);
    if (dictionary == nullptr) return;
    const std::string_view bytes = text_.text.view().substr(word.begin, word.end - word.begin);
    std::size_t characters = 0, offset = 0;
    for (const std::size_t division : dictionary->divisions(utf8::decode_all(bytes))) {
      for (; characters < division; ++characters) utf8::decode(bytes, offset);
      divide_at(word.begin + static_cast<std::uint32_t>(offset));
    }
  }

  void divide_at(std::uint32_t byte) {
    const auto after = std::lower_bound(shaped_.clusters.begin(), shaped_.clusters.end(), byte,
                                        [](const Cluster& cluster, std::uint32_t place) { return cluster.text_begin < place; });
    if (after == shaped_.clusters.begin() || after == shaped_.clusters.end() || after->text_begin != byte) return;
    const auto index = static_cast<std::uint32_t>(after - shaped_.clusters.begin());
    add(index, index - 1);
  }

  /// Division before a cluster; the hyphen is set like the letter it follows.
  void add(std::uint32_t cluster, std::uint32_t letter) {
    if (const std::optional<Glyph> hyphen = hyphen_of(shaped_.clusters[letter])) shaped_.hyphenation.push_back({cluster, *hyphen});
  }

  const StyledText& text_;
  const HyphenationLibrary* library_;
  ShapedText& shaped_;
};

}  // namespace

void add_hyphenation(const StyledText& text, const HyphenationLibrary* library, ShapedText& shaped) {
  Hyphenator(text, library, shaped).run();
}

}  // namespace banxin
