// What styles, the article and the command line set, by dotted path, each stronger than those before it.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "style/key_tree.h"
#include "yaml/value.h"

namespace banxin {

/// A value in force. Layers count from 0, the weakest.
struct Setting {
  const yaml::Value* value = nullptr;  ///< null: taken away
  int layer = 0;
};

class Settings {
 public:
  enum class Source { style_file, override };

  /// Adds a stronger layer: a style file, or values that override one (`set:`, `--set`). Reports unknown keys, keys set twice and values
  /// where keys should be. `mapping` must live as long as the settings.
  void add_layer(const yaml::Value& mapping, Source source, DiagnosticSink& sink);

  /// The value of a path, or null.
  const Setting* find(std::string_view path) const;
  /// The layer that sets a path, -1 when none does.
  int layer_of(std::string_view path) const;
  /// Where a path is set, or an empty span.
  SourceSpan place_of(std::string_view path) const;
  /// Where the strongest of several paths is set, of equals the first; an empty span when none is.
  SourceSpan strongest_place(std::span<const std::string> paths) const;
  /// The names that authors gave below a group (`furniture`, `colours`), in the order of their first appearance.
  std::vector<std::string> names_below(std::string_view group) const;
  /// The settings as they were when `layer` was the strongest.
  Settings up_to(int layer) const;

 private:
  void add(const yaml::Value& mapping, const std::string& prefix, const KeyNode& node, DiagnosticSink& sink);
  void add_entry(const yaml::Entry& entry, const std::string& path, const KeyNode& node, DiagnosticSink& sink);
  void set(const std::string& path, const yaml::Entry& entry, DiagnosticSink& sink);

  std::map<std::string, std::vector<Setting>, std::less<>> settings_;
  std::map<std::string, SourceSpan> keys_of_layer_;  ///< places of the keys of the layer being added
  std::vector<std::string> order_;
  int layers_ = 0;
  int limit_ = std::numeric_limits<int>::max();
};

}  // namespace banxin
