// The stack of open block collections: where an entry belongs, and what is wrong when it belongs nowhere.
#include "yaml/scanner.h"

namespace banxin::yaml {

void Scanner::open(Block kind, std::size_t entry) {
  const int at_column = static_cast<int>(entry - line_begin_);
  close_deeper(at_column);
  // A list may stand at the column of the key it belongs to; the next key at that column ends it.
  const std::size_t count = open_.size();
  if (kind == Block::mapping && count >= 2 && open_[count - 1].kind == Block::sequence && open_[count - 1].column == at_column &&
      open_[count - 2].column == at_column) {
    pop();
  }
  after_block_scalar_ = false;
  if (open_.empty() && !top_seen_) return push(kind, at_column, entry);
  if (!open_.empty()) {
    Open& last = open_.back();
    if (last.kind == kind && last.column == at_column) {
      if (kind == Block::sequence && last.awaiting) fault("yaml-empty-item", last.entry, last.entry + 1);
      last.entry = entry;
      last.awaiting = true;
      return;
    }
    if (may_hold(last, kind, at_column)) {
      last.awaiting = false;
      return push(kind, at_column, entry);
    }
  }
  report_misplaced_entry(kind, at_column, entry);
  push(kind, at_column, entry);
}

bool Scanner::may_hold(const Open& outer, Block kind, int at_column) const {
  const bool list_of_key = outer.kind == Block::mapping && kind == Block::sequence && outer.column == at_column;
  return outer.awaiting && (outer.column < at_column || list_of_key);
}

void Scanner::push(Block kind, int at_column, std::size_t entry) {
  top_seen_ = true;
  if (open_.size() >= limits_.nesting) {
    fault("yaml-too-deep", entry, entry + 1, {{"limit", std::to_string(limits_.nesting)}});
    stopped_ = true;
    return;
  }
  if (count_value(entry)) open_.push_back({kind, at_column, entry, true});
}

void Scanner::pop() {
  const Open& last = open_.back();
  if (last.kind == Block::sequence && last.awaiting) fault("yaml-empty-item", last.entry, last.entry + 1);
  open_.pop_back();
}

void Scanner::close_deeper(int than_column) {
  while (!open_.empty() && open_.back().column > than_column) pop();
}

void Scanner::report_misplaced_entry(Block kind, int at_column, std::size_t entry) {
  const std::size_t end = entry + 1;
  if (open_.empty()) {
    structure_fault("yaml-indentation", line_begin_, end, {{"found", std::to_string(at_column)}});
    return;
  }
  const Open& last = open_.back();
  Diagnostic* told = nullptr;
  if (last.column == at_column) {
    told = structure_fault(kind == Block::sequence ? "yaml-stray-dash" : "yaml-missing-dash", entry, end, {{"text", ""}});
  } else {
    told = structure_fault("yaml-indentation", line_begin_, end, {{"found", std::to_string(at_column)}});
  }
  if (told) told->relate(place(last.entry, last.entry + 1), "see-yaml-neighbour", {{"column", std::to_string(last.column)}});
}

}  // namespace banxin::yaml
