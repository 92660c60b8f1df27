#include "style/furniture.h"

#include <algorithm>
#include <array>

namespace banxin {
namespace {

constexpr std::array<FurnitureVariable, 18> variables = {{
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
    {"link", "where the article stands on the web", "文章的网址"},
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

std::string_view without_spaces_around(std::string_view text) {
  constexpr std::string_view ideographic_space = "\u3000";
  const auto space_at_start = [&] {
    return text.starts_with(' ') ? 1 : text.starts_with(ideographic_space) ? ideographic_space.size() : 0;
  };
  const auto space_at_end = [&] { return text.ends_with(' ') ? 1 : text.ends_with(ideographic_space) ? ideographic_space.size() : 0; };
  while (const std::size_t space = space_at_start()) text.remove_prefix(space);
  while (const std::size_t space = space_at_end()) text.remove_suffix(space);
  return text;
}

std::string first_that_says_something(const std::vector<std::string_view>& names, const VariableLookup& lookup) {
  for (const std::string_view name : names) {
    std::string value = lookup(name);
    if (!value.empty()) return value;
  }
  return {};
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

bool conditions_hold(const FurnitureItem& item, const VariableLookup& lookup) {
  const auto says = [&](std::string_view alternatives) { return !first_that_says_something(split(alternatives, '|'), lookup).empty(); };
  const std::vector<std::string_view> wanted = split(item.when, ' '), unwanted = split(item.unless, ' ');
  return std::all_of(wanted.begin(), wanted.end(), says) && std::none_of(unwanted.begin(), unwanted.end(), says);
}

std::string fill_variables(std::string_view text, const VariableLookup& lookup) {
  std::string result;
  std::size_t done = 0;
  for (const VariableUse& use : variable_uses(text)) {
    result += text.substr(done, use.begin - done);
    result += first_that_says_something(use.names, lookup);
    done = use.end;
  }
  result += text.substr(done);
  return std::string(without_spaces_around(result));
}

}  // namespace banxin
