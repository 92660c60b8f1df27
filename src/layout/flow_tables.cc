#include "layout/flow_tables.h"

#include <string>
#include <utility>

#include "layout/table_content.h"

namespace banxin {

void FlowTables::add(const Table& table, int parent, SourceSpan span) {
  if (table.rows.empty()) return;
  const RichText caption = caption_of(table);
  TableNodes nodes = add_table_nodes(table, parent, span, writer_.document());
  FlowPart part;
  part.fill.span = writer_.columns_of(table.span);
  part.fill.orphans = part.fill.widows = 2;
  part.fill.variants.clear();
  std::vector<TableSetting> settings;
  for (const Length width : writer_.measures().over(part.fill.span)) {
    settings.push_back(set_table(table, caption, width, writer_.setter()));
    const auto& units = settings.back().units;
    const int lines = units->lines(0, units->count());
    part.fill.variants.push_back({lines, 0, static_cast<int>(settings.size()) - 1, true, units});
    part.fill.splittable = part.fill.splittable || lines * 3 > writer_.input().column_lines;
  }
  part.content = std::make_unique<TableContent>(table, std::move(nodes), std::move(settings), writer_.setter());
  writer_.add(std::move(part), parent, span);
}

/// Tables are counted where they have a caption to stand the number before.
RichText FlowTables::caption_of(const Table& table) {
  const std::string& pattern = writer_.style().tables.number;
  if (pattern.empty() || table.caption.empty()) return table.caption;
  std::string number = pattern;
  if (const std::size_t at = number.find('#'); at != std::string::npos) number.replace(at, 1, std::to_string(++count_));
  return join_texts({plain_text(std::move(number)), table.caption}, "　");
}

}  // namespace banxin
