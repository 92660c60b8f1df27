#include "style/furniture.h"

#include <algorithm>
#include <array>

namespace banxin {
namespace {

constexpr std::array<FurnitureVariable, 31> variables = {{
    {"page", "number of this page", "本页页码"},
    {"pages", "number of pages", "总页数"},
    {"title", "title of the article, its lines joined", "文章标题，各行相连"},
    {"section", "kind of article", "文章类别"},
    {"column", "column that the article belongs to", "所属栏目"},
    {"masthead.name", "name of the paper, or the article's source", "报名；没有则为来源"},
    {"masthead.issue", "number of the issue", "期号"},
    {"masthead.column", "column named in the masthead, or the article's own", "报头所写的栏目；没有则为文章的栏目"},
    {"masthead.slogan", "motto of the paper", "报头的口号"},
    {"date", "date as the style prints it", "按样式排印的日期"},
    {"date.year", "year of a date that can be read as one", "年"},
    {"date.month", "its month", "月"},
    {"date.day", "its day", "日"},
    {"date.weekday", "its day of the week, in the article's language", "星期几，用文章的语言"},
    {"source", "where the article comes from", "来源"},
    {"byline", "names of the authors", "作者署名"},
    {"issuer", "issuing authority of an official document", "发文机关"},
    {"number", "its reference number", "发文字号"},
    {"instruction", "line above the title of a worksheet", "练习卷标题上方的说明"},
    {"time", "time that a worksheet should take", "练习卷的建议用时"},
    {"fields.1", "first blank to fill in above a worksheet", "练习卷的第一个填写项"},
    {"fields.2", "the second", "第二个"},
    {"fields.3", "the third", "第三个"},
    {"fields.4", "the fourth", "第四个"},
    {"fields.5", "the fifth", "第五个"},
    {"fields.6", "the sixth", "第六个"},
    {"questions", "number of questions, if there are any", "题数"},
    {"questions.marks", "sum of their marks, if each has a number", "总分"},
    {"link", "where the article stands on the web", "文章的网址"},
    {"deck", "summary of the article", "提要"},
    {"credits", "credits, joined by U+3000", "责任署名，以全角空格相连"},
}};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

constexpr std::string_view ideographic_space = "\u3000";

std::string_view without_spaces_at_start(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with(ideographic_space))
    text.remove_prefix(text.starts_with(' ') ? 1 : ideographic_space.size());
  return text;
}

std::string_view without_spaces_at_end(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with(ideographic_space)) text.remove_suffix(text.ends_with(' ') ? 1 : ideographic_space.size());
  return text;
}

std::string first_that_says_something(const std::vector<std::string_view>& names, const VariableLookup& lookup) {
  for (const std::string_view name : names) {
    std::string value = lookup(name);
    if (!value.empty()) return value;
  }
  return {};
}

std::string filled(std::string_view text, const VariableLookup& lookup) {
  std::string result;
  std::size_t done = 0;
  for (const VariableUse& use : variable_uses(text)) {
    result += text.substr(done, use.begin - done);
    result += first_that_says_something(use.names, lookup);
    done = use.end;
  }
  return result += text.substr(done);
}

void drop_spaces_around(std::vector<FilledRun>& runs) {
  while (!runs.empty()) {
    runs.front().text = std::string(without_spaces_at_start(runs.front().text));
    if (!runs.front().text.empty()) break;
    runs.erase(runs.begin());
  }
  while (!runs.empty()) {
    runs.back().text = std::string(without_spaces_at_end(runs.back().text));
    if (!runs.back().text.empty()) break;
    runs.pop_back();
  }
}

}  // namespace

std::span<const FurnitureVariable> furniture_variables() { return variables; }

std::vector<VariableUse> variable_uses(std::string_view text, bool* unclosed) {
  std::vector<VariableUse> uses;
  if (unclosed) *unclosed = false;
  for (std::size_t begin = text.find("${"); begin != std::string_view::npos;) {
    const std::size_t close = text.find('}', begin);
    if (close == std::string_view::npos) {
      if (unclosed) *unclosed = true;
      break;
    }
    uses.push_back({begin, close + 1, split(text.substr(begin + 2, close - begin - 2), '|')});
    begin = text.find("${", close);
  }
  return uses;
}

namespace {

bool says_something(std::string_view alternatives, const VariableLookup& lookup) {
  return !first_that_says_something(split(alternatives, '|'), lookup).empty();
}

}  // namespace

bool condition_holds(std::string_view condition, const VariableLookup& lookup) {
  const std::vector<std::string_view> wanted = split(condition, ' ');
  return std::all_of(wanted.begin(), wanted.end(), [&](std::string_view names) { return says_something(names, lookup); });
}

bool conditions_hold(const FurnitureItem& item, const VariableLookup& lookup) {
  const std::vector<std::string_view> unwanted = split(item.unless, ' ');
  return condition_holds(item.when, lookup) &&
         std::none_of(unwanted.begin(), unwanted.end(), [&](std::string_view names) { return says_something(names, lookup); });
}

std::vector<FilledRun> fill_runs(std::string_view text, const VariableLookup& lookup) {
  constexpr std::string_view mark = "**";
  std::vector<FilledRun> runs;
  for (bool strong = false;; strong = !strong) {
    const std::size_t end = std::min(text.find(mark), text.size());
    std::string part = filled(text.substr(0, end), lookup);
    if (!part.empty()) runs.push_back({std::move(part), strong});
    if (end == text.size()) break;
    text.remove_prefix(end + mark.size());
  }
  drop_spaces_around(runs);
  return runs;
}

std::string fill_variables(std::string_view text, const VariableLookup& lookup) {
  std::string result;
  for (const FilledRun& run : fill_runs(text, lookup)) result += run.text;
  return result;
}

}  // namespace banxin
