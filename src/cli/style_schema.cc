#include "cli/style_schema.h"

#include <fmt/format.h>

#include <map>

#include "base/length_text.h"
#include "cli/schema_parts.h"
#include "style/key_tree.h"

namespace banxin {

namespace {

using schema::Json;
using Kind = StyleValueKind;

constexpr std::string_view none_word[] = {"none"};
constexpr std::string_view auto_word[] = {"auto"};
constexpr std::string_view boolean_words[] = {"true", "false"};

/// Lengths as base/length_text.h reads them, whatever their range, which may hang on other values.
Json length() {
  std::string sizes;
  for (const TradeSize& size : trade_sizes()) sizes += "|" + std::string(size.name);
  return schema::any_of(
      {schema::pattern("^(-?[0-9]+([.][0-9]+)?(mm|cm|in|pt|pc|Q|q|em|lh|%)|-?0+([.]0+)?" + sizes + ")$"), Json{{"const", 0}}});
}

Json share() { return schema::any_of({schema::pattern("^-?[0-9]+([.][0-9]+)?(%|em)?$"), Json{{"type", "number"}}}); }

Json or_none(Json value) { return schema::any_of({std::move(value), schema::words(none_word)}); }

Json named_colour() {
  const Json parts = {{"rgb", schema::scalar()}, {"cmyk", schema::scalar()}};
  return schema::any_of({schema::scalar(), Json{{"type", "object"}, {"additionalProperties", false}, {"properties", parts}}});
}

Json by_language(const Json& value) { return schema::any_of({value, Json{{"type", "object"}, {"additionalProperties", value}}}); }

Json frames(const ValueRule& rule) {
  Json frame = schema::list_of(schema::whole_number(rule.range.minimum, rule.range.maximum), 4);
  frame["maxItems"] = 4;
  Json all = schema::list_of(frame, 1);
  all["maxItems"] = 16;
  return all;
}

Json integers(const ValueRule& rule) {
  Json list = schema::list_of(schema::whole_number(rule.range.minimum, rule.range.maximum), 1);
  list["maxItems"] = 8;
  return list;
}

Json integer(const ValueRule& rule) {
  std::vector<Json> choices = {schema::whole_number(rule.range.minimum, rule.range.maximum)};
  if (!rule.choices.empty()) choices.push_back(schema::words(rule.choices));
  return schema::any_of(std::move(choices));
}

Json value_of(const ValueRule& rule) {
  const Json name_or_names = schema::any_of({schema::scalar(), schema::list_of(schema::scalar())});
  switch (rule.kind) {
    case Kind::length:
      return length();
    case Kind::optional_length:
      return or_none(length());
    case Kind::indent:
      return schema::any_of({length(), schema::words(auto_word)});
    case Kind::ladder:
      return schema::any_of({length(), schema::list_of(length(), 1)});
    case Kind::integer:
      return integer(rule);
    case Kind::integers:
      return integers(rule);
    case Kind::frames:
      return frames(rule);
    case Kind::share:
      return share();
    case Kind::boolean:
      return schema::words(boolean_words);
    case Kind::choice:
    case Kind::later:
      return rule.choices.empty() ? Json{{"not", Json::object()}} : schema::words(rule.choices);
    case Kind::named_colour:
      return named_colour();
    case Kind::localized_text:
      return by_language(schema::scalar());
    case Kind::names:
      return name_or_names;
    case Kind::ratio:
      return schema::pattern("^[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$");
    case Kind::paper: {
      Json sides = schema::list_of(length(), 2);
      sides["maxItems"] = 2;
      return schema::any_of({schema::scalar(), sides});
    }
    case Kind::families:
      return by_language(name_or_names);
    case Kind::count_range:
      return schema::any_of({schema::pattern("^([0-9]+([.][.][0-9]+)?|none)$"), Json{{"type", "integer"}, {"minimum", 1}}});
    case Kind::adjustments:
      return true;
    case Kind::colour:
    case Kind::optional_colour:
    case Kind::text:
    case Kind::group:
    case Kind::removable:
      break;
  }
  return schema::scalar();
}

class StyleSchema {
 public:
  explicit StyleSchema(Json& definitions) : definitions_(definitions) {}

  /// The keys below a node, nested and dotted.
  Json keys_below(const KeyNode& node, std::string_view leave_out = {}) {
    Json result = {{"type", "object"}, {"additionalProperties", false}};
    for (const auto& child : node.children) {
      if (child->segment != leave_out) add(*child, child->segment, result);
    }
    return result;
  }

 private:
  /// A key by its path from the mapping, and what lies below it by dotted paths.
  void add(const KeyNode& node, const std::string& path, Json& mapping) {
    const std::size_t star = path.find('*');
    const Json value = schema::described(reference(node), node.key->english, node.key->chinese);
    if (star == std::string::npos) {
      mapping["properties"][path] = value;
    } else {
      const std::string expression = schema::escaped(path.substr(0, star)) + "[^.]+" + schema::escaped(path.substr(star + 1));
      mapping["patternProperties"]["^" + expression + "$"] = value;
    }
    for (const auto& child : node.children) add(*child, path + "." + child->segment, mapping);
  }

  /// Values that many keys share are defined once.
  Json reference(const KeyNode& node) {
    Json schema = node.children.empty() ? value_of(node.key->rule) : keys_below(node);
    if (!node.children.empty() && node.has_value()) schema = or_none_or_value(node, std::move(schema));
    const auto [known, is_new] = names_.try_emplace(schema.dump(), fmt::format("style_{}", names_.size() + 1));
    if (is_new) definitions_[known->second] = std::move(schema);
    return {{"$ref", "#/$defs/" + known->second}};
  }

  static Json or_none_or_value(const KeyNode& node, Json keys) {
    if (node.key->rule.kind == Kind::removable) return or_none(std::move(keys));
    return schema::any_of({value_of(node.key->rule), std::move(keys)});
  }

  Json& definitions_;
  std::map<std::string, std::string> names_;
};

}  // namespace

Json style_settings_schema(Json& definitions) { return StyleSchema(definitions).keys_below(style_key_tree(), "extends"); }

Json style_json_schema() {
  Json result = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Banxin style · 版心样式"}};
  Json definitions = Json::object();
  result.update(StyleSchema(definitions).keys_below(style_key_tree()));
  result["$defs"] = std::move(definitions);
  return result;
}

}  // namespace banxin
