// Values of a style file to numbers, lengths and choices, with a message at the place of each that is wrong.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/geometry.h"
#include "base/length_text.h"
#include "base/pdf_standard.h"
#include "colour/colour.h"
#include "yaml/value.h"

namespace banxin {

/// What a style key takes; docs/style.md and the JSON Schema name these.
enum class StyleValueKind {
  group,  ///< keys of its own, no value
  length,
  optional_length,  ///< or `none`
  ladder,           ///< a length, or a list of lengths from large to small
  integer,
  integers,  ///< a list of whole numbers
  frames,    ///< a list of lists of four whole numbers
  share,     ///< a number, as 0.5, 50% or 0.5em
  boolean,
  choice,
  colour,
  optional_colour,  ///< or `none`
  named_colour,     ///< a colour, or a mapping of `rgb` and `cmyk`
  text,
  indent,          ///< a length, or `auto`: as the language has it
  localized_text,  ///< a text, or a mapping of language (or `default`) to texts
  names,           ///< a name or a list of them
  ratio,           ///< 16:9
  paper,
  families,     ///< a font family, a list of them, or a mapping of language to these
  count_range,  ///< a whole number, 2..3, or `none`
  adjustments,  ///< names, or a mapping of names to limits
  removable,    ///< a group that `none` takes away
  later,        ///< reserved: `choices` alone are possible today
};

/// What 100% of a length is.
enum class PercentOf { nothing, paper_width, paper_height, body_size, own_size };

/// Bounds of a value, both included: whole numbers, hundredths of a point for lengths, thousandths for shares.
struct ValueRange {
  int minimum = 0, maximum = 0;
};

struct ValueRule {
  StyleValueKind kind = StyleValueKind::group;
  ValueRange range = {};
  std::vector<std::string_view> choices = {};
  PercentOf percent_of = PercentOf::nothing;
};

/// A name of a style value and what it stands for.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

template <typename T, std::size_t n>
std::vector<std::string_view> names_of(const std::array<Named<T>, n>& table) {
  std::vector<std::string_view> names;
  for (const Named<T>& entry : table) names.push_back(entry.name);
  return names;
}

/// The name among `names` that `written` most likely means, or empty.
std::string_view nearest_name(std::string_view written, std::span<const std::string_view> names);
/// Adds the hint that names it, if there is one.
void suggest(Diagnostic& diagnostic, std::string_view written, std::span<const std::string_view> names);
/// `a, b, c`.
std::string joined(std::span<const std::string_view> names);

/// What a mapping by language says for every other language.
constexpr std::string_view any_language = "default";
/// How well `tag` serves `language`: the length of what they share up to a hyphen, -1 when it does not.
int language_match(std::string_view tag, std::string_view language);

/// A length as people write it, to a hundredth of a point: `10.5pt`.
std::string in_points(Length length);

/// Each member assigns `target` when the value is right, else reports and leaves it.
class ValueReader {
 public:
  /// `language` is the article's.
  ValueReader(DiagnosticSink& sink, std::string language) : sink_(sink), language_(std::move(language)) {}

  /// What the values read next are for. `rule` must outlive their reading.
  void enter(std::string key, const ValueRule& rule, const LengthContext& context);
  const std::string& key() const { return key_; }
  const LengthContext& context() const { return context_; }
  DiagnosticSink& sink() { return sink_; }

  void length(const yaml::Value& value, Length& target);
  void length(const yaml::Value& value, std::optional<Length>& target);
  /// `none` clears the target.
  void length_or_none(const yaml::Value& value, std::optional<Length>& target);
  /// One length or a list, which is sorted from large to small.
  void ladder(const yaml::Value& value, std::vector<Length>& target);
  /// In thousandths of the context's em.
  void ems(const yaml::Value& value, int& target);
  void indent(const yaml::Value& value, int& target);
  void integer(const yaml::Value& value, int& target);
  void integer(const yaml::Value& value, std::optional<int>& target);
  /// A list, eight numbers at most.
  void integers(const yaml::Value& value, std::vector<int>& target);
  /// Lists of exactly `count` numbers, at most 16 of them.
  void integer_lists(const yaml::Value& value, std::size_t count, std::vector<std::vector<int>>& target);
  void share(const yaml::Value& value, int& target);
  void boolean(const yaml::Value& value, bool& target);
  void text(const yaml::Value& value, std::string& target);
  /// The text for the article's language: that of the nearest tag, else the default, else nothing.
  void localized_text(const yaml::Value& value, std::string& target);
  /// With its place.
  void text(const yaml::Value& value, SourceText& target);
  void standard(const yaml::Value& value, PdfStandard& target);
  void ratio(const yaml::Value& value, std::pair<int, int>& target);
  void paper(const yaml::Value& value, Size& target);
  void colour(const yaml::Value& value, Colour& target);
  void colour_or_none(const yaml::Value& value, std::optional<Colour>& target);
  /// Defines a name for `colour()`.
  void define_colour(const std::string& name, const yaml::Value& value);
  void texts(const yaml::Value& value, std::vector<std::string>& target);
  /// Reports a value that is not among the rule's choices.
  void later(const yaml::Value& value);

  template <typename T, std::size_t n>
  void choice(const yaml::Value& value, const std::array<Named<T>, n>& table, T& target) {
    const std::vector<std::string_view> names = names_of(table);
    if (const std::optional<std::size_t> index = choose(value, names)) target = table[*index].value;
  }

 private:
  /// The text of a scalar; reports anything else.
  const SourceText* scalar(const yaml::Value& value);
  std::optional<Length> read_length(const yaml::Value& value);
  std::optional<int> read_integer(const yaml::Value& value);
  std::optional<Colour> read_colour(const yaml::Value& value);
  std::optional<std::size_t> choose(const yaml::Value& value, std::span<const std::string_view> names);
  Diagnostic& wrong(const char* code, const yaml::Value& value, MessageArguments more = {});
  void out_of_range(const yaml::Value& value, std::string minimum, std::string maximum);

  DiagnosticSink& sink_;
  std::string language_;
  std::string key_;
  const ValueRule* rule_ = nullptr;
  LengthContext context_;
  std::map<std::string, Colour, std::less<>> colours_;
};

}  // namespace banxin
