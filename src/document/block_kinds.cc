#include "document/block_kinds.h"

#include <algorithm>
#include <array>

namespace banxin {

namespace {

constexpr std::array<std::string_view, 10> image_options{"caption", "credit", "alt", "label", "ratio",
                                                         "span",    "place",  "fit", "focus", "page"};
constexpr std::array<std::string_view, 8> placeholder_options{"caption", "credit", "alt", "ratio", "span", "place", "fit", "focus"};
constexpr std::array<std::string_view, 1> heading_options{"level"};
constexpr std::array<std::string_view, 1> quote_options{"by"};
constexpr std::array<std::string_view, 2> pull_quote_options{"by", "span"};
constexpr std::array<std::string_view, 1> ordered_options{"first"};
constexpr std::array<std::string_view, 7> table_options{"header", "rows", "caption", "align", "widths", "rules", "span"};
constexpr std::array<std::string_view, 2> box_options{"title", "span"};
constexpr std::array<std::string_view, 1> qr_options{"caption"};
constexpr std::array<std::string_view, 4> question_options{"marks", "lines", "choices", "squares"};

constexpr std::array<BlockKind, 16> kinds{{{"heading", heading_options},
                                           {"image", image_options},
                                           {"placeholder", placeholder_options, true},
                                           {"quote", quote_options},
                                           {"list", {}, false, true},
                                           {"ordered", ordered_options, false, true},
                                           {"rule", {}},
                                           {"break", {}, false, false, false},
                                           {"space", {}},
                                           {"pullquote", pull_quote_options},
                                           {"table", table_options, true},
                                           {"box", box_options, false, false, false},
                                           {"verse", {}},
                                           {"code", {}},
                                           {"qr", qr_options},
                                           {"question", question_options}}};

}  // namespace

std::span<const BlockKind> block_kinds() { return kinds; }

const BlockKind* find_block_kind(std::string_view key) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const BlockKind& kind) { return kind.key == key; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace banxin
