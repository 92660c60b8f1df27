// Joining of lines in folded scalars: CJK to CJK needs no space.
#include "yaml/fold.h"

#include "base/utf8.h"

namespace banxin::yaml {

namespace {

enum class Side { cjk, other, shared };

bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_cjk(char32_t c) {
  return between(c, 0x2e80, 0x312f) || between(c, 0x31a0, 0xa4cf) || between(c, 0xf900, 0xfaff) || between(c, 0xfe10, 0xfe1f) ||
         between(c, 0xfe30, 0xfe4f) || between(c, 0xff01, 0xff9f) || between(c, 0xffe0, 0xffe6) || between(c, 0x1f200, 0x1f2ff) ||
         between(c, 0x20000, 0x3fffd);
}

/// Marks and pictures that stand in Chinese as well as in Latin text: · — ‘ ’ “ ” … ※ ① ▲ 😀.
bool is_shared(char32_t c) {
  return c == 0xb7 || between(c, 0x2010, 0x205e) || between(c, 0x2460, 0x27bf) || between(c, 0x1f300, 0x1faff) ||
         between(c, 0xfe00, 0xfe0f);
}

Side side_of(char32_t c) { return is_cjk(c) ? Side::cjk : is_shared(c) ? Side::shared : Side::other; }

/// A run of shared marks longer than this is taken as it is, so that joining stays linear.
constexpr int look_through = 8;

Side end_of(std::string_view text) {
  Side side = Side::shared;
  std::size_t offset = text.size();
  for (int i = 0; i < look_through && offset > 0 && side == Side::shared; ++i) side = side_of(utf8::decode_before(text, offset));
  return side;
}

Side beginning_of(std::string_view text) {
  Side side = Side::shared;
  std::size_t offset = 0;
  for (int i = 0; i < look_through && offset < text.size() && side == Side::shared; ++i) side = side_of(utf8::decode(text, offset));
  return side;
}

}  // namespace

bool joins_without_space(std::string_view before, std::string_view after) {
  const Side left = end_of(before);
  const Side right = beginning_of(after);
  if (left == Side::other || right == Side::other) return false;
  return left == Side::cjk || right == Side::cjk;
}

std::string line_joint(std::string_view before, std::string_view after, std::size_t blank_lines) {
  if (blank_lines > 0) return std::string(blank_lines, '\n');
  return joins_without_space(before, after) ? "" : " ";
}

}  // namespace banxin::yaml
