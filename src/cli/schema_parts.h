// Pieces of JSON Schemas (2020-12) for YAML files: a value that is text to Banxin may be a number or a boolean to an editor.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "yaml/schema.h"

namespace banxin::schema {

using Json = nlohmann::ordered_json;

/// Any scalar; `\S` in it when it must say something.
Json scalar(bool not_blank = false);
Json list_of(Json items, std::size_t least = 0);
/// Either of several; one alone is itself.
Json any_of(std::vector<Json> choices);
/// The schema, or no value.
Json nullable(Json schema);
/// With a description in both languages.
Json described(Json schema, std::string_view english, std::string_view chinese);
Json words(std::span<const std::string_view> words);
/// A whole number within bounds, as a number or as text.
Json whole_number(int least, int most);
Json pattern(std::string_view expression);
/// What a token of a form may say.
Json token(const yaml::TokenForm& form);
/// `text` for use in a regular expression.
std::string escaped(std::string_view text);
/// The decimal numbers from `least` to `most`, not negative, as a regular expression without anchors.
std::string number_pattern(int least, int most);

}  // namespace banxin::schema
