// What shaping asks of a font: OpenType features and language for East Asian and for Western items.
#pragma once

#include <hb.h>

#include <string>
#include <string_view>
#include <vector>

#include "shape/text_item.h"

namespace banxin {

/// The language that chooses localized forms. East Asian text in a Western language takes Chinese forms, whose dashes and dots are a full
/// em; Western text in an East Asian language takes English ones.
std::string shaping_language(const std::string& language, bool east_asian);

/// Widths and kerning for an item: East Asian text is set solid on full widths, its half-width and proportional forms and its kerning are
/// off (line composition trims the marks); Western text has the font's own kerning and ligatures. Curly quotes take the width of what they
/// are, the middle dot of East Asian text its full width (some fonts have it narrow).
std::vector<hb_feature_t> features_for(const TextItem& item, std::string_view text, const std::vector<ResolvedQuote>& quotes);

/// Puts an item into an empty buffer with all of `text` as its context; cluster values are bytes of `text`.
void fill_buffer(hb_buffer_t* buffer, std::string_view text, const TextItem& item);

}  // namespace banxin
