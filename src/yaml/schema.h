// What a YAML file may hold, as data: the scan needs it to tell text from structure, the readers to check keys, and the JSON Schema is made
// from it.
#pragma once

#include <span>
#include <string_view>

namespace banxin::yaml {

struct Key;

/// What a token may say. Readers check it; the schema's own check does not.
struct TokenForm {
  std::span<const std::string_view> words = {};  ///< one of these,
  int least = 1, most = 0;                       ///< or a whole number from `least` to `most`, when there is one,
  std::string_view pattern = {};                 ///< or what this regular expression (ECMA-262) matches
};

/// The shape of a value. A key without a value is null whatever its shape, and means what its absence would; list items are never null.
struct Shape {
  enum class Kind {
    text,           ///< any scalar, kept as written
    text_or_list,   ///< a text, or a block list of texts
    token,          ///< a scalar of a small language (number, length, colour, boolean, name): a comment may follow it
    list,           ///< a list (block or flow) whose items have shape `items`
    mapping,        ///< a mapping with `keys`, or, when there are none, with free keys whose values have shape `items`
    token_or_list,  ///< a token, or a list (block or flow) of tokens
    token_or_mapping,
    body,   ///< of an article: a block scalar of Markdown, or a block list of blocks (`items`)
    block,  ///< one block of a body: a text, or a mapping with `keys`
    cell,   ///< of a table: a text, a mapping (block or flow) with `keys` if there are any, or a list of `items` if they are given
    any,    ///< not checked by its shape (dotted `set:` values and the like)
  };
  Kind kind = Kind::any;
  std::span<const Key> keys = {};
  const Shape* items = nullptr;
  /// Keys with dots stand for nested mappings (`page.paper: A4`), here and in all below: style files and `set:`. read() nests them, so that
  /// readers meet no dots.
  bool dotted_keys = false;
  const TokenForm* form = nullptr;  ///< of tokens, those of a list too; null: not said
};

struct Key {
  std::string_view name;
  Shape shape;
  std::string_view english, chinese;  ///< what it is for, one line each
  /// Chinese words that people write for this key (`标题` for `title`), separated by spaces; looked up for hints.
  std::string_view chinese_names = {};
};

}  // namespace banxin::yaml
