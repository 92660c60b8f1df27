// A rule between two parts of the text.
#pragma once

#include "layout/flow_content.h"
#include "layout/shapes.h"

namespace banxin {

/// A third of the column, in the height of its line's middle.
class RuleContent : public FlowContent {
 public:
  enum class Place { centre, left };
  RuleContent(const Style& style, Place at)
      : body_size_(style.of(Element::body).size), weight_(rule_weight(Length::from_points(0.35), style)), place_(at) {}

  void draw(const ColumnPiece&, const PiecePlace& place, PageSink sink) const override {
    const Length third = place.width.scaled(1, 3);
    const Length left = place_ == Place::centre ? place.left + third : place.left;
    const Length y = place.top + body_size_.scaled(1, 2);
    sink.items.push_back({straight_rule({left, y}, {left + third, y}, weight_), {-1, ItemTag::Artifact::layout}, {}});
  }

 private:
  Length body_size_, weight_;
  Place place_;
};

}  // namespace banxin
