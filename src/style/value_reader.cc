#include "style/value_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>

#include "style/paper.h"
#include "text/locale_rules.h"
#include "yaml/read.h"

namespace banxin {
namespace {

using yaml::Value;

constexpr std::string_view none = "none";
constexpr int largest_ratio_part = 1000;

/// Hundredths of a point as people write them: 1050 is `10.5pt`.
std::string points_of(int hundredths) {
  std::string text = fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100, std::abs(hundredths) % 100);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text + "pt";
}

std::string share_text(int thousandths) { return fmt::format("{}%", thousandths / 10); }

bool is_none(const Value& value) { return value.is_scalar() && value.text.view() == none; }

const char* code_of(LengthFault fault) {
  switch (fault) {
    case LengthFault::unit_missing:
      return "style-length-unit-missing";
    case LengthFault::unit_unknown:
      return "style-length-unit-unknown";
    case LengthFault::not_a_length:
      break;
  }
  return "style-value-length";
}

std::optional<int> positive_integer(std::string_view text, int largest) {
  const std::optional<Decimal> number = parse_decimal(text);
  if (!number || number->scale != 0 || number->digits < 1 || number->digits > largest) return std::nullopt;
  return static_cast<int>(number->digits);
}

}  // namespace

std::string_view nearest_name(std::string_view written, std::span<const std::string_view> names) {
  std::vector<yaml::Key> keys;
  for (const std::string_view name : names) keys.push_back({name, {}, {}, {}, {}});
  return yaml::nearest_key(written, keys);
}

void suggest(Diagnostic& diagnostic, std::string_view written, std::span<const std::string_view> names) {
  const std::string_view nearest = nearest_name(written, names);
  if (!nearest.empty()) diagnostic.hint("hint-did-you-mean", {{"name", std::string(nearest)}});
}

int language_match(std::string_view tag, std::string_view language) {
  if (!language.starts_with(tag) || (language.size() > tag.size() && language[tag.size()] != '-')) return -1;
  return static_cast<int>(tag.size());
}

std::string in_points(Length length) { return points_of(static_cast<int>(length.scaled(100, Length::units_per_point).raw())); }

