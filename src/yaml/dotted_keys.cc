// Keys with dots as the nested mappings they stand for, and keys named twice in either spelling.
#include "yaml/dotted_keys.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace banxin::yaml {

namespace {

void report_duplicate(const SourceText& key, const SourceText& first, const Limits& limits, DiagnosticSink& sink) {
  if (sink.error_count() >= limits.errors) return;
  sink.error("yaml-duplicate-key", key.span(), {{"key", key.text()}}).relate(first.span(), "see-yaml-first-key");
}

/// A mapping while dotted keys are being merged into it: its keys in the order in which they first appear.
class MergedMapping {
 public:
  MergedMapping(const Limits& limits, DiagnosticSink& sink) : limits_(limits), sink_(sink) {}

  void add_all(std::vector<Entry> entries, std::size_t depth) {
    for (Entry& entry : entries) add(std::move(entry.key), std::move(entry.value), depth);
  }

  std::vector<Entry> entries() {
    std::vector<Entry> result;
    for (Slot& slot : slots_) {
      if (slot.nested) slot.value.entries = slot.nested->entries();
      result.push_back({std::move(slot.key), std::move(slot.value)});
    }
    return result;
  }

 private:
  struct Slot {
    SourceText key;
    Value value;
    std::unique_ptr<MergedMapping> nested;  // of a mapping: its entries
  };

  void add(SourceText key, Value value, std::size_t depth) {
    if (depth > limits_.nesting) {
      sink_.error("yaml-too-deep", key.span(), {{"limit", std::to_string(limits_.nesting)}});
      return;
    }
    const std::size_t dot = key.view().find('.');
    const bool is_path = dot != std::string_view::npos && dot > 0 && dot + 1 < key.size();
    if (is_path) {
      Value nested;
      nested.kind = Value::Kind::mapping;
      nested.span = {value.span.file, key.span().begin, value.span.end};
      nested.entries.push_back({key.part(dot + 1, key.size()), std::move(value)});
      key = key.part(0, dot);
      value = std::move(nested);
    }
    const auto [place, is_new] = index_.emplace(key.text(), slots_.size());
    if (is_new) {
      Slot& slot = slots_.emplace_back(Slot{std::move(key), {}, nullptr});
      if (value.is_mapping()) {
        slot.nested = std::make_unique<MergedMapping>(limits_, sink_);
        slot.nested->add_all(std::move(value.entries), depth + 1);
        value.entries.clear();
      }
      slot.value = std::move(value);
      return;
    }
    Slot& slot = slots_[place->second];
    if (slot.nested && value.is_mapping()) {
      slot.nested->add_all(std::move(value.entries), depth + 1);
    } else {
      report_duplicate(key, slot.key, limits_, sink_);
    }
  }

  const Limits& limits_;
  DiagnosticSink& sink_;
  std::vector<Slot> slots_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// Reports keys that are spelled alike in one mapping, anywhere in the tree, and keeps the first.
void drop_duplicates(Value& value, const Limits& limits, DiagnosticSink& sink) {
  std::unordered_map<std::string, SourceText> seen;
  std::erase_if(value.entries, [&](const Entry& entry) {
    const auto [first, is_new] = seen.emplace(entry.key.text(), entry.key);
    if (!is_new) report_duplicate(entry.key, first->second, limits, sink);
    return !is_new;
  });
  for (Entry& entry : value.entries) drop_duplicates(entry.value, limits, sink);
  for (Value& item : value.items) drop_duplicates(item, limits, sink);
}

const Shape* shape_under(const Shape* shape, std::string_view name) {
  if (!shape) return nullptr;
  for (const Key& key : shape->keys) {
    if (key.name == name) return &key.shape;
  }
  return shape->keys.empty() ? shape->items : nullptr;
}

/// Nests the dotted keys of each mapping that `shape` allows them in, and of all below it.
void nest(Value& value, const Shape* shape, bool dotted, bool merged, const Limits& limits, DiagnosticSink& sink) {
  dotted = dotted || (shape && shape->dotted_keys);
  if (value.is_mapping() && dotted && !merged) {
    MergedMapping mapping(limits, sink);
    mapping.add_all(std::move(value.entries), 1);
    value.entries = mapping.entries();
  }
  for (Entry& entry : value.entries) nest(entry.value, shape_under(shape, entry.key.view()), dotted, dotted, limits, sink);
  for (Value& item : value.items) nest(item, shape ? shape->items : nullptr, dotted, false, limits, sink);
}

}  // namespace

void resolve_keys(Value& value, const Shape& shape, const Limits& limits, DiagnosticSink& sink) {
  drop_duplicates(value, limits, sink);
  nest(value, &shape, false, false, limits, sink);
}

}  // namespace banxin::yaml
