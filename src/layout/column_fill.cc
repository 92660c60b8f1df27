#include "layout/column_fill.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <memory_resource>
#include <tuple>
#include <utility>

namespace banxin {

namespace {

/// A partial filling that came to its place by `piece`.
struct Node {
  int cost = 0;
  int parent = -1;
  ColumnPiece piece;  ///< line_end 0: nothing was placed
};

/// How far a column is filled: blocks before `block` stand in `used` lines, but for the waiting one; the next text must have at least
/// `must` lines here, since a heading stands above.
struct Key {
  int block = 0, used = 0, must = 0, waiting = -1;
  friend auto operator<=>(const Key&, const Key&) = default;
};

class ColumnFiller {
 public:
  ColumnFiller(const FillRules& rules, const FillRoom& room) : rules_(rules), flow_(rules.flow), costs_(rules.costs), room_(room) {}

  /// No step costs less than nothing: where as many ends as are wanted cost no more than a bound, nothing beyond it is among the cheapest.
  std::vector<ColumnEnd> run(FlowPosition begin, std::size_t keep, int most_cost) {
    constexpr int first_bound = 20'000;
    constexpr std::size_t many = 50;  // hardly ever found within a bound
    if (keep < many && first_bound < most_cost) {
      explore(begin, first_bound);
      if (ends_.size() >= keep) return take_ends(keep);
    }
    // Hardly ever does a larger hole than must be save more than a heading at the foot costs.
    if (keep >= many) most_wasted_ *= 2;
    explore(begin, most_cost);
    return take_ends(keep);
  }

 private:
  void explore(FlowPosition begin, int bound) {
    bound_ = bound;
    nodes_.clear();
    ends_.clear();
    frontier_.clear();
    next_ = 0;
    open(begin);
    while (next_ < frontier_.size()) {
      const auto [key, node] = frontier_[next_++];
      extend(key, node);
    }
  }

  const FillBlock& block(int index) const { return flow_[static_cast<std::size_t>(index)]; }
  int cost_at(int node) const { return nodes_[static_cast<std::size_t>(node)].cost; }

  void open(FlowPosition begin) {
    nodes_.push_back({});
    begin_ = begin;
    bool stands = false;
    if (begin.waiting >= 0) {
      for (int shrunk = 0; shrunk <= block(begin.waiting).shrink; ++shrunk) stands |= open_with_figure(begin, shrunk);
    }
    if (!stands) go_on_below(begin, 0, 0);
  }

  /// The figure that waits stands at the column's head, so much lower than it would be; false where it does not fit.
  bool open_with_figure(FlowPosition begin, int shrunk) {
    const FillBlock& figure = block(begin.waiting);
    const int variant = variant_of(begin.waiting), natural = figure.variant(variant).lines;
    const int lines = natural - shrunk;
    const bool too_tall = natural - figure.shrink > rules_.tallest_column && shrunk == figure.shrink;
    if (lines > room_.capacity && !too_tall) return false;
    const int cost = costs_.figure_put_off + shrunk * costs_.figure_shrunk + (lines > room_.capacity ? costs_.hole_more : 0);
    const int node = add(0, cost, {begin.waiting, variant, 0, natural, 0, shrunk});
    begin.waiting = -1;
    go_on_below(begin, std::min(lines, room_.capacity), node);
    return true;
  }

  void go_on_below(const FlowPosition& begin, int used, int node) {
    if (begin.line > 0)
      go_on_with(begin, used, node);
    else
      add_to_frontier({begin.block, used, room_.must, begin.waiting}, node);
  }

  int variant_of(int index) const { return block(index).variant_for(room_.measure); }