std::string joined(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

void ValueReader::enter(std::string key, const ValueRule& rule, const LengthContext& context) {
  key_ = std::move(key);
  rule_ = &rule;
  context_ = context;
}

Diagnostic& ValueReader::wrong(const char* code, const Value& value, MessageArguments more) {
  MessageArguments arguments = {{"key", key_}, {"value", value.text.text()}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return sink_.error(code, value.span, std::move(arguments));
}

void ValueReader::out_of_range(const Value& value, std::string minimum, std::string maximum) {
  wrong("style-value-range", value, {{"minimum", std::move(minimum)}, {"maximum", std::move(maximum)}});
}

const SourceText* ValueReader::scalar(const Value& value) {
  if (value.is_scalar()) return &value.text;
  wrong(value.is_null() ? "style-value-missing" : "style-value-scalar", value);
  return nullptr;
}

std::optional<Length> ValueReader::read_length(const Value& value) {
  const SourceText* text = scalar(value);
  if (!text) return std::nullopt;
  const LengthParse parse = parse_length(text->view());
  if (!parse.length) {
    wrong(code_of(parse.fault), value);
    return std::nullopt;
  }
  const bool relative = parse.length->unit >= LengthUnit::em;
  const bool unknown = (parse.length->unit == LengthUnit::em && !context_.em) || (parse.length->unit == LengthUnit::lh && !context_.line) ||
                       (parse.length->unit == LengthUnit::percent && !context_.hundred);
  if (relative && unknown) {
    wrong("style-length-unit-here", value);
    return std::nullopt;
  }
  const std::optional<Length> length = resolve(*parse.length, context_);
  const auto hundredths = [](int count) { return Length::from_raw(Length::units_per_point * count).scaled(1, 100); };
  if (!length || *length < hundredths(rule_->range.minimum) || *length > hundredths(rule_->range.maximum)) {
    out_of_range(value, points_of(rule_->range.minimum), points_of(rule_->range.maximum));
    return std::nullopt;
  }
  return length;
}

void ValueReader::length(const Value& value, Length& target) { target = read_length(value).value_or(target); }

void ValueReader::length(const Value& value, std::optional<Length>& target) {
  if (const std::optional<Length> read = read_length(value)) target = read;
}

void ValueReader::length_or_none(const Value& value, std::optional<Length>& target) {
  if (is_none(value)) {
    target.reset();
  } else {
    length(value, target);
  }
}

void ValueReader::ladder(const Value& value, std::vector<Length>& target) {
  std::vector<Length> lengths;
  const std::span<const Value> items = value.is_sequence() ? std::span(value.items) : std::span(&value, 1);
  for (const Value& item : items) {
    if (const std::optional<Length> read = read_length(item)) lengths.push_back(*read);
  }
  if (items.empty()) wrong("style-value-missing", value);
  if (lengths.empty() || lengths.size() < items.size()) return;
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  target = std::move(lengths);
}

void ValueReader::indent(const Value& value, int& target) {
  if (value.is_scalar() && value.text.view() == "auto")
    target = locale_rules(locale_for(language_)).indent * 1000;
  else
    ems(value, target);
}

void ValueReader::ems(const Value& value, int& target) {
  assert(context_.em && *context_.em > Length());
  if (const std::optional<Length> read = read_length(value)) target = static_cast<int>(read->scaled(1000, context_.em->raw()).raw());
}

std::optional<int> ValueReader::read_integer(const Value& value) {
  const SourceText* text = scalar(value);
  if (!text) return std::nullopt;
  const std::optional<Decimal> number = parse_decimal(text->view());
  if (!number || number->scale != 0) {
    wrong("style-value-integer", value);
    return std::nullopt;
  }
  if (number->digits < rule_->range.minimum || number->digits > rule_->range.maximum) {
    out_of_range(value, std::to_string(rule_->range.minimum), std::to_string(rule_->range.maximum));
    return std::nullopt;
  }
  return static_cast<int>(number->digits);
}

void ValueReader::integer(const Value& value, int& target) { target = read_integer(value).value_or(target); }

void ValueReader::integer(const Value& value, std::optional<int>& target) {
  if (const std::optional<int> read = read_integer(value)) target = read;
}

void ValueReader::integers(const Value& value, std::vector<int>& target) {
  constexpr std::size_t most = 8;
  if (!value.is_sequence() || value.items.empty() || value.items.size() > most) {
    wrong("style-value-integers", value, {{"most", std::to_string(most)}});
    return;
  }
  std::vector<int> numbers;
  for (const Value& item : value.items) {
    if (const std::optional<int> read = read_integer(item)) numbers.push_back(*read);
  }
  if (numbers.size() == value.items.size()) target = std::move(numbers);
}

void ValueReader::integer_lists(const Value& value, std::size_t count, std::vector<std::vector<int>>& target) {
  constexpr std::size_t most = 16;
  std::vector<std::vector<int>> lists;
  if (value.is_sequence() && value.items.size() <= most) {
    for (const Value& item : value.items) {
      if (!item.is_sequence() || item.items.size() != count) break;
      integers(item, lists.emplace_back());
      if (lists.back().empty()) return;
    }
  }
  if (lists.empty() || lists.size() != value.items.size())
    wrong("style-value-frames", value, {{"most", std::to_string(most)}});
  else
    target = std::move(lists);
}

void ValueReader::share(const Value& value, int& target) {
  const SourceText* text = scalar(value);
  if (!text) return;
  std::string_view rest = text->view();
  const std::optional<Decimal> number = take_decimal(rest);
  const bool percent = rest == "%";
  const std::optional<std::int64_t> thousandths = number ? number->times(1000, percent ? 100 : 1) : std::nullopt;
  if (!number || !(rest.empty() || percent || rest == "em")) {
    wrong("style-value-number", value);
  } else if (!thousandths || *thousandths < rule_->range.minimum || *thousandths > rule_->range.maximum) {
    out_of_range(value, share_text(rule_->range.minimum), share_text(rule_->range.maximum));
  } else {
    target = static_cast<int>(*thousandths);
  }
}

void ValueReader::boolean(const Value& value, bool& target) {
  const SourceText* text = scalar(value);
  if (!text) return;
  if (text->view() == "true" || text->view() == "false") {
    target = text->view() == "true";
  } else {
    wrong("style-value-boolean", value);
  }
}

void ValueReader::text(const Value& value, std::string& target) {
  if (const SourceText* read = scalar(value)) target = read->text();
}

void ValueReader::localized_text(const Value& value, std::string& target) {
  if (!value.is_mapping()) return text(value, target);
  target.clear();
  int best = -1;
  for (const yaml::Entry& entry : value.entries) {
    const int fitness = entry.key.view() == any_language ? 0 : language_match(entry.key.view(), language_);
    if (fitness <= best) continue;
    best = fitness;
    text(entry.value, target);
  }
}

void ValueReader::text(const Value& value, SourceText& target) {
  if (const SourceText* read = scalar(value)) target = *read;
}

void ValueReader::standard(const Value& value, PdfStandard& target) {
  const SourceText* name = scalar(value);
  if (!name) return;
  if (const PdfStandard* known = find_pdf_standard(name->view()))
    target = *known;
  else
    suggest(wrong("style-standard-not-yet", value, {{"known", pdf_standard_names()}}), name->view(), rule_->choices);
}

void ValueReader::ratio(const Value& value, std::pair<int, int>& target) {
  const SourceText* text = scalar(value);
  if (!text) return;
  const std::string_view written = text->view();
  const std::size_t colon = written.find(':');
  const auto width = positive_integer(written.substr(0, colon), largest_ratio_part);
  const auto height = colon == std::string_view::npos ? std::nullopt : positive_integer(written.substr(colon + 1), largest_ratio_part);
  if (width && height) {
    target = {*width, *height};
  } else {
    wrong("style-value-ratio", value);
  }
}

void ValueReader::paper(const Value& value, Size& target) {
  if (value.is_sequence() && value.items.size() == 2) {
    const std::optional<Length> width = read_length(value.items[0]), height = read_length(value.items[1]);
    if (width && height) target = {*width, *height};
    return;
  }
  const std::optional<Size> size = value.is_scalar() ? paper_size(value.text.view()) : std::nullopt;
  if (size) {
    target = *size;
    return;
  }
  std::vector<std::string_view> names;
  for (const Paper& paper : papers()) names.push_back(paper.name);
  suggest(wrong("style-value-paper", value, {{"known", joined(names)}}), value.text.view(), names);
}

std::optional<Colour> ValueReader::read_colour(const Value& value) {
  const SourceText* text = scalar(value);
  if (!text) return std::nullopt;
  const auto named = colours_.find(text->view());
  if (named != colours_.end()) return named->second;
  const std::optional<Colour> colour = parse_colour(text->view());
  if (!colour) wrong("style-value-colour", value);
  return colour;
}

void ValueReader::colour(const Value& value, Colour& target) { target = read_colour(value).value_or(target); }

void ValueReader::colour_or_none(const Value& value, std::optional<Colour>& target) {
  if (is_none(value)) {
    target.reset();
  } else if (const std::optional<Colour> read = read_colour(value)) {
    target = read;
  }
}

void ValueReader::define_colour(const std::string& name, const Value& value) {
  if (!value.is_mapping()) {
    if (const std::optional<Colour> read = read_colour(value)) colours_[name] = *read;
    return;
  }
  Colour colour;
  for (const yaml::Entry& entry : value.entries) {
    const std::optional<Colour> part = read_colour(entry.value);
    const bool right = part && ((entry.key.view() == "rgb" && part->rgb) || (entry.key.view() == "cmyk" && part->cmyk));
    if (part && !right) wrong("style-value-colour", entry.value);
    if (right && part->rgb) colour.rgb = part->rgb;
    if (right && part->cmyk) colour.cmyk = part->cmyk;
    if (right && !part->spot.empty()) colour.spot = part->spot;
  }
  colours_[name] = colour;
}

void ValueReader::texts(const Value& value, std::vector<std::string>& target) {
  const std::span<const Value> items = value.is_sequence() ? std::span(value.items) : std::span(&value, 1);
  std::vector<std::string> result;
  for (const Value& item : items) {
    if (!item.is_scalar()) {
      wrong("style-value-list", item);
      return;
    }
    result.push_back(item.text.text());
  }
  target = std::move(result);
}

void ValueReader::later(const Value& value) {
  const bool possible =
      value.is_scalar() && std::find(rule_->choices.begin(), rule_->choices.end(), value.text.view()) != rule_->choices.end();
  if (possible) return;
  wrong("style-not-yet", value, {{"what", value.is_scalar() ? key_ + ": " + value.text.text() : key_}});
}

std::optional<std::size_t> ValueReader::choose(const Value& value, std::span<const std::string_view> names) {
  const SourceText* text = scalar(value);
  if (!text) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), text->view());
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::span<const std::string_view> known = rule_->choices.empty() ? names : std::span<const std::string_view>(rule_->choices);
  suggest(wrong("style-value-unknown", value, {{"known", joined(known)}}), text->view(), known);
  return std::nullopt;
}

}  // namespace banxin
