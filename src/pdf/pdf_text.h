// PDF objects as text (ISO 32000-2, 7.3): names, strings, arrays and dictionaries.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.h"

namespace banxin::pdf {

/// An indirect object's number; generations are always 0.
struct Reference {
  int number = 0;
  friend bool operator==(const Reference&, const Reference&) = default;
};

std::string text_of(Reference reference);  ///< `12 0 R`
std::string text_of(Length length);        ///< points, at most four decimals
std::string text_of(int number);

/// `/Name`, irregular characters as `#hh`.
std::string name(std::string_view name);

/// A string of bytes in parentheses.
std::string byte_string(std::string_view bytes);

/// A text string: ASCII as it is, anything else in UTF-16BE with its byte order mark, as hexadecimal digits.
std::string text_string(std::string_view utf8);

/// UTF-16BE code units as upper-case hexadecimal digits, without brackets and byte order mark.
std::string utf16_hex(std::string_view utf8);

/// Four upper-case hexadecimal digits: a two-byte character code.
std::string code_hex(std::uint32_t code);

/// `[a b c]` of ready-made values.
std::string array(const std::vector<std::string>& values);

/// A dictionary whose values are ready-made; keys keep the order in which they are added.
class Dictionary {
 public:
  Dictionary() = default;
  Dictionary(std::initializer_list<std::pair<std::string, std::string>> entries) : entries_(entries) {}

  /// `key` without its slash.
  Dictionary& add(std::string key, std::string value) {
    entries_.emplace_back(std::move(key), std::move(value));
    return *this;
  }
  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }
  bool empty() const { return entries_.empty(); }
  std::string text() const;

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace banxin::pdf
