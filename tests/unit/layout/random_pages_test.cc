// What to look for: in 2,000 random articles each line of the flow and each figure stands exactly once, in order, inside its columns, and
// nothing stands on anything else.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "layout/page_maker.h"

namespace banxin {
namespace {

/// An article made of a seed: blocks of every kind, figures, columns of one or two widths.
struct RandomArticle {
  std::vector<FillBlock> flow;
  std::vector<FloatingFigure> figures;
  PageRoom room;

  explicit RandomArticle(unsigned seed) : random_(seed) {
    room.columns = 1 + below(8);
    room.lines = 20 + below(40);
    room.first_page_line = below(18);
    room.lead_span = 1 + below(std::min(room.columns, 3));
    room.most_pages = 200;
    if (room.columns > 1 && below(4) == 0) {
      for (int column = 0; column < room.columns; ++column) room.measures.push_back(column == 0 ? 0 : 1);
    }
    const int blocks = below(30);
    for (int i = 0; i < blocks; ++i) {
      flow.push_back(random_block());
      if (below(8) == 0) figures.push_back(random_figure(i));
    }
  }

  int widths() const { return room.measures.empty() ? 1 : 2; }

  /// The rest of a paragraph takes half as many lines again, or two thirds as many.
  GoOnInMeasure go_on() {
    return [this](int block, int variant, int line, int measure) {
      FillBlock& fill = flow[static_cast<std::size_t>(block)];
      const int rest = fill.variant(variant).lines - line;
      const int lines = line + std::max(1, measure == 1 ? rest * 3 / 2 : rest * 2 / 3);
      fill.variants.push_back({lines, 0, measure, false});
      return static_cast<int>(fill.variants.size()) - 1;
    };
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  FillBlock random_block() {
    FillBlock block;
    block.variants.clear();
    const int lines = 1 + below(14);
    for (int measure = 0; measure < widths(); ++measure) block.variants.push_back({measure == 1 ? lines + lines / 2 : lines, 0, measure});
    switch (below(16)) {
      case 0:
        block.forced_break = below(2) == 0 ? FillBlock::Break::page : FillBlock::Break::column;
        block.variants = {{0, 0}};
        break;
      case 1:
        block.spans_all = true;
        block.keep_with_next = below(3);
        block.variants = {{lines, 0}};
        break;
      case 2:
      case 3:
        block.keep_with_next = 2;
        break;
      case 4:
        block.may_wait = true;
        block.shrink = below(2);
        break;
      default:
        block.splittable = true;
        block.orphans = 1 + below(2);
        if (widths() == 1 && below(3) == 0) block.variants.push_back({lines + 1, 100});
    }
    return block;
  }

  FloatingFigure random_figure(int anchor) {
    FloatingFigure figure;
    figure.anchor_block = anchor;
    for (int span = 1; span <= room.columns; ++span) figure.lines_by_span.push_back({std::min(5 + below(8) + 3 * span, room.lines)});
    if (below(4) == 0) figure.fixed_span = 1 + below(room.columns);
    const FloatingFigure::Place places[] = {FloatingFigure::Place::any, FloatingFigure::Place::top, FloatingFigure::Place::bottom,
                                            FloatingFigure::Place::page};
    figure.place = below(3) == 0 ? places[below(4)] : FloatingFigure::Place::any;
    figure.shrink = below(2);
    return figure;
  }

  std::mt19937 random_;
};

/// The cells of a page, columns by lines, each to be taken once.
class Cells {
 public:
  Cells(int columns, int lines) : lines_(lines), taken_(static_cast<std::size_t>(columns), std::vector<bool>(static_cast<std::size_t>(lines))) {}

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
  explicit PageChecker(const RandomArticle& article) : article_(article), figures_seen_(article.figures.size(), 0) {}

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
    std::size_t spanning = 0;
    for (const MadeBand& band : page.bands) {
      for (; spanning < page.spanning.size() && page.spanning[spanning].line < band.first_line; ++spanning)
        check_spanning(page.spanning[spanning], cells);
      for (std::size_t column = 0; column < band.columns.size(); ++column) check_column(band.columns[column], static_cast<int>(column), cells);
    }
    for (; spanning < page.spanning.size(); ++spanning) check_spanning(page.spanning[spanning], cells);
  }

  void check_spanning(const SpanningPiece& piece, Cells& cells) {
    pass_breaks();
    ASSERT_EQ(piece.block, at_.block);
    ASSERT_EQ(at_.line, 0);
    at_ = {piece.block + 1, 0, 0};
    cells.take(0, article_.room.columns, piece.line, piece.lines);
  }

  void check_column(const MadeColumn& made, int column, Cells& cells) {
    const int measure = article_.room.measures.empty() ? 0 : article_.room.measures[static_cast<std::size_t>(column)];
    for (const ColumnPiece& piece : made.fill.pieces) {
      const FillBlock& block = article_.flow[static_cast<std::size_t>(piece.block)];
      const BlockVariant& variant = block.variant(piece.variant);
      ASSERT_EQ(variant.measure, measure) << "set for a column of another width";
      const int lines = piece.line_end - piece.line_begin - piece.shrunk;
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
      at_ = piece.line_end == variant.lines ? FlowPosition{piece.block + 1, 0, 0} : FlowPosition{piece.block, piece.variant, piece.line_end};
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

  const RandomArticle& article_;
  FlowPosition at_;
  int waiting_ = -1;
  std::vector<int> figures_seen_;
};

TEST(RandomPages, LoseNothingRepeatNothingOverlapNothing) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    RandomArticle article(seed);
    const std::vector<MadePage> pages = make_pages({article.flow, article.figures, article.go_on()}, article.room, PageCosts{});
    ASSERT_FALSE(pages.empty()) << "seed " << seed;
    PageChecker(article).check(pages);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
}

}  // namespace
}  // namespace banxin
