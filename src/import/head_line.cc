#include "import/head_line.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/printable.h"
#include "import/furniture.h"
#include "text/scripts.h"

namespace banxin {

namespace {

constexpr std::size_t longest_line = 160;  // bytes

enum class Role { none, source, byline, date, place };

struct RoleWord {
  std::string_view word;
  Role role;
};

/// Longer words stand before those that they begin with.
constexpr auto role_words = std::to_array<RoleWord>({
    {"文章来源", Role::source}, {"信息来源", Role::source}, {"消息来源", Role::source}, {"稿件来源", Role::source},
    {"来源", Role::source},     {"來源", Role::source},     {"稿源", Role::source},     {"出处", Role::source},
    {"出典", Role::source},     {"출처", Role::source},     {"作者", Role::byline},     {"本报记者", Role::byline},
    {"本刊记者", Role::byline}, {"实习记者", Role::byline}, {"记者", Role::byline},     {"記者", Role::byline},
    {"通讯员", Role::byline},   {"通訊員", Role::byline},   {"撰文", Role::byline},     {"撰稿", Role::byline},
    {"采写", Role::byline},     {"執筆", Role::byline},     {"取材", Role::byline},     {"文", Role::byline},
    {"기자", Role::byline},     {"글", Role::byline},       {"By", Role::byline},       {"发布时间", Role::date},
    {"发表时间", Role::date},   {"发布日期", Role::date},   {"發布時間", Role::date},   {"發佈時間", Role::date},
    {"更新时间", Role::date},   {"公開日", Role::date},     {"公開", Role::date},       {"配信", Role::date},
    {"입력", Role::date},       {"IP属地", Role::place},    {"发表于", Role::place},    {"发布于", Role::place},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_separator(char32_t c) { return c == ':' || c == U'：' || c == '/' || c == U'／' || c == U'＝' || c == U'︱'; }
bool is_bar(char32_t c) { return c == '|' || c == U'｜' || c == U'丨' || c == U'│'; }

struct Range {
  std::size_t begin = 0, end = 0;
};

/// Takes digits, at most `most`, and says whether there were any.
bool take_number(std::string_view text, std::size_t& at, std::size_t most) {
  const std::size_t begin = at;
  while (at < text.size() && at - begin < most && is_digit(text[at])) ++at;
  return at > begin;
}

bool take(std::string_view text, std::size_t& at, std::string_view expected) {
  if (!text.substr(at).starts_with(expected)) return false;
  at += expected.size();
  return true;
}

/// A time behind a date: 18:32, 18:32:05, T18:32+08:00, 下午2:30.
void take_time(std::string_view text, std::size_t& end) {
  std::size_t at = end;
  while (take(text, at, " ") || take(text, at, "T") || take(text, at, "\u3000")) {
  }
  for (const std::string_view half : {"上午", "下午", "晚上", "午前", "午後", "오전", "오후"}) take(text, at, half);
  while (take(text, at, " ")) {
  }
  if (!take_number(text, at, 2) || !take(text, at, ":") || !take_number(text, at, 2)) return;
  if (std::size_t seconds = at; take(text, seconds, ":") && take_number(text, seconds, 2)) at = seconds;
  if (std::size_t zone = at; (take(text, zone, "+") && take_number(text, zone, 2) && take(text, zone, ":") && take_number(text, zone, 2)))
    at = zone;
  take(text, at, "Z");
  end = at;
}

/// The date and time in a line: 2025-05-13 18:32, 2025年5月13日, 2025.05.13, 2025년 5월 13일.
std::optional<Range> find_date(std::string_view line) {
  struct Form {
    std::string_view year, month, day;
  };
  static constexpr auto forms =
      std::to_array<Form>({{"年", "月", "日"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"년 ", "월 ", "일"}});
  for (std::size_t begin = 0; begin + 8 <= line.size(); ++begin) {
    if (!line.substr(begin).starts_with("19") && !line.substr(begin).starts_with("20")) continue;
    if (begin > 0 && is_digit(line[begin - 1])) continue;
    for (const Form& form : forms) {
      std::size_t at = begin + 4;
      if (!is_digit(line[begin + 2]) || !is_digit(line[begin + 3]) || !take(line, at, form.year) || !take_number(line, at, 2)) continue;
      if (!take(line, at, form.month) || !take_number(line, at, 2) || !take(line, at, form.day)) continue;
      take_time(line, at);
      return Range{begin, at};
    }
  }
  return std::nullopt;
}

/// A word of the line, and whether a bar stands before it.
struct Word {
  std::string_view text;
  bool after_bar = false;
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  bool bar = false;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (end == begin) return;
    words.push_back({line.substr(begin, end - begin), bar});
    bar = false;
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::decode(line, at);
    if (!is_white_space(c) && !is_bar(c)) continue;
    add(here);
    bar = bar || is_bar(c);
    begin = at;
  }
  add(line.size());
  return words;
}

/// The role that a word names, and what stands behind its separator: 来源：新华社.
struct Labelled {
  Role role = Role::none;
  std::string_view value;
  bool separated = false;
};

Labelled label_of(std::string_view word) {
  for (const RoleWord& role : role_words) {
    if (!word.starts_with(role.word)) continue;
    std::size_t at = role.word.size();
    if (at == word.size()) return {role.role, {}, false};
    const char32_t c = utf8::decode(word, at);
    if (is_separator(c)) return {role.role, word.substr(at), true};
    if (role.role == Role::place) return {role.role, word.substr(role.word.size()), true};
  }
  return {};
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ',' || c == '+'; });
}

/// Whether a word is a name and not a number, a stretch of prose or a label that nobody here knows.
bool is_name(std::string_view word) {
  constexpr std::size_t longest_name = 60;  // bytes
  if (word.size() > longest_name || is_number(word)) return false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::decode(word, at);
    if (std::u32string_view(U":：，,。；;？?！!“”\"").find(c) != std::u32string_view::npos) return false;
  }
  return true;
}

