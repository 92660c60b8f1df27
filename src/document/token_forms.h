// What the words and numbers of an article may be: the readers hold values against these tables, and the JSON Schema is made from them.
#pragma once

#include <array>
#include <string_view>

#include "base/limits.h"
#include "document/table_grid.h"
#include "yaml/schema.h"

namespace banxin {

inline constexpr std::array<std::string_view, 2> boolean_words{"true", "false"};
inline constexpr std::array<std::string_view, 1> true_word{"true"};
inline constexpr std::array<std::string_view, 1> all_word{"all"};
inline constexpr std::array<std::string_view, 4> figure_place_words{"here", "top", "bottom", "page"};
inline constexpr std::array<std::string_view, 2> figure_fit_words{"contain", "cover"};
inline constexpr std::array<std::string_view, 5> table_align_words{"auto", "start", "centre", "end", "decimal"};
inline constexpr std::array<std::string_view, 2> table_rule_words{"three-line", "full"};
inline constexpr std::array<std::string_view, 3> break_words{"column", "page", "frame"};

inline constexpr yaml::TokenForm boolean_form{boolean_words};
inline constexpr yaml::TokenForm rule_form{true_word};
inline constexpr yaml::TokenForm break_form{break_words};
inline constexpr yaml::TokenForm column_span_form{all_word, 1, 99};
inline constexpr yaml::TokenForm heading_level_form{{}, 1, 3};
inline constexpr yaml::TokenForm space_form{{}, 1, 100};
inline constexpr yaml::TokenForm question_lines_form{{}, 1, 100};
inline constexpr yaml::TokenForm question_squares_form{{}, 1, 2000};
inline constexpr yaml::TokenForm cell_columns_form{{}, 1, limits::table_columns};
inline constexpr yaml::TokenForm cell_rows_form{{}, 1, limits::rows_of_cell};
inline constexpr yaml::TokenForm picture_page_form{{}, 1, 100'000};
inline constexpr yaml::TokenForm figure_place_form{figure_place_words};
inline constexpr yaml::TokenForm figure_fit_form{figure_fit_words};
inline constexpr yaml::TokenForm table_align_form{table_align_words};
inline constexpr yaml::TokenForm table_rule_form{table_rule_words};

// What is more than words and numbers: as near as a regular expression comes to the reader.
inline constexpr yaml::TokenForm language_form{{}, 1, 0, "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"};
inline constexpr yaml::TokenForm ratio_form{{}, 1, 0, "^[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$"};
inline constexpr yaml::TokenForm focus_form{
    {},
    1,
    0,
    "^(left|right|top|bottom|centre|(left|right|centre) (top|bottom|centre)|(top|bottom) (left|right|centre)|[0-9]{1,3}% [0-9]{1,3}%)$"};
inline constexpr yaml::TokenForm table_width_form{
    {}, 1, 0, "^(auto|[0-9]+([.][0-9]+)?(mm|cm|in|pt|pc|Q|em|lh|%)|[初小一二三四五六七八]{1,2}号?)$"};

}  // namespace banxin
