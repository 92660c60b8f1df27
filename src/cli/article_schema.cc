#include "cli/article_schema.h"

#include <algorithm>

#include "cli/schema_parts.h"
#include "cli/style_schema.h"
#include "document/block_kinds.h"
#include "document/read_article.h"

namespace banxin {

namespace {

using schema::Json;
using yaml::Key;
using yaml::Shape;

Json reference(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }

Json present(std::string_view key) { return {{"required", {key}}, {"properties", {{key, {{"not", {{"type", "null"}}}}}}}}; }

class ArticleSchema {
 public:
  Json schema() {
    const Shape& article = article_schema();
    Json result = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Banxin article · 版心文章"}};
    result.update(mapping(article));
    result["required"] = {"title"};
    const Json said = schema::scalar(true);
    result["properties"]["title"].update(schema::any_of({said, {{"type", "array"}, {"items", schema::scalar()}, {"contains", said}}}));
    add_block_definitions(*find(article.keys, "body").shape.items, result["$defs"]);
    result["$defs"]["style_settings"] = style_settings_schema(result["$defs"]);
    return result;
  }

 private:
  static const Key& find(std::span<const Key> keys, std::string_view name) {
    return *std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  }

  Json mapping(const Shape& shape) {
    Json result = {{"type", "object"}};
    if (shape.keys.empty()) {
      result["additionalProperties"] = shape.items ? of(*shape.items, true) : Json(true);
      return result;
    }
    result["additionalProperties"] = false;
    for (const Key& key : shape.keys)
      result["properties"][std::string(key.name)] = schema::described(schema::nullable(of(key.shape)), key.english, key.chinese);
    return result;
  }

  /// What a value of a shape may be, `said` when a text must say something.
  Json of(const Shape& shape, bool said = false) {
    const Json text = schema::scalar(said);
    switch (shape.kind) {
      case Shape::Kind::text:
        return text;
      case Shape::Kind::text_or_list:
        return schema::any_of({text, schema::list_of(schema::scalar())});
      case Shape::Kind::token:
        return shape.form ? schema::token(*shape.form) : text;
      case Shape::Kind::token_or_list:
        return tokens(shape);
      case Shape::Kind::list:
        return schema::list_of(items(shape), said ? 1 : 0);
      case Shape::Kind::mapping:
        return mapping(shape);
      case Shape::Kind::token_or_mapping:
        return schema::any_of({text, mapping(shape)});
      case Shape::Kind::body:
        return schema::any_of({text, schema::list_of(items(shape), said ? 1 : 0)});
      case Shape::Kind::block:
        return reference("block");
      case Shape::Kind::cell:
        return cell(shape);
      case Shape::Kind::any:
        return reference("style_settings");
    }
    return true;
  }

  Json items(const Shape& shape) { return shape.items ? of(*shape.items) : schema::scalar(); }

  /// Values for several columns: a list, or a text that blanks divide.
  Json tokens(const Shape& shape) {
    if (!shape.form) return schema::any_of({schema::scalar(), schema::list_of(schema::scalar())});
    const Json one = schema::token(*shape.form);
    std::string word;
    if (!shape.form->pattern.empty()) word = shape.form->pattern.substr(1, shape.form->pattern.size() - 2);
    for (const std::string_view choice : shape.form->words) word += (word.empty() ? "" : "|") + schema::escaped(choice);
    return schema::any_of({schema::pattern("^(" + word + ")( +(" + word + "))*$"), schema::list_of(one, 1)});
  }

  Json cell(const Shape& shape) {
    std::vector<Json> choices = {schema::scalar()};
    if (!shape.keys.empty()) choices.push_back(mapping(shape));
    if (shape.items) choices.push_back(schema::list_of(of(*shape.items)));
    return schema::any_of(std::move(choices));
  }

  void add_block_definitions(const Shape& block, Json& definitions) {
    const auto any = [](const BlockKind&) { return true; };
    definitions["block"] = block_of(block, any);
    definitions["list_item"] = block_of(block, [](const BlockKind& kind) { return kind.in_list_items; });
    definitions["boxed_block"] = block_of(block, [](const BlockKind& kind) { return kind.in_boxes; });
  }

  /// A text, or a mapping that says in one key what it is.
  template <typename Choose>
  Json block_of(const Shape& block, Choose choose) {
    Json object = mapping(block);
    for (const BlockKind& kind : block_kinds()) {
      if (!choose(kind)) continue;
      Json names = Json::array({kind.key});
      for (const std::string_view option : kind.options) names.push_back(option);
      Json one = {{"required", {kind.key}}, {"propertyNames", {{"enum", names}}}};
      if (!kind.may_be_empty) one["properties"][std::string(kind.key)] = said(find(block.keys, kind.key));
      if (kind.key == "table") one["anyOf"] = table_rows();
      if (kind.key == "question") one["not"]["anyOf"] = answers_twice();
      object["oneOf"].push_back(std::move(one));
    }
    return schema::any_of({schema::scalar(), std::move(object)});
  }

  /// The value of a key that says which block it is.
  Json said(const Key& key) {
    if (key.name == "list" || key.name == "ordered") return schema::list_of(reference("list_item"), 1);
    if (key.name == "box") return schema::any_of({schema::scalar(true), schema::list_of(reference("boxed_block"), 1)});
    return of(key.shape, true);
  }

  /// Rows stand below `table` or beside it.
  static Json table_rows() {
    Json choices;
    for (const char* key : {"header", "rows"}) {
      choices.push_back(present(key));
      choices.push_back({{"properties", {{"table", {{"type", "object"}}}}}});
      choices.back()["properties"]["table"].update(present(key));
    }
    return choices;
  }

  /// An answer is given in one way.
  static Json answers_twice() {
    Json choices;
    for (const auto& [one, other] : {std::pair("lines", "choices"), std::pair("lines", "squares"), std::pair("choices", "squares")})
      choices.push_back({{"allOf", {present(one), present(other)}}});
    return choices;
  }
};

}  // namespace

Json article_json_schema() { return ArticleSchema().schema(); }

}  // namespace banxin
