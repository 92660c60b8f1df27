#include "layout/qr_drawing.h"

#include "layout/structure.h"

namespace banxin {

namespace {

constexpr Length least_module = Length::from_millimetres(0.33);

using Kind = PathItem::Segment::Kind;

void add_rectangle(Length left, Length top, Length right, Length bottom, PathItem& path) {
  path.segments.push_back({Kind::move, {left, top}, {}, {}});
  path.segments.push_back({Kind::line, {right, top}, {}, {}});
  path.segments.push_back({Kind::line, {right, bottom}, {}, {}});
  path.segments.push_back({Kind::line, {left, bottom}, {}, {}});
  path.segments.push_back({Kind::close, {}, {}, {}});
}

}  // namespace

std::optional<QrSymbol> qr_symbol_in(std::string_view text, Length side) {
  return make_qr_symbol(text, static_cast<int>(side.raw() / least_module.raw()));
}

Length qr_side(const FurnitureItem& item) { return item.length.value_or(Length::from_points(64)); }

PathItem qr_path(const QrSymbol& code, const Rectangle& square) {
  PathItem path;
  path.fill = Colour::black();
  const auto x = [&](int column) { return square.x + square.width.scaled(column, code.size); };
  const auto y = [&](int row) { return square.y + square.height.scaled(row, code.size); };
  for (int row = 0; row < code.size; ++row) {
    for (int column = 0; column < code.size; ++column) {
      if (!code.is_dark(row, column)) continue;
      const int begin = column;
      while (column < code.size && code.is_dark(row, column)) ++column;
      add_rectangle(x(begin), y(row), x(column), y(row + 1), path);
    }
  }
  return path;
}

QrNodes add_qr_nodes(const Article& article, const Style& style, const Variables& variables, int parent, PagedDocument& document,
                     DiagnosticSink& sink) {
  for (const FurnitureItem& item : style.furniture) {
    if (item.kind != FurnitureItem::Kind::qr_code || !conditions_hold(item, lookup_in(variables))) continue;
    const std::string text = fill_variables(item.text, lookup_in(variables));
    if (text.empty()) continue;
    const SourceSpan span = article.link.text.span();
    if (!qr_symbol_in(text, qr_side(item))) {
      sink.warning("layout-link-too-long", span);
      continue;
    }
    QrNodes nodes;
    nodes.link = add_node(document, StructureNode::Type::link, parent, span);
    nodes.figure = add_node(document, StructureNode::Type::figure, nodes.link, span);
    document.structure[static_cast<std::size_t>(nodes.figure)].alternative = text;
    return nodes;
  }
  return {};
}

}  // namespace banxin
