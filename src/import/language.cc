#include "import/language.h"

#include "base/utf8.h"

namespace banxin {

namespace {

/// Frequent characters that only one of the two Chinese writings has.
constexpr std::u32string_view simplified =
    U"们这说会对时国来学为发经动过还进无业长东车见书语与问题开关从员实应现设战团图场东师办让记认识华里乐气";
constexpr std::u32string_view traditional =
    U"們這說會對時國來學為發經動過還進無業長東車見書語與問題開關從員實應現設戰團圖場東師辦讓記認識華裡樂氣";

struct Counts {
  std::size_t han = 0, kana = 0, hangul = 0, simplified = 0, traditional = 0;
};

Counts count(std::string_view text) {
  Counts counts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    counts.kana += c >= 0x3040 && c <= 0x30ff && c != U'・';
    counts.hangul += c >= 0xac00 && c <= 0xd7a3;
    counts.han += (c >= 0x3400 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
    counts.simplified += simplified.find(c) != std::u32string_view::npos && traditional.find(c) == std::u32string_view::npos;
    counts.traditional += traditional.find(c) != std::u32string_view::npos && simplified.find(c) == std::u32string_view::npos;
  }
  return counts;
}

}  // namespace

std::string language_of(std::string_view text, std::string_view declared) {
  const Counts counts = count(text);
  if (counts.hangul > counts.han + counts.kana) return "ko";
  // A few kana in Chinese are a name or の; in Japanese every third character is one.
  if (counts.kana * 5 > counts.han + counts.kana) return "ja";
  if (counts.han == 0) return "en";
  if (counts.traditional <= counts.simplified) return "";
  const auto names = [&](std::string_view region) { return declared.find(region) != std::string_view::npos; };
  return names("TW") || names("tw") ? "zh-Hant-TW" : names("HK") || names("hk") ? "zh-Hant-HK" : "zh-Hant";
}

}  // namespace banxin
