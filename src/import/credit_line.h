// The short lines at the end of an article: who took the pictures, who edited.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// Whether a line is a word of the trade and a name: 图片/ 赵轩浩, 编辑:曾佳佳, （责任编辑：王五）, 張三 攝.
bool is_credit_line(std::string_view line);

/// The name behind 来源： of a credit line, or empty.
std::string source_of_credit(std::string_view line);

}  // namespace banxin
