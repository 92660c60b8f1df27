// The table of style keys: from it styles are read and checked, and docs/style.md and the JSON Schema are made.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/style_draft.h"
#include "style/value_reader.h"

namespace banxin {

/// A key of the style itself. A path may end in `*`, which stands for a name that the style's author gives.
struct StyleKey {
  std::string path;  ///< dotted
  ValueRule rule;
  std::string default_value;  ///< as it would be written; empty: none
  std::string_view english, chinese;
  void (*set)(StyleDraft& draft, const yaml::Value& value, ValueReader& reader) = nullptr;  ///< null: read elsewhere
};

/// Keys by topic, in the order in which they are worked out: what a value is relative to comes before it.
std::vector<StyleKey> page_keys();
/// Keys of bleed, printer's marks and the file.
std::vector<StyleKey> output_keys();
std::vector<StyleKey> head_keys();
/// Keys of what official documents hold besides their text.
std::vector<StyleKey> matter_keys();
std::vector<StyleKey> note_keys();
std::vector<StyleKey> worksheet_keys();
std::vector<StyleKey> body_block_keys();
std::vector<StyleKey> composition_keys();
std::vector<StyleKey> composition_weight_keys();
std::vector<StyleKey> font_keys();
std::vector<StyleKey> fit_keys();
/// Keys whose use is reserved: only what they are today may be written.
std::vector<StyleKey> reserved_keys();

/// A property that every element's type has: the second part of `text.ELEMENT.PROPERTY`, and of furniture texts.
struct TextProperty {
  std::string_view name;
  ValueRule rule;
  std::string_view default_value;  ///< when neither the element nor those it takes after have one
  std::string_view english, chinese;
  /// A nearer setting of this property keeps an element from taking its own from those it takes after; empty: none.
  std::string_view goes_with;
  bool of_furniture;  ///< furniture texts have it too
  void (*set)(TextStyle& style, const yaml::Value& value, ValueReader& reader);
};
std::span<const TextProperty> text_properties();

/// A text of an article: the first part of `text.ELEMENT.PROPERTY`.
struct TextElement {
  struct Default {
    std::string_view property, value;
  };
  std::string_view name;
  std::optional<Element> element;      ///< nothing: reserved for later
  std::optional<Element> takes_after;  ///< whose properties it has where it has none of its own
  std::vector<Default> defaults;       ///< before those it takes after
  std::string_view english, chinese;
};
std::span<const TextElement> text_elements();

/// A key of a furniture item: `furniture.NAME.KEY`.
struct FurnitureKey {
  std::string_view name;
  ValueRule rule;
  std::string_view english, chinese;
  void (*set)(FurnitureItem& item, const yaml::Value& value, ValueReader& reader);
};
std::span<const FurnitureKey> furniture_keys();

/// A key of a rule in the head: `head.rules.NAME.KEY`.
struct HeadRuleKey {
  std::string_view name;
  ValueRule rule;
  std::string_view english, chinese;
  void (*set)(HeadRule& rule, const yaml::Value& value, ValueReader& reader);
};
std::span<const HeadRuleKey> head_rule_keys();

/// Reports what a text's `${...}` name that is no variable.
void check_variables(const yaml::Value& value, ValueReader& reader);

/// Reports what a condition (`when`) names that is no variable.
void check_conditions(const yaml::Value& value, ValueReader& reader);

/// `2` or `1..3`; nothing for any other text.
std::optional<CountRange> parse_count_range(std::string_view text);
/// What may be changed to make an article fit when a style does not say, in order.
std::vector<FitLimit> default_fit_limits();

/// What `costs.NAME` takes, of every name in style/page_costs.h.
const ValueRule& page_cost_rule();

/// Keys of every topic that set a value of the style itself, in the order of reading.
const std::vector<StyleKey>& general_style_keys();
/// Every key there is, generated ones too.
const std::vector<StyleKey>& all_style_keys();

}  // namespace banxin
