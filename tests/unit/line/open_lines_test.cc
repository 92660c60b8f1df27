// The widest gap of a paragraph: no legal way to break it, tried one by one, has a narrower one. The text is the dense one of bench/, the
// type ours; some of its lines stand open by more than a tenth of an em.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>

#include "base/file_access.h"
#include "font/face.h"
#include "line/distribute.h"
#include "line/line_breaker.h"
#include "shape/hyphenate.h"
#include "text/hyphenation.h"
#include "unit/line/synthetic_shaper.h"
#include "unit/shape/file_fonts.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10240);  // 10 pt
const Length open_line = em.scaled(1, 10), rounding = Length::from_raw(8);

/// The widest that a line's gaps between characters are opened, and word spaces and autospace beyond their limits.
Length widest_gap(const ParagraphItems& items, std::uint32_t begin, std::uint32_t end, const LineFit& fit) {
  std::vector<Length> widths(end - begin);
  distribute(items, begin, end, fit.adjustment, widths);
  Length widest;
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    const Gap& gap = items.gaps[i];
    widest = std::max(widest, gap.stretch_stage == StretchStage::gap ? widths[i - begin] : widths[i - begin] - gap.stretch);
  }
  return widest;
}

/// The least that the widest gap of a paragraph can be, by trying every legal way to break it.
class NarrowestWay {
 public:
  NarrowestWay(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms)
      : items_(items), rooms_(rooms), fitter_(items, options) {}

  /// From a break (or the beginning) to the end.
  Length from(std::uint32_t begin, std::size_t next) {
    if (const auto known = known_.find(next); known != known_.end()) return known->second;
    Length best = Length::from_raw(std::numeric_limits<std::int64_t>::max());
    for (std::size_t i = next; i < items_.breaks.size(); ++i) {
      const BreakPoint& to = items_.breaks[i];
      if (to.content_end <= begin) continue;
      const bool last = i + 1 == items_.breaks.size();
      const LineFit fit = fitter_.fit(begin, to.content_end, rooms_.room_of(next == 0 ? 0 : 1),
                                      {.first = next == 0, .stretch = !last, .hyphen = to.hyphen_width()});
      if (fit.overfull || fit.falls_short) continue;
      const Length here = widest_gap(items_, begin, to.content_end, fit);
      if (here < best) best = std::min(best, std::max(here, last ? Length() : from(to.box, i + 1)));
    }
    return known_[next] = best;
  }

 private:
  const ParagraphItems& items_;
  const Rooms& rooms_;
  LineFitter fitter_;
  std::map<std::size_t, Length> known_;
};

CompositionOptions of_newspapers() {
  CompositionOptions options = CompositionOptions::for_locale(Locale::zh_hans);
  options.weights.open.back() = 7000;
  options.weights.growth = 1;
  options.weights.hyphen = options.weights.unit = 150;
  options.weights.two_hyphens = 20000;
  return options;
}

TEST(OpenLines, OpenNoGapWiderThanAnyWayToBreakNeeds) {
  const std::filesystem::path source(BANXIN_SOURCE_DIR);
  const auto song = *open_face(source / "fonts/BanxinSong-Regular.otf", 0);
  FileFonts fonts;
  fonts.roles[FontRole::song] = {song.get()};
  const DiskFileAccess files;
  const HyphenationLibrary hyphenation(files, {"/usr/share/hyphen"});
  const CompositionOptions options = of_newspapers();
  int open = 0;
  std::ifstream paragraphs(source / "bench/dense.txt");
  for (std::string paragraph; std::getline(paragraphs, paragraph);) {
    const auto text = test::styled_text(paragraph, em);
    DiagnosticSink sink;
    ShapedText shaped = shape(*text, fonts, sink);
    add_hyphenation(*text, &hyphenation, shaped);
    for (const int measure : {12, 16, 20, 40}) {
      const Rooms rooms{.measure = measure * em, .indent = 2 * em, .first_measures = {}};
      const ParagraphItems items = make_items(*text, shaped, options, {rooms.room_of(0), rooms.measure});
      const Segment segment{.begin = 0, .first_break = 0, .last_break = items.breaks.size() - 1, .first_line = 0};
      Length widest;
      for (const ChosenLine& line : break_optimum(items, options, rooms, segment)) {
        if (!line.last) widest = std::max(widest, widest_gap(items, line.begin, line.end, line.fit));
      }
      EXPECT_LE(widest, NarrowestWay(items, options, rooms).from(0, 0) + rounding) << measure << " em: " << paragraph;
      if (widest <= open_line) continue;
      ++open;
      RecordProperty(std::to_string(measure) + "em " + paragraph.substr(0, 12), static_cast<int>(widest.scaled(1000, em.raw()).raw()));
    }
  }
  EXPECT_GT(open, 0) << "the text has units that leave lines open";
}

}  // namespace
}  // namespace banxin