  /// The rest of a paragraph that began in an earlier column.
  void go_on_with(const FlowPosition& begin, int used, int node) {
    if (used >= room_.capacity) {
      // A figure takes all of it.
      finish(begin, used, cost_at(node), node, ColumnStop::text_goes_on, foot_at(begin, used));
      return;
    }
    int variant = begin.variant;
    if (block(begin.block).variant(variant).measure != room_.measure) {
      variant = rules_.go_on(begin.block, variant, begin.line, room_.measure);
      if (variant < 0) return;
      const FillBlock& cut = block(begin.block);
      const bool is_widow = cut.variant(variant).unit_count() - begin.line < cut.widows;
      const bool was_widow = cut.variant(begin.variant).unit_count() - begin.line < cut.widows;
      if (is_widow && !was_widow) node = add(node, costs_.widow, {});
    }
    place_text({begin.block, used, 0, begin.waiting}, variant, begin.line, used, node);
  }

  void extend(const Key& key, int node) {
    if (key.block == room_.stop) {
      end_of_flow(key, node);
      return;
    }
    const FillBlock& next = block(key.block);
    if (next.forced_break != FillBlock::Break::none) {
      finish({key.block + 1, 0, 0, key.waiting}, key.used, cost_of(node, key.must), node, ColumnStop::column_break, foot_of(key));
      return;
    }
    end_before(key, node);
    if (next.span > 1) return;
    const int top = key.used == 0 ? 0 : key.used + next.space_before;
    for (int variant = 0; variant < static_cast<int>(next.variants.size()); ++variant) {
      const BlockVariant& way = next.variant(variant);
      if (way.begins && way.measure == room_.measure) place_text(key, variant, 0, top, node);
    }
    if (next.may_wait) let_wait(key, top, node);
  }

  /// Only an end of the flow may leave room, at the price that the caller sets.
  void end_of_flow(const Key& key, int node) {
    if (key.waiting >= 0) return end_before(key, node);
    const NoteFoot foot = foot_of(key);
    const int cost = holds_nothing(node) && foot.here == 0 ? room_.empty_cost : std::max(0, foot.free) * room_.room_cost;
    finish({key.block, 0, 0, -1}, key.used, cost_at(node) + cost, node, ColumnStop::flow_ended, foot);
  }

  /// Whether nothing was placed on the way to a node: a figure that waits leaves the column as it is.
  bool holds_nothing(int node) const {
    while (node > 0 && nodes_[static_cast<std::size_t>(node)].piece.line_end == 0) node = nodes_[static_cast<std::size_t>(node)].parent;
    return node <= 0;
  }

  int cost_of(int node, int must) const { return cost_at(node) + (must > 0 ? costs_.heading_at_foot : 0); }

  /// The column may end before a block, with a hole below.
  void end_before(const Key& key, int node) {
    const int skipped = holds_nothing(node) ? room_.skip_cost : 0;
    if (!has_notes_ && costs_more(node, skipped + hole_cost(room_.capacity - key.used, costs_))) return;
    const NoteFoot foot = foot_of(key);
    finish({key.block, 0, 0, key.waiting}, key.used, cost_of(node, key.must) + skipped + hole_cost(foot.free, costs_), node,
           ColumnStop::text_goes_on, foot);
  }

  /// Text flows on past a figure that does not fit here; one at a time, so that figures keep their order.
  void let_wait(const Key& key, int top, int node) {
    const FillBlock& figure = block(key.block);
    const int least = figure.variant(variant_of(key.block)).lines - figure.shrink;
    if (key.waiting < 0 && least > room_.capacity - top) add_node({key.block + 1, key.used, key.must, key.block}, node, 0, {});
  }

