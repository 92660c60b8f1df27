#include "layout/spread.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/emphasis_mark.h"
#include "text/markup_character.h"
#include "text/segmentation.h"

namespace banxin {

namespace {

constexpr std::size_t fewest_characters = 2, most_characters = 3;

/// The characters of a text from bytes `range` on, or none when it is not short or not East Asian throughout.
std::vector<std::uint32_t> short_text_boundaries(std::string_view text, TextRange range) {
  const std::string_view words = text.substr(range.begin, range.end - range.begin);
  std::vector<std::uint32_t> boundaries = grapheme_boundaries(words);
  const std::u32string characters = utf8::decode_all(words);
  const auto is_spread = [](char32_t c) { return is_east_asian(c) && carries_emphasis_mark(c); };
  if (boundaries.size() < fewest_characters + 1 || boundaries.size() > most_characters + 1) return {};
  if (!std::all_of(characters.begin(), characters.end(), is_spread)) return {};
  for (std::uint32_t& boundary : boundaries) boundary += range.begin;
  return boundaries;
}

/// Makes `range`, which lies in one run, a run of its own and gives its index.
std::size_t run_of_its_own(StyledText& text, TextRange range) {
  std::size_t index = text.run_at(range.begin);
  const auto divide = [&](std::uint32_t at) {
    StyledRun& run = text.runs[index];
    if (run.begin == at || run.end == at) return;
    StyledRun head = run;
    head.end = run.begin = at;
    text.runs.insert(text.runs.begin() + static_cast<std::ptrdiff_t>(index), std::move(head));
  };
  divide(range.end);
  divide(range.begin);
  if (text.runs[index].end == range.begin) ++index;
  return index;
}

/// What stands between the characters of a name that is to be `width` wide; nothing for one that stays as it is.
Length tracking_of(const StyledText& text, TextRange name, int width) {
  const std::vector<std::uint32_t> boundaries = short_text_boundaries(text.text.view(), name);
  if (boundaries.empty()) return {};
  const StyledRun& run = text.runs[text.run_at(name.begin)];
  if (name.end > run.end) return {};
  const auto characters = static_cast<std::int64_t>(boundaries.size()) - 1;
  const Length tracking = (run.style.size.scaled(width, 1000) - run.style.size * characters).scaled(1, characters - 1);
  return tracking > run.style.tracking ? tracking : Length();
}

/// Tracking stands behind a character: the last one of a name has that of what follows.
std::uint32_t last_character(const StyledText& text, TextRange name) {
  const std::vector<std::uint32_t> boundaries = grapheme_boundaries(text.text.view().substr(name.begin, name.end - name.begin));
  return name.begin + boundaries[boundaries.size() - 2];
}

}  // namespace

void spread_names(StyledText& text, const std::vector<TextRange>& names, int width) {
  std::vector<Length> trackings;
  for (const TextRange& name : names) trackings.push_back(tracking_of(text, name, width));
  const Length widest = trackings.empty() ? Length() : *std::max_element(trackings.begin(), trackings.end());
  if (widest == Length()) return;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].begin == names[i].end) continue;
    const std::uint32_t last = last_character(text, names[i]);
    if (trackings[i] > Length()) {
      CharacterStyle& style = text.runs[run_of_its_own(text, {names[i].begin, last})].style;
      style.tracking = trackings[i];
      style.told_as_one = true;
    }
    CharacterStyle& end_style = text.runs[run_of_its_own(text, {last, names[i].end})].style;
    end_style.told_as_one = trackings[i] > Length();
    if (names[i].end < text.text.size()) end_style.tracking = widest.scaled(1, 2);
  }
}

}  // namespace banxin
