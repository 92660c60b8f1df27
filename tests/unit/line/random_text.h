// Random paragraphs, dense with all that makes composition hard. The same for the same seed on every machine.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/composition_options.h"

namespace banxin::test {

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  /// A number from `least` to `most`.
  int number(int least, int most) { return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1)); }

  std::string paragraph(Locale locale, int pieces);

 private:
  using Choices = std::vector<std::string_view>;

  std::string_view pick(const Choices& choices) { return choices[random_() % choices.size()]; }
  static const Choices& letters_of(Locale locale);

  std::mt19937 random_;
};

inline const RandomText::Choices& RandomText::letters_of(Locale locale) {
  static const Choices simplified{"中", "国", "人", "民", "在", "年", "月", "第", "的", "了", "吨", "印", "刷", "版", "心", "行"};
  static const Choices traditional{"中", "國", "人", "民", "在", "年", "月", "第", "的", "了", "噸", "印", "刷", "版", "ㄅ", "行"};
  static const Choices kana{"の", "は", "っ", "ー", "々", "カ", "ッ", "ん", "が", "ゃ", "る", "た", "字", "組", "本", "版"};
  static const Choices hangul{"서", "울", "에", "서", "만", "나", "요", "년", "월", "신", "문", " ", " ", " ", "韓", "판"};
  switch (locale) {
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      return traditional;
    case Locale::ja:
      return kana;
    case Locale::ko:
      return hangul;
    case Locale::zh_hans:
    case Locale::other:
      break;
  }
  return simplified;
}

inline std::string RandomText::paragraph(Locale locale, int pieces) {
  static const Choices marks{"，", "。", "、", "；", "：", "！", "？", "“", "”", "（",   "）",   "《", "》", "「",
                             "」", "『", "』", "·",  "——", "……", "～", "—", "…", "！！", "？！", "／", "/"};
  static const Choices korean_marks{", ", ". ", "? ", "! ", "“", "”", "(", ")", "‘", "’", "·", "…", "「", "」", "~", ": "};
  static const Choices western{"Word",
                               "a",
                               "2025",
                               "46%",
                               "￥1,200",
                               "3.5",
                               "well-known",
                               "open source",
                               " ",
                               "C++",
                               "(x)",
                               ",",
                               "don’t",
                               "\"",
                               "8℃",
                               "communication",
                               "https://www.example.com/news/2025?a=1&b=2",
                               "e-mail",
                               "　"};
  std::string text;
  for (int i = 0; i < pieces; ++i) {
    const int kind = number(0, 99);
    text += kind < 65 ? pick(letters_of(locale)) : kind < 88 ? pick(locale == Locale::ko ? korean_marks : marks) : pick(western);
  }
  return text;
}

}  // namespace banxin::test