class HeadLineReader {
 public:
  explicit HeadLineReader(std::string_view line) : line_(line) {}

  std::optional<HeadLine> read() {
    const std::optional<Range> date = find_date(line_);
    std::string rest(line_);
    if (date) {
      result_.date = std::string(line_.substr(date->begin, date->end - date->begin));
      if (touches_text(*date)) return std::nullopt;
      // Words before and behind the date stay apart.
      rest.replace(date->begin, date->end - date->begin, " \n ");
      date_at_ = date->begin;
    }
    const std::vector<Word> words = words_of(rest);
    original_ = words.size() > 1 && words.front().text == "原创";
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t taken = read_word(words, i, static_cast<std::size_t>(words[i].text.data() - rest.data()));
      if (taken == 0) return std::nullopt;
      i += taken;
    }
    if (!assign_names()) return std::nullopt;
    const bool said = date || labelled_ || (bars_ && !result_.source.empty() && !result_.byline.empty());
    return said ? std::optional(std::move(result_)) : std::nullopt;
  }

 private:
  /// 2025年5月13日北京召开: the date is part of a text.
  bool touches_text(const Range& date) const {
    if (date.end >= line_.size()) return false;
    std::size_t at = date.end;
    const char32_t c = utf8::decode(line_, at);
    return !is_white_space(c) && !is_bar(c);
  }

  /// How many words were understood from the one at `i`; none when the line is not a head line.
  std::size_t read_word(const std::vector<Word>& words, std::size_t i, std::size_t place) {
    bars_ = bars_ || words[i].after_bar;
    const std::string_view word = words[i].text;
    const Labelled label = label_of(word);
    const auto ends_segment = [&](std::size_t next) {
      return next >= words.size() || words[next].after_bar || label_of(words[next].text).role != Role::none;
    };
    if (label.role == Role::none) {
      if (furniture_of(word) != Furniture::none) {
        // A counter's number may stand apart: 阅读 2318.
        const bool counted = i + 1 < words.size() && is_number(words[i + 1].text);
        result_.left_out.push_back(std::string(word) + (counted ? " " + std::string(words[i + 1].text) : ""));
        return counted ? 2 : 1;
      }
      if (!is_name(word)) return 0;
      (place > date_at_ && original_ ? result_.left_out : names_).emplace_back(word);
      return 1;
    }
    labelled_ = true;
    std::size_t next = i + 1;
    std::string value(label.value);
    // 作者 陈雨乔 王五: the names up to the next word of this kind.
    while (value.empty()
               ? !ends_segment(next)
               : (label.role == Role::byline && !ends_segment(next) && is_name(words[next].text) && !date_between(words, next - 1))) {
      if (furniture_of(words[next].text) != Furniture::none || (date_at_ != none && date_between(words, next - 1))) break;
      value += (value.empty() ? "" : " ") + std::string(words[next++].text);
    }
    if (value.empty() && label.role == Role::byline && !names_.empty()) {
      value = names_.back();
      names_.pop_back();
      return set_byline(value + " " + std::string(word), value) ? 1 : 0;
    }
    if (label.role == Role::date) return value.empty() ? next - i : 0;
    if (value.empty() || !is_name(value)) return 0;
    return set(label, word, value) ? next - i : 0;
  }

  /// Whether the date stood between words `i` and `i + 1`.
  bool date_between(const std::vector<Word>& words, std::size_t i) const {
    if (i + 1 >= words.size()) return false;
    const std::string_view between(words[i].text.data() + words[i].text.size(),
                                   static_cast<std::size_t>(words[i + 1].text.data() - words[i].text.data()) - words[i].text.size());
    return between.find('\n') != std::string_view::npos;
  }

  bool set(const Labelled& label, std::string_view word, const std::string& value) {
    switch (label.role) {
      case Role::source:
        if (!result_.source.empty()) return false;
        result_.source = value;
        return true;
      case Role::byline:
        if (label.separated) return set_byline(std::string(word.substr(0, word.size() - label.value.size())) + value, value);
        return set_byline(std::string(word) + " " + value, value);
      default:
        result_.left_out.emplace_back(std::string(word.substr(0, word.size() - label.value.size())) + value);
        return true;
    }
  }

  bool set_byline(std::string byline, std::string name) {
    result_.byline += (result_.byline.empty() ? "" : "　") + byline;
    result_.authors.push_back(std::move(name));
    return true;
  }

  /// Names without a word of their own: the source first, then the author; 原创 turns them round.
  bool assign_names() {
    if (names_.empty()) return true;
    if (original_ && names_.size() == 2) std::swap(names_[0], names_[1]);
    auto name = names_.begin();
    if (result_.source.empty()) result_.source = *name++;
    if (name != names_.end() && result_.byline.empty()) result_.byline = *name++;
    return name == names_.end();
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::string_view line_;
  HeadLine result_;
  std::vector<std::string> names_;
  std::size_t date_at_ = none;
  bool original_ = false, labelled_ = false, bars_ = false;
};

}  // namespace

std::optional<HeadLine> read_head_line(std::string_view line) {
  if (line.size() > longest_line || line.ends_with("。") || line.ends_with("！") || line.ends_with("？")) return std::nullopt;
  return HeadLineReader(line).read();
}

}  // namespace banxin
