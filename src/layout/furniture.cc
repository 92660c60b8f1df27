#include "layout/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "document/calendar_date.h"
#include "style/furniture.h"

namespace banxin {

namespace {

/// 0 Sunday … 6 Saturday, by the rule of Sakamoto.
int weekday_of(const CalendarDate& date) {
  static constexpr std::array<int, 12> shift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int year = date.month < 3 ? date.year - 1 : date.year;
  return (year + year / 4 - year / 100 + year / 400 + shift[static_cast<std::size_t>(date.month - 1)] + date.day) % 7;
}

std::string weekday_name(const CalendarDate& date, std::string_view language) {
  static constexpr std::array<std::string_view, 7> chinese = {"日", "一", "二", "三", "四", "五", "六"};
  static constexpr std::array<std::string_view, 7> japanese = {"日", "月", "火", "水", "木", "金", "土"};
  static constexpr std::array<std::string_view, 7> korean = {"일", "월", "화", "수", "목", "금", "토"};
  static constexpr std::array<std::string_view, 7> english = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const auto day = static_cast<std::size_t>(weekday_of(date));
  switch (locale_for(language)) {
    case Locale::ja:
      return fmt::format("{}曜日", japanese[day]);
    case Locale::ko:
      return fmt::format("{}요일", korean[day]);
    case Locale::other:
      return std::string(english[day]);
    default:
      return fmt::format("星期{}", chinese[day]);
  }
}

void add_date(const DateText& date, const Article& article, const Style& style, Variables& variables) {
  variables["date"] = date.written.plain();
  if (!date.date) return;
  variables["date.year"] = fmt::format("{}", date.date->year);
  variables["date.month"] = fmt::format("{}", date.date->month);
  variables["date.day"] = fmt::format("{}", date.date->day);
  variables["date.weekday"] = weekday_name(*date.date, article.language);
  if (!style.date_pattern.empty()) variables["date"] = fill_variables(style.date_pattern, lookup_in(variables));
}

/// The blanks to fill in by number, and what the questions amount to.
void add_worksheet(const Article& article, Variables& variables) {
  variables["instruction"] = article.worksheet.instruction.plain();
  variables["time"] = article.worksheet.time.plain();
  for (std::size_t i = 0; i < article.worksheet.fields.size(); ++i)
    variables[fmt::format("fields.{}", i + 1)] = article.worksheet.fields[i].plain();
  int count = 0, sum = 0;
  bool counted = true;
  int marks_of_one = 0;
  for (const Block& block : article.body) {
    const auto* question = std::get_if<Question>(&block.content);
    if (question == nullptr) continue;
    ++count;
    const std::string& marks = question->marks.plain();
    const auto [end, fault] = std::from_chars(marks.data(), marks.data() + marks.size(), marks_of_one);
    counted = counted && fault == std::errc() && end == marks.data() + marks.size();
    sum += marks_of_one;
  }
  if (count > 0) variables["questions"] = fmt::format("{}", count);
  if (count > 0 && counted) variables["questions.marks"] = fmt::format("{}", sum);
}

std::string joined(const std::vector<RichText>& texts, std::string_view separator) { return join_texts(texts, separator).plain(); }

}  // namespace

VariableLookup lookup_in(const Variables& variables) {
  return [&variables](std::string_view name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  };
}

Variables article_variables(const Article& article, const Style& style) {
  const Masthead masthead = article.masthead.value_or(Masthead{});
  Variables variables;
  variables["title"] = joined(article.title, "");
  variables["section"] = article.section.plain();
  variables["column"] = article.column.plain();
  variables["source"] = article.source.plain();
  variables["byline"] = joined(article.byline, "　");
  variables["credits"] = joined(article.credits, "　");
  variables["issuer"] = joined(article.official.issuer, "　");
  for (std::size_t i = 0; i < article.official.issuer.size(); ++i)
    variables[fmt::format("issuer.{}", i + 1)] = article.official.issuer[i].plain();
  variables["number"] = article.official.number.plain();
  add_worksheet(article, variables);
  variables["link"] = article.link.plain();
  variables["deck"] = joined(article.deck, "　");
  variables["masthead.name"] = masthead.name.empty() ? article.source.plain() : masthead.name.plain();
  variables["masthead.issue"] = masthead.issue.plain();
  variables["masthead.column"] = masthead.column.empty() ? article.column.plain() : masthead.column.plain();
  variables["masthead.slogan"] = masthead.slogan.plain();
  DateText date = article.date;
  if (!masthead.date.empty()) {
    const std::optional<CalendarDate> own = read_calendar_date(masthead.date.plain()).date;
    date = DateText{masthead.date, own ? own : article.date.date};
  }
  if (!date.written.empty()) add_date(date, article, style, variables);
  return variables;
}

std::string printed_date(const DateText& date, const Article& article, const Style& style) {
  Variables variables;
  if (!date.written.empty()) add_date(date, article, style, variables);
  return variables["date"];
}

bool furniture_prints(const Style& style, std::string_view name, const Variables& variables) {
  const std::string parts = std::string(name) + ".";
  return std::any_of(style.furniture.begin(), style.furniture.end(), [&](const FurnitureItem& item) {
    if (item.kind != FurnitureItem::Kind::text || item.on == FurnitureItem::On::later || !conditions_hold(item, lookup_in(variables)))
      return false;
    for (const VariableUse& use : variable_uses(item.text)) {
      for (const std::string_view used : use.names) {
        if (used == name || used.starts_with(parts)) return true;
      }
    }
    return false;
  });
}

}  // namespace banxin