  void place_text(const Key& key, int variant, int line_begin, int top, int node) {
    const FillBlock& next = block(key.block);
    const BlockVariant& way = next.variant(variant);
    const int whole = way.unit_count();
    const int rest = way.lines_of(line_begin, whole);
    const int variant_cost = line_begin == 0 ? way.cost : 0;
    if (next.may_wait && key.waiting >= 0) return;  // behind the one that waits
    const NoteLines notes = notes_up_to({key.block + 1});
    const bool fits = stands(top + rest, notes);
    // What no column can hold stands at its head overfull, or its notes elsewhere, rather than never.
    const bool only_notes_do_not = rest <= room_.capacity && (!next.splittable || whole == line_begin + 1);
    const bool overfull = !fits && top == 0 && (only_notes_do_not || (!next.splittable && rest > rules_.tallest_column));
    if (fits || overfull) {
      add_node({key.block + 1, std::min(top + rest, room_.capacity), next.keep_with_next, key.waiting}, node,
               variant_cost + (fits ? 0 : costs_.hole_more), {key.block, variant, line_begin, whole, top, 0});
    }
    for (int shrunk = 1; shrunk <= next.shrink && shrunk < rest; ++shrunk) {
      if (!stands(top + rest - shrunk, notes)) continue;
      add_node({key.block + 1, top + rest - shrunk, next.keep_with_next, key.waiting}, node, variant_cost + shrunk * costs_.figure_shrunk,
               {key.block, variant, line_begin, whole, top, shrunk});
    }
    if (next.splittable) cut(key, {key.block, variant, line_begin, whole, top, 0}, fits, node, variant_cost);
  }

  /// Cuts what is left of a block so that its first part stands here.
  void cut(const Key& key, ColumnPiece piece, bool fits_whole, int node, int cost) {
    const BlockVariant& way = block(piece.block).variant(piece.variant);
    const int begin = piece.line_begin, room = room_.capacity - piece.at;
    int most = way.units ? way.unit_count() - 1 : std::min(begin + room, way.unit_count() - 1);
    while (most > begin && way.lines_of(begin, most) > room) --most;
    if (most <= begin && room > 0 && way.units) {
      no_unit_fits(key, piece, node, cost);
      return;
    }
    int unavoidable = 0;  // hole where notes of lines further down do not fit
    bool found = fits_whole;
    for (piece.line_end = most; piece.line_end > begin; --piece.line_end) {
      const FlowPosition end{piece.block, piece.variant, piece.line_end, key.waiting};
      const int used = piece.at + way.lines_of(begin, piece.line_end);
      // The higher the cut, the larger the hole.
      if (!has_notes_ && costs_more(node, cost + hole_cost(room_.capacity - used, costs_))) return;
      const bool nothing_less = !found && piece.at == 0 && piece.line_end == begin + 1;
      if (!stands(used, notes_up_to(end)) && !nothing_less) continue;
      const NoteFoot foot = foot_at(end, used);
      const int hole = hole_cost(foot.free, costs_);
      if (!found) unavoidable = piece.line_end < most ? hole : 0;
      found = true;
      if (piece.line_end < most && hole - unavoidable > most_wasted_) break;
      split(key, piece, node, cost + hole, foot);
    }
  }

  /// A unit taller than any column stands overfull; else what has begun goes on in the next column.
  void no_unit_fits(const Key& key, ColumnPiece piece, int node, int cost) {
    const int begin = piece.line_begin;
    piece.line_end = begin + 1;
    const bool too_tall = block(piece.block).variant(piece.variant).lines_of(begin, begin + 1) > rules_.tallest_column;
    if (piece.at == 0 && too_tall && piece.line_end < block(piece.block).variant(piece.variant).unit_count()) {
      split(key, piece, node, cost + costs_.hole_more, foot_at({piece.block, piece.variant, piece.line_end, key.waiting}, room_.capacity));
    } else if (piece.at == 0 && too_tall) {
      add_node({key.block + 1, room_.capacity, block(piece.block).keep_with_next, key.waiting}, node, cost + costs_.hole_more, piece);
    } else if (begin > 0) {
      const FlowPosition end{piece.block, piece.variant, begin, key.waiting};
      const NoteFoot foot = foot_at(end, piece.at);
      finish(end, piece.at, cost_at(node) + hole_cost(foot.free, costs_), node, ColumnStop::text_goes_on, foot);
    }
  }

