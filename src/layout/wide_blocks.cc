#include "layout/wide_blocks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/pull_quote.h"
#include "layout/qr_content.h"
#include "layout/qr_drawing.h"

namespace banxin {

namespace {

using Type = StructureNode::Type;

constexpr Length qr_block_side = Length::from_points(64);

}  // namespace

void add_pull_quote(const PullQuote& quote, int parent, SourceSpan span, FlowWriter& writer) {
  const int node = writer.node(Type::block_quote, parent, span);
  PullQuoteNodes nodes;
  nodes.text = writer.node(Type::paragraph, node, span);
  if (!quote.by.empty()) nodes.by = writer.node(Type::paragraph, node, span);
  FlowPart part;
  part.fill.span = writer.columns_of(quote.span);
  part.fill.variants.clear();
  std::vector<PullQuoteSetting> settings;
  for (const Length width : writer.measures().over(part.fill.span)) {
    settings.push_back(set_pull_quote(quote, nodes, width, writer.setter()));
    part.fill.variants.push_back({settings.back().lines, 0, static_cast<int>(settings.size()) - 1});
  }
  part.content = std::make_unique<PullQuoteContent>(std::move(settings), writer.style());
  part.fill.space_before = 1;
  writer.add(std::move(part), parent, span);
  writer.leave_space(1);
}

void add_qr(const QrCode& code, int parent, SourceSpan span, FlowWriter& writer) {
  const TextSetter& setter = writer.setter();
  const std::vector<Length>& widths = writer.measures().widths;
  const Length side = std::min(qr_block_side, std::min_element(widths.begin(), widths.end())->scaled(3, 4));
  std::optional<QrSymbol> symbol = qr_symbol_in(code.text.view(), side);
  if (!symbol) {
    setter.sink().warning("layout-link-too-long", code.text.span());
    return;
  }
  QrContent::Nodes nodes;
  nodes.figure = writer.node(Type::figure, parent, span);
  writer.document().structure.back().alternative = code.text.text();
  if (!code.caption.empty()) nodes.caption = writer.node(Type::caption, nodes.figure, code.caption.text.span());
  TextStyle type = setter.style().of(Element::caption);
  type.align = Alignment::centre;
  std::vector<Galley> captions;
  for (const Length width : widths) captions.push_back(code.caption.empty() ? Galley() : setter.paragraph(code.caption, type, width));
  auto content = std::make_unique<QrContent>(std::move(*symbol), side, std::move(captions), nodes, span, setter.style());
  FlowPart part;
  part.fill.may_wait = true;
  part.fill.variants.clear();
  for (std::size_t measure = 0; measure < widths.size(); ++measure)
    part.fill.variants.push_back({content->lines(measure), 0, static_cast<int>(measure)});
  part.content = std::move(content);
  writer.add(std::move(part), parent, span);
}

}  // namespace banxin
