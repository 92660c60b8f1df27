#include "shape/itemize.h"

#include <hb.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "font/face.h"
#include "shape/features.h"
#include "shape/harfbuzz.h"
#include "text/scripts.h"
#include "text/segmentation.h"

namespace banxin {
namespace {

constexpr std::u32string_view reference_ideograph = U"一";
constexpr std::u32string_view geta_mark = U"〓";
constexpr const char* full_width_quotes_language = "zh-Hans";

bool is_forced_break(char32_t code_point) {
  return code_point == '\n' || code_point == '\r' || code_point == 0x0b || code_point == 0x0c || code_point == 0x85 ||
         code_point == 0x2028 || code_point == 0x2029;
}

/// The advance of one quotation mark as East Asian punctuation, at the face's units-per-em scale.
hb_position_t quote_advance(const FontFace& face, char32_t quote, const std::string& language) {
  TextItem item;
  item.script = script_tag("Hani");
  item.language = language;
  item.east_asian = true;
  const std::string text = utf8::encode(quote);
  item.end = static_cast<std::uint32_t>(text.size());
  const std::vector<hb_feature_t> features = features_for(item, text, {{0, QuoteKind::cjk}});
  const BufferHandle buffer(hb_buffer_create());
  fill_buffer(buffer.get(), text, item);
  hb_shape(face.hb_font(), buffer.get(), features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  return count == 0 ? 0 : positions[0].x_advance;
}

class Itemizer {
 public:
  Itemizer(const StyledText& text, const FontLibrary& fonts) : text_(text), fonts_(fonts) {
    const std::string_view characters = text.text.view();
    const Locale locale = locale_for(text.runs.front().style.language);
    result_.quotes = resolve_quotes(characters, locale);
    for (ResolvedQuote& quote : result_.quotes) {
      if (locale_for(text.style_at(quote.offset).language) == Locale::other && quote.kind == QuoteKind::cjk) quote.kind = QuoteKind::latin;
    }
    scripts_ = itemize_scripts(characters, locale, result_.quotes);
    result_.graphemes = grapheme_boundaries(characters);
  }

  ItemizedText run() {
    enter_style(0);
    for (std::size_t i = 0; i + 1 < result_.graphemes.size(); ++i) {
      const std::uint32_t begin = result_.graphemes[i], end = result_.graphemes[i + 1];
      while (scripts_[script_].end <= begin) ++script_;
      while (text_.runs[style_].end <= begin) enter_style(style_ + 1);
      if (continues_plainly(begin, end)) {
        result_.items.back().end = end;
        continue;
      }
      const std::u32string cluster = utf8::decode_all(text_.text.view().substr(begin, end - begin));
      TextItem item = item_for(begin, end, cluster);
      const bool plain = item.kind == TextItem::Kind::glyphs && is_plain(cluster);
      append(std::move(item));
      plain_ = plain ? std::optional(std::pair(script_, style_)) : std::nullopt;
    }
    return std::move(result_);
  }

 private:
  /// Whether a cluster's item is a matter of its style, its script run and its face alone.
  static bool is_plain(std::u32string_view cluster) { return cluster.size() == 1 && is_ideograph_kana_or_hangul(cluster.front()); }

  /// Whether a cluster can only join the item before it: most of East Asian text.
  bool continues_plainly(std::size_t begin, std::size_t end) const {
    if (plain_ != std::optional(std::pair(script_, style_)) || result_.items.back().face != primary_) return false;
    const std::string_view cluster = text_.text.view().substr(begin, end - begin);
    std::size_t length = 0;
    const char32_t character = utf8::decode(cluster, length);
    return length == cluster.size() && is_ideograph_kana_or_hangul(character) && primary_->has(character);
  }

  void enter_style(std::size_t index) {
    style_ = index;
    const CharacterStyle& style = text_.runs[index].style;
    request_ = {style.role, style.weight, style.language};
    primary_ = fonts_.primary(request_);
    locale_ = locale_for(style.language);
    east_asian_language_ = shaping_language(style.language, true);
    western_language_ = shaping_language(style.language, false);
  }

  TextItem item_for(std::uint32_t begin, std::uint32_t end, const std::u32string& cluster) {
    const ScriptRun& script = scripts_[script_];
    TextItem item;
    item.begin = begin;
    item.end = end;
    item.size = text_.runs[style_].style.size;
    item.script = script.script;
    item.east_asian = script.east_asian;
    item.language = script.east_asian ? east_asian_language_ : western_language_;
    if (is_forced_break(cluster.front())) {
      item.kind = TextItem::Kind::forced_break;
      return item;
    }
    if (std::all_of(cluster.begin(), cluster.end(), is_ignorable)) return ignorable_item(item);
    const bool cjk_quote = script.east_asian && is_quote(begin);
    // Japanese forms of curly quotes are narrow by language, before any feature can ask for full widths.
    if (cjk_quote && locale_ == Locale::ja) item.language = full_width_quotes_language;
    item.face = find_face(cluster, script.east_asian, cjk_quote);
    return item.face == nullptr ? item_without_face(item, cluster) : item;
  }

  /// Characters that draw nothing ask for no font of their own.
  TextItem ignorable_item(TextItem item) const {
    if (!result_.items.empty() && result_.items.back().kind == TextItem::Kind::glyphs) {
      TextItem joined = result_.items.back();
      joined.begin = item.begin;
      joined.end = item.end;
      return joined;
    }
    item.face = fonts_.primary(request_);
    if (item.face == nullptr) item.kind = TextItem::Kind::blank;
    return item;
  }

  TextItem item_without_face(TextItem item, const std::u32string& cluster) const {
    if (is_white_space(cluster.front())) {
      // HarfBuzz makes the spaces of U+2000-200A from the ordinary one; an ideographic space or a tab it cannot.
      const bool made = takes_script_from_context(cluster.front()) && cluster.front() != '\t';
      item.face = made ? fonts_.find(request_, U" ") : nullptr;
      if (item.face == nullptr) item.kind = TextItem::Kind::blank;
      return item;
    }
    item.kind = TextItem::Kind::stand_in;
    item.face = fonts_.primary(request_);
    if (item.face == nullptr || !item.face->has(geta_mark.front())) item.face = fonts_.find(request_, geta_mark);
    return item;
  }

  const FontFace* find_face(const std::u32string& cluster, bool east_asian, bool cjk_quote) {
    const char32_t first = cluster.front();
    // Quotes, dashes and dots of East Asian text come from the font of its ideographs, though a Latin family named before it has them too.
    if (east_asian && takes_script_from_context(first) && !is_white_space(first)) {
      const FontFace* face = fonts_.find(request_, reference_ideograph);
      if (face != nullptr && face->has(first)) return cjk_quote ? quote_face(*face, first) : face;
    }
    // Whatever the first face has comes from it; only the rest is looked up.
    return primary_ != nullptr && covers(*primary_, cluster) ? primary_ : fonts_.find(request_, cluster);
  }

  bool is_quote(std::uint32_t offset) {
    while (quote_ < result_.quotes.size() && result_.quotes[quote_].offset < offset) ++quote_;
    return quote_ < result_.quotes.size() && result_.quotes[quote_].offset == offset;
  }

  /// Hands of type whose quotes are narrow (most kai) take Chinese ones from song.
  const FontFace* quote_face(const FontFace& face, char32_t quote) {
    if (!is_chinese(locale_) || request_.role == FontRole::song || is_full_width(face, quote)) return &face;
    const FontFace* song = fonts_.find({FontRole::song, request_.weight, request_.language}, reference_ideograph);
    return song != nullptr && song->has(quote) && is_full_width(*song, quote) ? song : &face;
  }

  bool is_full_width(const FontFace& face, char32_t quote) {
    for (const KnownQuote& known : known_quotes_) {
      if (known.face == &face && known.quote == quote && known.language == east_asian_language_) return known.full_width;
    }
    const bool full_width = quote_advance(face, quote, east_asian_language_) * 10 >= face.units_per_em() * 9;
    known_quotes_.push_back({&face, quote, east_asian_language_, full_width});
    return full_width;
  }

  void append(TextItem item) {
    const bool joins = !result_.items.empty() && item.kind != TextItem::Kind::forced_break && result_.items.back().shapes_like(item);
    if (joins) {
      result_.items.back().end = item.end;
    } else {
      result_.items.push_back(std::move(item));
    }
  }

  struct KnownQuote {
    const FontFace* face;
    char32_t quote;
    std::string language;
    bool full_width;
  };

  const StyledText& text_;
  const FontLibrary& fonts_;
  std::vector<ScriptRun> scripts_;
  std::vector<KnownQuote> known_quotes_;
  ItemizedText result_;
  // Of the grapheme cluster at hand:
  std::size_t script_ = 0, style_ = 0, quote_ = 0;
  std::optional<std::pair<std::size_t, std::size_t>> plain_;  ///< script run and style of the last cluster, when it was a plain one
  FontRequest request_;
  const FontFace* primary_ = nullptr;
  Locale locale_ = Locale::other;
  std::string east_asian_language_, western_language_;
};

}  // namespace

ItemizedText itemize(const StyledText& text, const FontLibrary& fonts) {
  assert(!text.runs.empty());
  return Itemizer(text, fonts).run();
}

}  // namespace banxin
