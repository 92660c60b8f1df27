#include "cli/schema_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace banxin::schema {

Json scalar(bool not_blank) {
  Json schema = {{"type", {"string", "number", "boolean"}}};
  if (not_blank) schema["pattern"] = "\\S";
  return schema;
}

Json list_of(Json items, std::size_t least) {
  Json schema = {{"type", "array"}, {"items", std::move(items)}};
  if (least > 0) schema["minItems"] = least;
  return schema;
}

Json any_of(std::vector<Json> choices) {
  if (choices.size() == 1) return std::move(choices.front());
  Json schema;
  for (Json& choice : choices) schema["anyOf"].push_back(std::move(choice));
  return schema;
}

Json nullable(Json schema) { return any_of({std::move(schema), Json{{"type", "null"}}}); }

Json described(Json schema, std::string_view english, std::string_view chinese) {
  schema["description"] = fmt::format("{} · {}", english, chinese);
  return schema;
}

Json words(std::span<const std::string_view> words) {
  Json schema;
  for (const std::string_view word : words) {
    schema["enum"].push_back(word);
    if (word == "true" || word == "false") schema["enum"].push_back(word == "true");
  }
  return schema;
}

Json whole_number(int least, int most) {
  std::string text;
  if (least < 0) text = "-" + number_pattern(std::max(-most, 1), -least);
  if (most >= 0) text += (text.empty() ? "" : "|") + number_pattern(std::max(least, 0), most);
  return any_of({Json{{"type", "integer"}, {"minimum", least}, {"maximum", most}}, pattern("^0*(" + text + ")$")});
}

Json pattern(std::string_view expression) { return {{"type", "string"}, {"pattern", expression}}; }

Json token(const yaml::TokenForm& form) {
  std::vector<Json> choices;
  if (!form.words.empty()) choices.push_back(words(form.words));
  if (form.least <= form.most) choices.push_back(whole_number(form.least, form.most));
  if (!form.pattern.empty()) choices.push_back(pattern(form.pattern));
  return any_of(std::move(choices));
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}/").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

namespace {

std::string digits(char from, char to) { return from == to ? std::string(1, from) : fmt::format("[{}-{}]", from, to); }

/// Numbers of as many digits from `least` to `most`.
std::string same_length(const std::string& least, const std::string& most) {
  if (least.empty()) return "";
  const auto is_all = [](const std::string& text, char c) { return std::all_of(text.begin(), text.end(), [&](char d) { return d == c; }); };
  const std::string least_rest = least.substr(1), most_rest = most.substr(1);
  if (least.front() == most.front()) return least.front() + same_length(least_rest, most_rest);
  const std::string nines(most_rest.size(), '9'), zeros(least_rest.size(), '0');
  const std::string any = most_rest.empty() ? "" : fmt::format("[0-9]{{{}}}", most_rest.size());
  char from = least.front(), to = most.front();
  std::string result;
  const auto add = [&](const std::string& part) { result += (result.empty() ? "" : "|") + part; };
  if (!is_all(least_rest, '0')) add(from++ + same_length(least_rest, nines));
  std::string last;
  if (!is_all(most_rest, '9')) last = to-- + same_length(zeros, most_rest);
  if (from <= to) add(digits(from, to) + any);
  if (!last.empty()) add(last);
  return "(" + result + ")";
}

}  // namespace

std::string number_pattern(int least, int most) {
  std::string result;
  int from = least;
  while (from <= most) {
    const std::string begin = std::to_string(from), nines(begin.size(), '9');
    const int to = static_cast<int>(std::min<long long>(most, std::stoll(nines)));
    result += (result.empty() ? "" : "|") + same_length(begin, std::to_string(to));
    if (to == most) break;
    from = to + 1;
  }
  return result;
}

}  // namespace banxin::schema
