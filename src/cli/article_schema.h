// The JSON Schema of articles, made from the tables that articles are read by.
#pragma once

#include <nlohmann/json.hpp>

namespace banxin {

/// JSON Schema 2020-12. It knows keys, kinds of value, words and ranges; what hangs on other files, on Markdown or on several values
/// together only the reader knows.
nlohmann::ordered_json article_json_schema();

}  // namespace banxin
