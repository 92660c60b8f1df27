// What to look for: in 2,000 random articles each line of the flow and each figure stands exactly once, in order, inside its columns, and
// nothing stands on anything else.
#include <gtest/gtest.h>

#include "layout/page_maker.h"
#include "support/random_flow.h"
#include "support/random_rounds.h"

namespace banxin {
namespace {

/// The cells of a page, columns by lines, each to be taken once.
class Cells {
 public:
  Cells(int columns, int lines)
      : lines_(lines), taken_(static_cast<std::size_t>(columns), std::vector<bool>(static_cast<std::size_t>(lines))) {}

  void take(int column, int span, int line, int count) {
    ASSERT_GE(line, 0);
    ASSERT_LE(line + count, lines_) << "below the foot of the page";
    for (int c = column; c < column + span; ++c) {
      for (int l = line; l < line + count; ++l) {
        auto cell = taken_.at(static_cast<std::size_t>(c)).begin() + l;
        ASSERT_FALSE(*cell) << "two things at column " << c << ", line " << l;
        *cell = true;
      }
    }
  }

 private:
  int lines_;
  std::vector<std::vector<bool>> taken_;
};

class PageChecker {
 public:
  explicit PageChecker(const RandomFlow& article) : article_(article), figures_seen_(article.figures.size(), 0) {}

  void check(const std::vector<MadePage>& pages) {
    for (const MadePage& page : pages) {
      Cells cells(article_.room.columns, page.lines);
      check_text(page, cells);
      check_figures(page, cells);
      if (::testing::Test::HasFatalFailure()) return;
    }
    pass_breaks();
    ASSERT_EQ(at_.block, static_cast<int>(article_.flow.size())) << "text is lost";
    ASSERT_LT(waiting_, 0) << "a figure still waits";
    for (const int times : figures_seen_) ASSERT_EQ(times, 1);
  }

 private:
  void check_text(const MadePage& page, Cells& cells) {
    auto spanning = page.spanning.begin();
    for (std::size_t band = 0; band < page.bands.size(); ++band) {
      for (; spanning != page.spanning.end() && spanning->band <= static_cast<int>(band); ++spanning) check_spanning(*spanning, cells);
      for (const MadeColumn& column : page.bands[band].columns) check_column(column, column.column, cells);
    }
    for (; spanning != page.spanning.end(); ++spanning) check_spanning(*spanning, cells);
  }

  void check_spanning(const SpanningPiece& piece, Cells& cells) {
    pass_breaks();
    ASSERT_EQ(piece.block, at_.block);
    ASSERT_EQ(piece.begin, at_.line);
    const FillBlock& block = article_.flow[static_cast<std::size_t>(piece.block)];
    const BlockVariant& way = block.variant(piece.variant);
    ASSERT_LE(piece.lines, way.lines_of(piece.begin, piece.end));
    ASSERT_GT(piece.end, piece.begin);
    at_ = piece.end == way.unit_count() ? FlowPosition{piece.block + 1, 0, 0} : FlowPosition{piece.block, 0, piece.end};
    ASSERT_EQ(piece.span, std::min(block.span, article_.room.columns));
    ASSERT_LE(piece.column + piece.span, article_.room.columns) << "over columns that are not there";
    cells.take(piece.column, piece.span, piece.line, piece.lines);
  }

  void check_column(const MadeColumn& made, int column, Cells& cells) {
    const int measure = article_.room.measures.empty() ? 0 : article_.room.measures[static_cast<std::size_t>(column)];
    for (const ColumnPiece& piece : made.fill.pieces) {
      const FillBlock& block = article_.flow[static_cast<std::size_t>(piece.block)];
      const BlockVariant& variant = block.variant(piece.variant);
      ASSERT_EQ(variant.measure, measure) << "set for a column of another width";
      const int lines = variant.lines_of(piece.line_begin, piece.line_end) - piece.shrunk;
      ASSERT_LE(piece.at + std::min(lines, made.capacity), made.capacity) << "outside its column";
      cells.take(column, 1, made.first_line + piece.at, std::min(lines, made.capacity));
      if (piece.block == waiting_) {
        waiting_ = -1;
        continue;
      }
      pass_breaks();
      if (piece.block > at_.block && at_.line == 0 && article_.flow[static_cast<std::size_t>(at_.block)].may_wait) {
        ASSERT_LT(waiting_, 0) << "two figures wait";
        waiting_ = at_.block++;
      }
      pass_breaks();
      ASSERT_EQ(piece.block, at_.block);
      ASSERT_EQ(piece.line_begin, at_.line);
      at_ = piece.line_end == variant.unit_count() ? FlowPosition{piece.block + 1, 0, 0}
                                                   : FlowPosition{piece.block, piece.variant, piece.line_end};
    }
    if (made.fill.end.waiting >= 0 && made.fill.end.waiting == at_.block && at_.line == 0) waiting_ = at_.block++;
  }

  void check_figures(const MadePage& page, Cells& cells) {
    pass_breaks();
    for (const FigurePlace& place : page.plan.figures) {
      ++figures_seen_[static_cast<std::size_t>(place.figure)];
      const int anchor = article_.figures[static_cast<std::size_t>(place.figure)].anchor_block;
      ASSERT_TRUE(anchor < at_.block || (anchor == at_.block && at_.line > 0) || anchor == waiting_)
          << "a figure stands before the page of its paragraph";
      cells.take(place.column, place.span, place.at_foot ? page.lines - place.lines : place.at, place.lines);
    }
  }

  void pass_breaks() {
    while (at_.line == 0 && at_.block < static_cast<int>(article_.flow.size()) &&
           article_.flow[static_cast<std::size_t>(at_.block)].forced_break != FillBlock::Break::none)
      ++at_.block;
  }

  const RandomFlow& article_;
  FlowPosition at_;
  int waiting_ = -1;
  std::vector<int> figures_seen_;
};

TEST(RandomPages, LoseNothingRepeatNothingOverlapNothing) {
  for (unsigned seed = 0; seed < test::random_rounds(2000u); ++seed) {
    RandomFlow article(seed);
    const std::vector<MadePage> pages = make_pages({article.flow, article.figures, article.go_on()}, article.room, PageCosts{});
    ASSERT_FALSE(pages.empty()) << "seed " << seed;
    PageChecker(article).check(pages);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

/// Chapters of one to six blocks, searched by three threads: the pages are those of one thread.
TEST(RandomPages, AreTheSameWithSeveralThreads) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    RandomFlow article(seed, 60);
    if (!article.room.measures.empty()) continue;
    for (std::size_t block = 5; block < article.flow.size(); block += 1 + seed % 6) {
      article.flow[block] = FillBlock();
      article.flow[block].forced_break = FillBlock::Break::page;
    }
    PageMatter matter{article.flow, article.figures, {}};
    const std::vector<MadePage> pages = make_pages(matter, article.room, PageCosts{});
    matter.threads = 3;
    ASSERT_EQ(make_pages(matter, article.room, PageCosts{}), pages) << "seed " << seed;
  }
}

}  // namespace
}  // namespace banxin
