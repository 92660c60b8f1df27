// The texts of furniture: the variables they may hold, when an item is printed, and how its text is filled in.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/style.h"

namespace banxin {

struct FurnitureVariable {
  std::string_view name;
  std::string_view english, chinese;  ///< what it stands for
};

/// Everything that `${...}`, `when` and `unless` may name, in the order of the manual.
std::span<const FurnitureVariable> furniture_variables();

/// What stands in `${...}`: one variable, or several separated by `|`, of which the first that says something is taken.
struct VariableUse {
  std::size_t begin = 0, end = 0;       ///< of `${...}` in the text
  std::vector<std::string_view> names;  ///< parts of the text
};

/// Every use in `text`, in order. `unclosed` (if given) becomes true when a `${` has no `}`.
std::vector<VariableUse> variable_uses(std::string_view text, bool* unclosed = nullptr);

/// The value of a variable on the page at hand, empty when it says nothing.
using VariableLookup = std::function<std::string(std::string_view name)>;

/// Whether all of the variables of a condition say something; `a|b`: one of them.
bool condition_holds(std::string_view condition, const VariableLookup& lookup);

/// Whether the conditions of an item hold (`when`, `unless`); on which pages it stands is not asked.
bool conditions_hold(const FurnitureItem& item, const VariableLookup& lookup);

/// A part of a filled-in text: ordinary, or between `**` and `**` in the style's text. Marks in the variables' values are text.
struct FilledRun {
  std::string text;
  bool strong = false;
};

/// The text with its variables filled in, in its parts, without spaces (U+0020, U+3000) at its ends; nothing when it says nothing.
std::vector<FilledRun> fill_runs(std::string_view text, const VariableLookup& lookup);

/// The text with its variables filled in, without spaces (U+0020, U+3000) at its ends.
std::string fill_variables(std::string_view text, const VariableLookup& lookup);

}  // namespace banxin
