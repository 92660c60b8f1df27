// The JSON Schema of styles, made from the table of style keys.
#pragma once

#include <nlohmann/json.hpp>

namespace banxin {

/// JSON Schema 2020-12 of a style file. It knows keys, nested and dotted, kinds of value, words and the ranges of whole numbers.
nlohmann::ordered_json style_json_schema();

/// What `set:` in an article takes: a style's keys without `extends`. What it refers to is added to `definitions`.
nlohmann::ordered_json style_settings_schema(nlohmann::ordered_json& definitions);

}  // namespace banxin
