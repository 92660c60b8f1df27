// The furniture of news pages and apps that is copied along with a text: buttons, counters, share lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banxin {

enum class Furniture {
  none,
  certain,   ///< nothing else says this: 打开APP阅读全文
  possible,  ///< a button's label that could also be a heading (评论): furniture when it stands beside other furniture
};

/// What a whole line is. A line is furniture only as a whole: a sentence never is.
Furniture furniture_of(std::string_view line);

/// Marks which of the lines (blank ones left out) are furniture: certain ones, and possible ones that touch them.
std::vector<bool> find_furniture(const std::vector<std::string>& lines);

/// Takes furniture off the end of a line that begins with something else (2025-05-13 18:32 语音播报), and gives what was taken.
std::string take_trailing_furniture(std::string& line);

}  // namespace banxin
