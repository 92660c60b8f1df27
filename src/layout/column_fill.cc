#include "layout/column_fill.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace banxin {

namespace {

/// A partial filling: blocks before `block` stand in `used` lines, the next text must have at least `must` lines here (a heading stands
/// above).
struct Node {
  int cost = 0;
  int parent = -1;
  ColumnPiece piece;  ///< what was placed to come here; line_end 0: nothing
};

class ColumnFiller {
 public:
  ColumnFiller(std::span<const FillBlock> flow, int capacity, int tallest_column, const PageCosts& costs)
      : flow_(flow), capacity_(capacity), tallest_column_(tallest_column), costs_(costs) {}

  std::vector<ColumnEnd> run(FlowPosition begin, std::size_t keep) {
    open(begin);
    while (!frontier_.empty()) {
      const auto [key, node] = *frontier_.begin();
      frontier_.erase(frontier_.begin());
      const auto [block, used, must] = key;
      extend(block, used, must, node);
    }
    return take_ends(keep);
  }

 private:
  using Key = std::tuple<int, int, int>;  // block, used, must

  void open(FlowPosition begin) {
    nodes_.push_back({});
    if (begin.line == 0) {
      frontier_[{begin.block, 0, 0}] = 0;
      return;
    }
    place_text(begin.block, begin.variant, begin.line, 0, 0, 0);
  }

  void extend(int block, int used, int must, int node) {
    if (block == static_cast<int>(flow_.size())) {
      // Only an end of the flow may leave room; a column without any text is for the caller to judge.
      finish({block, 0, 0}, used, nodes_[static_cast<std::size_t>(node)].cost, node, false);
      return;
    }
    const FillBlock& next = flow_[static_cast<std::size_t>(block)];
    if (next.forced_break != FillBlock::Break::none) {
      finish({block + 1, 0, 0}, used, cost_of(node, must), node, next.forced_break == FillBlock::Break::page);
      return;
    }
    end_before(block, used, must, node);
    const int top = used == 0 ? 0 : used + next.space_before;
    for (int variant = 0; variant < static_cast<int>(next.variants.size()); ++variant) place_text(block, variant, 0, top, must, node);
  }

  int cost_of(int node, int must) const { return nodes_[static_cast<std::size_t>(node)].cost + (must > 0 ? costs_.heading_at_foot : 0); }

  int hole_cost(int lines) const {
    if (lines <= 0) return 0;
    if (lines == 1) return costs_.hole_one_line;
    return lines == 2 ? costs_.hole_two_lines : costs_.hole_more * lines;
  }

  /// The column may end before a block, with a hole below.
  void end_before(int block, int used, int must, int node) {
    finish({block, 0, 0}, used, cost_of(node, must) + hole_cost(capacity_ - used), node, false);
  }

  void place_text(int block, int variant, int line_begin, int top, int must, int node) {
    const FillBlock& next = flow_[static_cast<std::size_t>(block)];
    const BlockVariant& height = next.variants[static_cast<std::size_t>(variant)];
    const int rest = height.lines - line_begin;
    const int variant_cost = line_begin == 0 ? height.cost : 0;
    const int room = capacity_ - top;
    if (rest <= room) {
      add_node({block + 1, top + rest, next.keep_with_next}, node, variant_cost, {block, variant, line_begin, height.lines, top});
    } else if (!next.splittable && top == 0 && rest > tallest_column_) {
      // Taller than any column: it stands here overfull rather than never.
      add_node({block + 1, capacity_, 0}, node, costs_.hole_more, {block, variant, line_begin, height.lines, top});
    }
    if (!next.splittable) return;
    for (int hole = 0; hole <= 2; ++hole) {
      const int lines = room - hole;
      if (lines <= 0 || lines >= rest) continue;
      split(block, variant, line_begin, lines, top, must, node, variant_cost + hole_cost(hole));
    }
  }

  void split(int block, int variant, int line_begin, int lines, int top, int must, int node, int cost) {
    const FillBlock& cut = flow_[static_cast<std::size_t>(block)];
    const int height = cut.variants[static_cast<std::size_t>(variant)].lines;
    if (line_begin == 0 && lines < std::min(cut.orphans, height)) cost += costs_.orphan;
    if (height - line_begin - lines < cut.widows) cost += costs_.widow;
    if (must > lines) cost += costs_.heading_at_foot;
    nodes_.push_back({nodes_[static_cast<std::size_t>(node)].cost + cost, node, {block, variant, line_begin, line_begin + lines, top}});
    finish({block, variant, line_begin + lines}, top + lines, nodes_.back().cost, static_cast<int>(nodes_.size()) - 1, false);
  }

  void add_node(Key key, int parent, int cost, ColumnPiece piece) {
    const int total = nodes_[static_cast<std::size_t>(parent)].cost + cost;
    const auto found = frontier_.find(key);
    if (found != frontier_.end() && nodes_[static_cast<std::size_t>(found->second)].cost <= total) return;
    nodes_.push_back({total, parent, piece});
    frontier_[key] = static_cast<int>(nodes_.size()) - 1;
  }

  void finish(FlowPosition end, int used, int cost, int node, bool page_break) {
    const auto found = ends_.find({end, used});
    if (found != ends_.end() && found->second.cost <= cost) return;
    ends_[{end, used}] = {cost, node, page_break};
  }

  std::vector<ColumnEnd> take_ends(std::size_t keep) const {
    std::vector<ColumnEnd> result;
    for (const auto& [key, end] : ends_) {
      ColumnEnd column{key.first, key.second, end.cost, end.page_break, {}};
      for (int node = end.node; node > 0; node = nodes_[static_cast<std::size_t>(node)].parent) {
        column.pieces.push_back(nodes_[static_cast<std::size_t>(node)].piece);
      }
      std::reverse(column.pieces.begin(), column.pieces.end());
      result.push_back(std::move(column));
    }
    std::stable_sort(result.begin(), result.end(), [](const ColumnEnd& a, const ColumnEnd& b) { return a.cost < b.cost; });
    if (result.size() > keep) result.resize(keep);
    return result;
  }

  struct End {
    int cost = 0;
    int node = 0;
    bool page_break = false;
  };

  std::span<const FillBlock> flow_;
  int capacity_;
  int tallest_column_;
  const PageCosts& costs_;
  std::vector<Node> nodes_;
  std::map<Key, int> frontier_;
  std::map<std::pair<FlowPosition, int>, End> ends_;
};

}  // namespace

std::vector<ColumnEnd> fill_column(std::span<const FillBlock> flow, FlowPosition begin, int capacity, int tallest_column,
                                   const PageCosts& costs, std::size_t keep) {
  if (capacity <= 0) return {ColumnEnd{begin, 0, 0, false, {}}};
  return ColumnFiller(flow, capacity, tallest_column, costs).run(begin, keep);
}

}  // namespace banxin
