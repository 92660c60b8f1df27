#include "style/key_tree.h"

#include <algorithm>

#include "style/read_style.h"

namespace banxin {
namespace {

using Kind = yaml::Shape::Kind;

Kind shape_of_value(StyleValueKind kind) {
  switch (kind) {
    case StyleValueKind::text:
      return Kind::text;
    case StyleValueKind::ladder:
    case StyleValueKind::integers:
    case StyleValueKind::paper:
    case StyleValueKind::names:
      return Kind::token_or_list;
    case StyleValueKind::named_colour:
    case StyleValueKind::removable:
      return Kind::token_or_mapping;
    case StyleValueKind::families:
    case StyleValueKind::frames:
    case StyleValueKind::localized_text:
    case StyleValueKind::adjustments:
    case StyleValueKind::later:
      return Kind::any;
    default:
      return Kind::token;
  }
}

const yaml::Key colour_parts[] = {{"rgb", {Kind::token}, "for screens", "屏幕用", {}},
                                  {"cmyk", {Kind::token}, "for printing presses", "印刷用", {}}};

/// The shapes point to each other, so they are made once the tree stands still.
void make_shape(KeyNode& node) {
  for (const auto& child : node.children) make_shape(*child);
  node.shape.kind = !node.has_value()       ? Kind::mapping
                    : node.children.empty() ? shape_of_value(node.key->rule.kind)
                                            : Kind::token_or_mapping;
  node.shape.dotted_keys = !node.children.empty();
  if (node.takes_any_name()) {
    node.shape.items = &node.children.front()->shape;
  } else if (!node.children.empty()) {
    for (const auto& child : node.children) {
      node.keys.push_back({child->segment, child->shape, child->key->english, child->key->chinese, {}});
    }
    node.shape.keys = node.keys;
  } else if (node.has_value() && node.key->rule.kind == StyleValueKind::named_colour) {
    node.shape.keys = colour_parts;
  }
}

KeyNode& child_for(KeyNode& node, std::string_view segment) {
  for (const auto& child : node.children) {
    if (child->segment == segment) return *child;
  }
  return *node.children.emplace_back(std::make_unique<KeyNode>(std::string(segment)));
}

void insert(KeyNode& root, const StyleKey& key) {
  KeyNode* node = &root;
  std::string_view rest = key.path;
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::string_view segment = rest.substr(0, dot);
    node = &child_for(*node, segment);
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  node->key = &key;
}

KeyNode make_tree() {
  KeyNode root;
  for (const StyleKey& key : all_style_keys()) insert(root, key);
  make_shape(root);
  return root;
}

}  // namespace

const KeyNode* KeyNode::child(std::string_view name) const {
  if (takes_any_name()) return name.empty() ? nullptr : children.front().get();
  const auto found = std::find_if(children.begin(), children.end(), [&](const auto& node) { return node->segment == name; });
  return found == children.end() ? nullptr : found->get();
}

const KeyNode& style_key_tree() {
  static const KeyNode tree = make_tree();
  return tree;
}

const yaml::Shape& style_schema() { return style_key_tree().shape; }

}  // namespace banxin
