// An article of a seed, as the page maker sees it: blocks of every kind, figures, columns of one or two widths.
#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

#include "layout/page_maker.h"

namespace banxin {

struct RandomFlow {
  std::vector<FillBlock> flow;
  std::vector<FloatingFigure> figures;
  PageRoom room;

  /// Of up to `most_blocks`.
  explicit RandomFlow(unsigned seed, int most_blocks = 30) : random_(seed) {
    room.columns = 1 + below(8);
    room.lines = 20 + below(40);
    room.first_page_line = below(18);
    room.lead_span = 1 + below(std::min(room.columns, 3));
    room.most_pages = 200;
    if (seed % 7 == 0) room.most_columns = 1 + static_cast<int>(seed / 7 % 12);
    if (room.columns > 1 && below(4) == 0) {
      for (int column = 0; column < room.columns; ++column) room.measures.push_back(column == 0 ? 0 : 1);
    }
    const int blocks = below(most_blocks);
    for (int i = 0; i < blocks; ++i) {
      flow.push_back(random_block());
      if (below(8) == 0) figures.push_back(random_figure(i));
    }
  }

  /// One block more, fewer or changed, or one figure.
  void edit() {
    const int block = flow.empty() ? 0 : below(static_cast<int>(flow.size()));
    switch (flow.empty() ? 0 : below(8)) {
      case 0:
        flow.insert(flow.begin() + block, random_block());
        shift_figures(block, 1);
        break;
      case 1:
        flow.erase(flow.begin() + block);
        shift_figures(block + 1, -1);
        break;
      case 2:
        add_figure(block);
        break;
      case 3:
        if (!figures.empty()) figures.erase(figures.begin() + below(static_cast<int>(figures.size())));
        break;
      case 4:
        if (!figures.empty()) figures[static_cast<std::size_t>(below(static_cast<int>(figures.size())))].shrink ^= 1;
        break;
      case 5:
        room.first_page_line = below(18);
        break;
      default:
        flow[static_cast<std::size_t>(block)] = random_block();
    }
  }

  int widths() const { return room.measures.empty() ? 1 : 2; }

  /// The rest of a paragraph takes half as many lines again, or two thirds as many.
  GoOnInMeasure go_on() {
    return [this](int block, int variant, int line, int measure) {
      FillBlock& fill = flow[static_cast<std::size_t>(block)];
      if (fill.variant(variant).units) return -1;
      const int rest = fill.variant(variant).lines - line;
      const int lines = line + std::max(1, measure == 1 ? rest * 3 / 2 : rest * 2 / 3);
      fill.variants.push_back({lines, 0, measure, false});
      return static_cast<int>(fill.variants.size()) - 1;
    };
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  /// Figures of blocks from `first` on.
  void shift_figures(int first, int by) {
    for (FloatingFigure& figure : figures) {
      if (figure.anchor_block >= first) figure.anchor_block += by;
      figure.anchor_block = std::min(figure.anchor_block, static_cast<int>(flow.size()) - 1);
    }
  }

  void add_figure(int anchor) {
    const auto place = std::find_if(figures.begin(), figures.end(), [&](const auto& other) { return other.anchor_block > anchor; });
    figures.insert(place, random_figure(anchor));
  }

  FillBlock random_block() {
    FillBlock block;
    block.variants.clear();
    const int lines = 1 + below(14);
    for (int measure = 0; measure < widths(); ++measure) block.variants.push_back({measure == 1 ? lines + lines / 2 : lines, 0, measure});
    switch (below(18)) {
      case 0:
        block.forced_break = below(2) == 0 ? FillBlock::Break::page : FillBlock::Break::column;
        block.variants = {{0, 0}};
        break;
      case 1:
        block.span = below(2) == 0 ? room.columns : 2 + below(3);
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
      case 5:
      case 6:
        make_table(block);
        break;
      default:
        block.splittable = true;
        block.orphans = 1 + below(2);
        if (widths() == 1 && below(3) == 0) block.variants.push_back({lines + 1, 100});
    }
    return block;
  }

  /// Rows of different heights below a header. It goes on in columns of one width alone.
  void make_table(FillBlock& block) {
    auto units = std::make_shared<BlockUnits>();
    units->pitch = Length::from_points(10);
    units->repeated = Length::from_points(5 + below(20));
    Length end;
    for (int row = 1 + below(24); row > 0; --row) units->ends.push_back(end += Length::from_points(6 + below(20)));
    if (widths() > 1 || below(2) == 0) block.span = room.columns;
    block.splittable = true;
    block.orphans = block.widows = 2;
    block.variants = {{units->lines(0, units->count()), 0, 0, true, units}};
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

}  // namespace banxin
