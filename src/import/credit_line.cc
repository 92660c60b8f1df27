#include "import/credit_line.h"

#include "base/utf8.h"
#include "document/printable.h"
#include "import/word_list.h"
#include "text/scripts.h"

namespace banxin {

namespace {

constexpr std::size_t longest_line = 50;  // characters
constexpr std::size_t longest_role = 8;
constexpr std::size_t longest_name_after_space = 12;

constexpr std::string_view roles =
    " 图 图片 图源 摄影 摄 供图 制图 配图 编辑 责编 美编 校对 审核 审校 监制 主编 编审 排版 设计 统筹 策划 出品 终审 初审"
    " 复审 复核 值班 撰文 撰稿 文 文字 记者 通讯员 作者 来源 供稿 圖 圖片 攝影 攝 編輯 責編 校對 審核 來源 記者 写真 撮影"
    " 編集 取材 出典 사진 편집 글 기자 출처 Photo Photos Editor ";

bool is_separator(char32_t c) {
  return c == ':' || c == U'：' || c == '/' || c == U'／' || c == '|' || c == U'｜' || c == U'丨' || c == U'＝' || is_white_space(c);
}

std::string_view without_brackets(std::string_view line) {
  struct Pair {
    std::string_view open, close;
  };
  for (const Pair& pair : {Pair{"（", "）"}, Pair{"(", ")"}, Pair{"【", "】"}, Pair{"[", "]"}}) {
    if (line.starts_with(pair.open) && line.ends_with(pair.close))
      return line.substr(pair.open.size(), line.size() - pair.open.size() - pair.close.size());
  }
  return line;
}

/// A role, or a longer word for it that ends in it: 责任编辑, 本版摄影.
bool is_role(std::string_view word) {
  constexpr std::size_t one_character = 3;
  if (holds_word(roles, word)) return true;
  for (std::size_t at = 0; at + one_character < word.size();) {
    utf8::decode(word, at);
    if (word.size() - at > one_character && holds_word(roles, word.substr(at))) return true;
  }
  return false;
}

struct Credit {
  std::string_view role, name;
};

/// The line cut at its first separator, when a word of the trade and a name stand there.
Credit read_credit(std::string_view line) {
  line = without_brackets(line);
  if (utf8::decode_all(line).size() > longest_line || line.ends_with("。")) return {};
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::decode(line, at);
    if (!is_separator(c)) continue;
    const std::string_view role = line.substr(0, begin);
    std::string_view name = without_trailing_space(line.substr(at));
    name.remove_prefix(leading_space(name));
    const bool known = is_role(role);
    // 图 or 文 before a space is a word of a sentence rather than a role.
    const bool too_loose =
        is_white_space(c) && (utf8::decode_all(name).size() > longest_name_after_space || utf8::decode_all(role).size() < 2);
    return known && !name.empty() && !too_loose && utf8::decode_all(role).size() <= longest_role ? Credit{role, name} : Credit{};
  }
  return {};
}

/// 张三 摄
bool ends_with_photographer(std::string_view line) {
  line = without_brackets(line);
  if (utf8::decode_all(line).size() > longest_name_after_space) return false;
  for (const std::string_view ending : {" 摄", "/摄", " 攝", "/攝", " 撮影", " 摄影"}) {
    if (line.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

bool is_credit_line(std::string_view line) { return !read_credit(line).role.empty() || ends_with_photographer(line); }

std::string source_of_credit(std::string_view line) {
  const Credit credit = read_credit(line);
  const bool source =
      credit.role.ends_with("来源") || credit.role.ends_with("來源") || credit.role.ends_with("出典") || credit.role.ends_with("출처");
  const bool of_picture = credit.role.starts_with("图") || credit.role.starts_with("圖");
  return source && !of_picture ? std::string(credit.name) : std::string();
}

}  // namespace banxin
