#include "style/style_manual.h"

#include <fmt/format.h>

#include <algorithm>

#include "style/furniture.h"
#include "style/paper.h"
#include "style/style_keys.h"

namespace banxin {
namespace {

constexpr std::string_view opening = R"(# Style keys · 样式键

This file is written by `tools/make-docs` from the tables that styles are read by; a test compares it with them. How styles are extended and
what an article may `set` is told in the tutorial. 本文件由 `tools/make-docs` 从程序读取样式所用的表生成，请勿手改。

Lengths take `mm`, `cm`, `in`, `pt`, `pc`, `Q`, `em`, `lh` (line pitch), `%` where it says of what, and the names of type sizes below.
长度的单位：`mm`、`cm`、`in`、`pt`、`pc`、`Q`、`em`（字）、`lh`（行）、`%`，以及下列字号名。

)";

constexpr std::string_view key_header = "| key 键 | takes 取值 | default 默认 | |\n| --- | --- | --- | --- |\n";

std::string hundredths(int value) {
  std::string text = fmt::format("{:.2f}", value / 100.0);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string choices_of(const ValueRule& rule) {
  std::string text;
  for (const std::string_view choice : rule.choices) text += fmt::format("{}`{}`", text.empty() ? "" : ", ", choice);
  return text;
}

std::string lengths_of(const ValueRule& rule) {
  return fmt::format("length, {} to {} pt", hundredths(rule.range.minimum), hundredths(rule.range.maximum));
}

std::string takes(const ValueRule& rule) {
  using Kind = StyleValueKind;
  switch (rule.kind) {
    case Kind::group:
      return "keys below";
    case Kind::length:
      return lengths_of(rule);
    case Kind::optional_length:
      return lengths_of(rule) + ", or `none`";
    case Kind::indent:
      return lengths_of(rule) + ", or `auto`";
    case Kind::ladder:
      return lengths_of(rule) + ", or a list from large to small";
    case Kind::integer: {
      const std::string number = fmt::format("whole number, {} to {}", rule.range.minimum, rule.range.maximum);
      return rule.choices.empty() ? number : number + ", or " + choices_of(rule);
    }
    case Kind::integers:
      return fmt::format("list of whole numbers, {} to {}", rule.range.minimum, rule.range.maximum);
    case Kind::frames:
      return fmt::format("list of `[from, to, from, to]`, {} to {}", rule.range.minimum, rule.range.maximum);
    case Kind::share:
      return fmt::format("share, {}% to {}%", rule.range.minimum / 10, rule.range.maximum / 10);
    case Kind::boolean:
      return "`true`, `false`";
    case Kind::choice:
      return choices_of(rule);
    case Kind::colour:
      return "colour";
    case Kind::optional_colour:
      return "colour, or `none`";
    case Kind::named_colour:
      return "colour, or `rgb` and `cmyk`";
    case Kind::text:
      return "text";
    case Kind::localized_text:
      return "text, or texts by language";
    case Kind::names:
      return rule.choices.empty() ? "name or list of names" : choices_of(rule) + ", or a list";
    case Kind::ratio:
      return "ratio, as 16:9";
    case Kind::paper:
      return "paper, or [width, height]";
    case Kind::families:
      return "family, list of families, or these by language";
    case Kind::removable:
      return "keys below, or `none`";
    case Kind::count_range:
      return fmt::format("whole number or range, as `2..3`, {} to {}, or `none`", rule.range.minimum, rule.range.maximum);
    case Kind::adjustments:
      return choices_of(rule) + ": a list in order, or limits for each";
    case Kind::later:
      return "reserved";
  }
  return {};
}

/// A bar would end the cell.
std::string cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string code(std::string_view text) { return text.empty() ? std::string() : fmt::format("`{}`", cell(text)); }

std::string row(std::string_view key, const ValueRule& rule, std::string_view standard, std::string_view english,
                std::string_view chinese) {
  return fmt::format("| `{}` | {} | {} | {} · {} |\n", cell(key), cell(takes(rule)), code(standard), cell(english), cell(chinese));
}

std::string_view group_of(std::string_view path) { return path.substr(0, path.find('.')); }

/// A table for each group, in the order in which groups first appear. Keys that are the product of elements and properties have tables of
/// their own.
std::string general_tables() {
  std::vector<std::pair<std::string_view, std::string>> tables;
  for (const StyleKey& key : all_style_keys()) {
    const std::string_view group = group_of(key.path);
    if (group == "text") continue;
    auto table = std::find_if(tables.begin(), tables.end(), [&](const auto& known) { return known.first == group; });
    if (table == tables.end()) table = tables.insert(tables.end(), {group, fmt::format("\n## {}\n\n{}", group, key_header)});
    table->second += row(key.path, key.rule, key.default_value, key.english, key.chinese);
  }
  std::string result;
  for (const auto& [unused, table] : tables) result += table;
  return result;
}

std::string_view name_of_element(Element element) {
  const auto elements = text_elements();
  return std::find_if(elements.begin(), elements.end(), [&](const TextElement& entry) { return entry.element == element; })->name;
}

std::string text_tables() {
  std::string result =
      "\n## text\n\n`text.ELEMENT.PROPERTY`. An element takes what neither the style nor its own defaults say from the element it takes "
      "after.\n"
      "某一元素未写明的属性，随所从的元素。\n\n| element 元素 | takes after 从 | own defaults 自有默认 | |\n| --- | --- | --- | --- |\n";
  for (const TextElement& element : text_elements()) {
    std::string defaults;
    for (const TextElement::Default& own : element.defaults)
      defaults += fmt::format("{}`{}: {}`", defaults.empty() ? "" : ", ", own.property, own.value);
    const std::string after = element.takes_after ? code(name_of_element(*element.takes_after)) : element.element ? "" : "reserved";
    result += fmt::format("| `{}` | {} | {} | {} · {} |\n", element.name, after, defaults, element.english, element.chinese);
  }
  result += "\n| property 属性 | takes 取值 | default 默认 | |\n| --- | --- | --- | --- |\n";
  for (const TextProperty& property : text_properties())
    result += row(property.name, property.rule, property.default_value, property.english, property.chinese);
  return result;
}

std::string variable_table() {
  std::string result = "\n## Variables · 变量\n\nIn `text`, `qr`, `when` and `unless` of furniture.\n\n| | |\n| --- | --- |\n";
  for (const FurnitureVariable& variable : furniture_variables())
    result += fmt::format("| `{}` | {} · {} |\n", variable.name, cell(variable.english), cell(variable.chinese));
  return result;
}

std::string paper_and_size_tables() {
  std::string result = "\n## Papers · 纸张\n\n| | mm |\n| --- | --- |\n";
  for (const Paper& paper : papers()) result += fmt::format("| `{}` | {} × {} |\n", paper.name, paper.width / 10.0, paper.height / 10.0);
  result += "\n## Sizes · 字号\n\n| | pt |\n| --- | --- |\n";
  for (const TradeSize& size : trade_sizes()) result += fmt::format("| `{}` | {} |\n", size.name, size.tenths_of_point / 10.0);
  return result;
}

}  // namespace

std::string style_manual() {
  return std::string(opening) + text_tables().substr(1) + general_tables() + variable_table() + paper_and_size_tables();
}

}  // namespace banxin