  void split(const Key& key, const ColumnPiece& piece, int node, int cost, const NoteFoot& foot) {
    const FillBlock& block_cut = block(piece.block);
    const BlockVariant& way = block_cut.variant(piece.variant);
    const int units = piece.line_end - piece.line_begin;
    const int lines = std::min(way.lines_of(piece.line_begin, piece.line_end), room_.capacity - piece.at);
    if (piece.line_begin == 0 && units < std::min(block_cut.orphans, way.unit_count())) cost += costs_.orphan;
    if (way.unit_count() - piece.line_end < block_cut.widows) cost += costs_.widow;
    if (key.must > lines) cost += costs_.heading_at_foot;
    if (costs_more(node, cost)) return;
    const FlowPosition end{piece.block, piece.variant, piece.line_end, key.waiting};
    const int last = add(node, cost, piece);
    finish(end, piece.at + lines, cost_at(last), last, ColumnStop::text_goes_on, foot);
  }

  /// Notes of the column down to a place.
  NoteLines notes_up_to(const FlowPosition& place) const {
    if (!has_notes_) return {begin_.notes, begin_.notes};
    return notes_between(flow_, begin_, place);
  }

  NoteFoot foot_at(const FlowPosition& place, int used) const { return note_foot(rules_.notes, notes_up_to(place), room_.capacity - used); }
  NoteFoot foot_of(const Key& key) const { return foot_at({key.block}, key.used); }
  bool stands(int used, NoteLines notes) const {
    return used <= room_.capacity && !note_foot(rules_.notes, notes, room_.capacity - used).torn;
  }

  int add(int parent, int cost, ColumnPiece piece) {
    nodes_.push_back({cost_at(parent) + cost, parent, piece});
    return static_cast<int>(nodes_.size()) - 1;
  }

  void add_node(const Key& key, int parent, int cost, ColumnPiece piece) {
    if (costs_more(parent, cost)) return;
    int& known = node_at(key);
    if (known < 0 || cost_at(parent) + cost < cost_at(known)) known = add(parent, cost, piece);
  }

  void add_to_frontier(const Key& key, int node) {
    int& known = node_at(key);
    if (known < 0 || cost_at(node) < cost_at(known)) known = node;
  }

  /// The place of a key among those that are not extended yet; all of these lie behind the one that is.
  int& node_at(const Key& key) {
    const auto place = std::lower_bound(frontier_.begin() + static_cast<std::ptrdiff_t>(next_), frontier_.end(), key,
                                        [](const auto& known, const Key& sought) { return known.first < sought; });
    if (place != frontier_.end() && place->first == key) return place->second;
    return frontier_.insert(place, {key, -1})->second;
  }

  /// Whether a way that goes on from a node at a cost is beyond the bound.
  bool costs_more(int node, int cost) const { return cost_at(node) + cost > bound_; }

  void finish(FlowPosition end, int used, int cost, int node, ColumnStop stop, const NoteFoot& foot) {
    if (foot.carried > 0) cost += foot.torn ? costs_.note_torn : costs_.note_carried_on;
    if (cost > bound_) return;
    end.notes = foot.carried;
    // Ends in one block come one after another.
    for (auto known = ends_.rbegin(); known != ends_.rend() && known->position.block == end.block; ++known) {
      if (known->position != end || known->used != used) continue;
      if (cost < known->cost) *known = {end, used, cost, node, stop, foot.here};
      return;
    }
    ends_.push_back({end, used, cost, node, stop, foot.here});
  }

  std::vector<ColumnEnd> take_ends(std::size_t keep) {
    const auto taken = ends_.begin() + static_cast<std::ptrdiff_t>(std::min(keep, ends_.size()));
    std::partial_sort(ends_.begin(), taken, ends_.end(), [](const End& a, const End& b) {
      return std::tie(a.cost, a.position, a.used) < std::tie(b.cost, b.position, b.used);
    });
    std::vector<ColumnEnd> result;
    result.reserve(std::min(keep, ends_.size()));
    std::for_each(ends_.begin(), taken, [&](const End& end) {
      result.push_back({end.position, end.used, end.cost, end.stop, pieces_to(end.node), end.note_lines});
    });
    return result;
  }

