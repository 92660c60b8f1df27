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
  std::string_view pick(const std::vector<std::string_view>& choices) { return choices[random_() % choices.size()]; }

  std::mt19937 random_;
};

inline std::string RandomText::paragraph(Locale locale, int pieces) {
  static const std::vector<std::string_view> han{"中", "国", "人", "民", "在", "年", "月", "第",
                                                 "的", "了", "吨", "印", "刷", "版", "心", "行"};
  static const std::vector<std::string_view> kana{"の", "は", "っ", "ー", "々", "カ", "ッ", "ん",
                                                  "が", "ゃ", "る", "た", "字", "組", "本", "版"};
  static const std::vector<std::string_view> marks{"，", "。", "、", "；", "：", "！", "？", "“", "”", "（",   "）",   "《", "》", "「",
                                                   "」", "『", "』", "·",  "——", "……", "～", "—", "…", "！！", "？！", "／", "/"};
  static const std::vector<std::string_view> western{"Word",
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
    const auto& letters = locale == Locale::ja ? kana : han;
    text += kind < 65 ? pick(letters) : kind < 88 ? pick(marks) : pick(western);
  }
  return text;
}

}  // namespace banxin::test
