#include "driver/font_uses.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/composition_options.h"

namespace banxin {

namespace {

constexpr std::array roles = {FontRole::song, FontRole::hei, FontRole::kai, FontRole::fangsong, FontRole::latin, FontRole::mono};

std::vector<FontUse> uses_of(FontRole role, const FontLibrary& fonts, const std::vector<std::string>& languages) {
  std::vector<FontUse> uses;
  for (const std::string& language : languages) {
    for (int weight = 100; weight <= 900; weight += 100) {
      const FontFace* face = fonts.find({role, weight, language}, telling_character(role, language));
      if (face == nullptr) continue;
      auto use = std::find_if(uses.begin(), uses.end(), [&](const FontUse& known) { return known.face == face; });
      if (use == uses.end()) use = uses.insert(uses.end(), FontUse{role, face, {}});
      if (use->languages.empty() || use->languages.back() != language) use->languages.push_back(language);
    }
  }
  std::stable_sort(uses.begin(), uses.end(), [](const FontUse& a, const FontUse& b) { return a.face->weight() < b.face->weight(); });
  return uses;
}

}  // namespace

std::u32string_view telling_character(FontRole role, std::string_view language) {
  if (is_western(role)) return U"A";
  switch (locale_for(language)) {
    case Locale::ja:
      return U"の";
    case Locale::ko:
      return U"한";
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      return U"國";
    case Locale::zh_hans:
      return U"国";
    case Locale::other:
      break;
  }
  return U"A";
}

std::vector<FontUse> font_uses(const FontLibrary& fonts, const std::vector<std::string>& languages) {
  std::vector<FontUse> uses;
  for (const FontRole role : roles) {
    std::vector<FontUse> own = uses_of(role, fonts, languages);
    std::move(own.begin(), own.end(), std::back_inserter(uses));
  }
  return uses;
}

}  // namespace banxin
