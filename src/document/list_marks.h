// The marks before the items of a list: counted on, or the author's own (`1.` `①` `一、` `（一）` `（1）`, `□`).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/article.h"

namespace banxin {

/// A number as it stands before an item, and the signs around it.
struct NumberMark {
  enum class Numeral { digits, circled, han };

  Numeral numeral = Numeral::digits;
  std::string_view before, after;  ///< `（` and `）`; nothing and `、`
  int number = 0;
  std::size_t length = 0;  ///< bytes of the mark
};

/// The mark that a text begins with; nothing when it begins with none, or with a number that goes on (`1.5`).
std::optional<NumberMark> number_mark_at(std::string_view text);

/// `number` written as `kind` is; nothing past the last such numeral (㊿, 九十九).
std::optional<std::string> number_mark_text(const NumberMark& kind, int number);

/// Gives the items their marks. Where the texts of all items begin with marks of one kind that count on, or with signs such as □ and ★,
/// these are the marks, as written, and leave the texts. Else the items of an ordered list count on from its first number as `kind` does;
/// the number of the first item for which there is no numeral is returned.
std::optional<int> mark_items(List& list, const NumberMark& kind);

}  // namespace banxin
