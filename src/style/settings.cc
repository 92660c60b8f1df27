#include "style/settings.h"

#include <algorithm>

namespace banxin {
namespace {

using yaml::Entry;
using yaml::Value;

std::string below(const std::string& prefix, std::string_view segment) {
  return prefix.empty() ? std::string(segment) : prefix + "." + std::string(segment);
}

bool is_none(const Value& value) { return value.is_scalar() && value.text.view() == "none"; }

void report_unknown(const Entry& entry, const std::string& path, std::string_view segment, const KeyNode& parent, DiagnosticSink& sink) {
  std::vector<std::string_view> names;
  for (const auto& child : parent.children) names.push_back(child->segment);
  suggest(sink.error("style-key-unknown", entry.key.span(), {{"key", path}}), segment, names);
}

void report_group(const Entry& entry, const std::string& path, const KeyNode& node, DiagnosticSink& sink) {
  if (entry.value.is_null()) {
    sink.error("style-value-missing", entry.key.span(), {{"key", path}});
  } else {
    sink.error("style-value-mapping", entry.value.span, {{"key", path}, {"example", path + "." + node.children.front()->segment}});
  }
}

/// Whether the value of a key is written as a mapping.
bool takes_mapping(StyleValueKind kind) {
  return kind == StyleValueKind::named_colour || kind == StyleValueKind::families || kind == StyleValueKind::localized_text ||
         kind == StyleValueKind::adjustments || kind == StyleValueKind::later;
}

}  // namespace

void Settings::add_layer(const Value& mapping, Source source, DiagnosticSink& sink) {
  keys_of_layer_.clear();
  if (const Value* extends = mapping.find("extends"); extends && source == Source::override)
    sink.error("style-extends-place", extends->span);
  add(mapping, "", style_key_tree(), sink);
  ++layers_;
}

void Settings::add(const Value& mapping, const std::string& prefix, const KeyNode& node, DiagnosticSink& sink) {
  for (const Entry& entry : mapping.entries) {
    const KeyNode* target = &node;
    std::string path = prefix;
    std::string_view rest = entry.key.view();
    while (target) {
      const std::size_t dot = rest.find('.');
      const std::string_view segment = rest.substr(0, dot);
      const KeyNode* next = target->child(segment);
      path = below(path, segment);
      if (!next) report_unknown(entry, path, segment, *target, sink);
      target = next;
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
    if (target) add_entry(entry, path, *target, sink);
  }
}

void Settings::add_entry(const Entry& entry, const std::string& path, const KeyNode& node, DiagnosticSink& sink) {
  const bool removable = node.key->rule.kind == StyleValueKind::removable;
  if (entry.value.is_mapping() && !node.children.empty()) {
    add(entry.value, path, node, sink);
  } else if (entry.value.is_mapping() && !takes_mapping(node.key->rule.kind)) {
    sink.error("style-value-scalar", entry.value.span, {{"key", path}});
  } else if (!node.has_value() || (removable && !is_none(entry.value))) {
    report_group(entry, path, node, sink);
  } else if (entry.value.is_null()) {
    sink.error("style-value-missing", entry.key.span(), {{"key", path}});
  } else {
    set(path, entry, sink);
  }
}

void Settings::set(const std::string& path, const Entry& entry, DiagnosticSink& sink) {
  const auto [first, is_new] = keys_of_layer_.emplace(path, entry.key.span());
  if (!is_new) {
    sink.error("style-key-twice", entry.key.span(), {{"key", path}}).relate(first->second, "see-style-key-first");
    return;
  }
  // A value for a whole group (all margins, no furniture item) is stronger than what weaker layers set below it.
  const std::string prefix = path + ".";
  for (auto below = settings_.lower_bound(prefix); below != settings_.end() && below->first.starts_with(prefix); ++below) {
    if (below->second.back().layer < layers_) below->second.push_back({nullptr, layers_});
  }
  std::vector<Setting>& values = settings_[path];
  if (values.empty()) order_.push_back(path);
  values.push_back({&entry.value, layers_});
}

const Setting* Settings::find(std::string_view path) const {
  const auto found = settings_.find(path);
  if (found == settings_.end()) return nullptr;
  const auto in_force =
      std::find_if(found->second.rbegin(), found->second.rend(), [&](const Setting& setting) { return setting.layer <= limit_; });
  return in_force == found->second.rend() || !in_force->value ? nullptr : &*in_force;
}

int Settings::layer_of(std::string_view path) const {
  const Setting* setting = find(path);
  return setting ? setting->layer : -1;
}

SourceSpan Settings::place_of(std::string_view path) const {
  const Setting* setting = find(path);
  return setting ? setting->value->span : SourceSpan{};
}

SourceSpan Settings::strongest_place(std::span<const std::string> paths) const {
  const auto strongest =
      std::max_element(paths.begin(), paths.end(), [&](const std::string& a, const std::string& b) { return layer_of(a) < layer_of(b); });
  return strongest == paths.end() ? SourceSpan{} : place_of(*strongest);
}

std::vector<std::string> Settings::names_below(std::string_view group) const {
  std::vector<std::string> names;
  for (const std::string& path : order_) {
    if (!path.starts_with(group) || path.size() <= group.size() || path[group.size()] != '.') continue;
    const std::string_view rest = std::string_view(path).substr(group.size() + 1);
    const std::string name(rest.substr(0, rest.find('.')));
    if (find(path) && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

Settings Settings::up_to(int layer) const {
  Settings earlier = *this;
  earlier.limit_ = std::min(limit_, layer);
  return earlier;
}

}  // namespace banxin