  std::vector<ColumnPiece> pieces_to(int node) const {
    const auto each = [&](auto&& act) {
      for (int at = node; at > 0; at = nodes_[static_cast<std::size_t>(at)].parent) {
        const ColumnPiece& piece = nodes_[static_cast<std::size_t>(at)].piece;
        if (piece.line_end > 0) act(piece);
      }
    };
    std::size_t count = 0;
    each([&](const ColumnPiece&) { ++count; });
    std::vector<ColumnPiece> pieces(count);
    each([&](const ColumnPiece& piece) { pieces[--count] = piece; });
    return pieces;
  }

  struct End {
    FlowPosition position;
    int used = 0;
    int cost = 0;
    int node = 0;
    ColumnStop stop = ColumnStop::text_goes_on;
    int note_lines = 0;
  };

  const FillRules& rules_;
  std::span<const FillBlock> flow_;
  const PageCosts& costs_;
  FillRoom room_;
  const bool has_notes_ = rules_.notes.line_pitch != Length();
  FlowPosition begin_;
  int bound_ = 0;                             ///< ways that cost more are left out
  int most_wasted_ = costs_.heading_at_foot;  ///< by cutting a block higher than must be
  std::array<std::byte, 16384> first_memory_;
  std::pmr::monotonic_buffer_resource memory_{first_memory_.data(), first_memory_.size()};
  std::pmr::vector<Node> nodes_{&memory_};
  std::pmr::vector<std::pair<Key, int>> frontier_{&memory_};  ///< in order; those before `next_` have been extended
  std::size_t next_ = 0;
  std::pmr::vector<End> ends_{&memory_};
};

}  // namespace

int FillBlock::least_lines() const {
  int least = variants.front().lines;
  for (const BlockVariant& way : variants) least = std::min(least, way.lines);
  return std::max(0, least - shrink);
}

int FillBlock::variant_for(int measure) const {
  const auto found = std::find_if(variants.begin(), variants.end(), [&](const BlockVariant& way) { return way.measure == measure; });
  return found == variants.end() ? 0 : static_cast<int>(found - variants.begin());
}

NoteLines BlockVariant::notes_between(int begin, int end, NoteLines before) const {
  for (const AnchoredNote& note : notes) {
    if (note.line >= begin && note.line < end) before = {before.all + note.lines, note.lines};
  }
  return before;
}

NoteLines notes_between(std::span<const FillBlock> flow, const FlowPosition& begin, const FlowPosition& end) {
  NoteLines lines{begin.notes, begin.notes};
  for (int index = begin.block; index <= std::min(end.block, static_cast<int>(flow.size()) - 1); ++index) {
    const bool goes_on = index == begin.block && begin.line > 0, is_last = index == end.block;
    if (is_last && end.line == 0) break;
    const BlockVariant& way = flow[static_cast<std::size_t>(index)].variant(is_last ? end.variant : goes_on ? begin.variant : 0);
    lines = way.notes_between(goes_on ? begin.line : 0, is_last ? end.line : way.unit_count(), lines);
  }
  return lines;
}

int hole_cost(int lines, const PageCosts& costs) {
  if (lines <= 0) return 0;
  if (lines == 1) return costs.hole_one_line;
  return lines == 2 ? costs.hole_two_lines : costs.hole_more * lines;
}

std::vector<ColumnEnd> fill_column(const FillRules& rules, FlowPosition begin, const FillRoom& room, std::size_t keep, int most_cost) {
  if (room.capacity > 0) return ColumnFiller(rules, room).run(begin, keep, most_cost);
  const bool ended = begin.block == room.stop && begin.line == 0 && begin.waiting < 0 && begin.notes == 0;
  return {ColumnEnd{begin, 0, 0, ended ? ColumnStop::flow_ended : ColumnStop::text_goes_on, {}, 0}};
}

}  // namespace banxin
