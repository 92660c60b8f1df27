// Lists for the segmentation of Chinese and Japanese titles: what joins the word before or after it, and words that ICU's dictionary lacks.
#pragma once

#include <string_view>

namespace banxin {

/// 在 与 和 将 ...: a line may well begin with them and hardly end.
bool is_function_word(std::string_view word);
/// 的 了 等 ...: no line begins with them.
bool is_particle(std::string_view word);
/// を が に ...: a Japanese phrase ends with them.
bool is_japanese_particle(std::string_view word);
/// 以上 左右 連続 ...: said of the number before.
bool follows_number(std::string_view word);
/// One character that ends a longer word: 者 性 器 区.
bool is_suffix(char32_t character);
/// One character that begins a longer word: 高 新 首.
bool is_prefix(char32_t character);
/// A character of a number in Chinese writing, 余 and 多 behind it included.
bool is_numeral_character(char32_t character);
/// One character that counts: 所 个 次 名.
bool is_measure_character(char32_t character);
/// Length in bytes of the longest listed word that `text` begins with, or 0.
std::size_t listed_word_length(std::string_view text);

}  // namespace banxin
