#include "layout/page_report.h"

#include <algorithm>

#include "layout/figure_charges.h"

namespace banxin {

namespace {

constexpr std::size_t quoted_characters = 8;

/// Bytes of the first characters of UTF-8.
std::size_t bytes_of_beginning(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < quoted_characters; ++count) {
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80);
  }
  return end;
}

ReportedText beginning_of(const SourceText& text, std::size_t begin) {
  const std::size_t end = begin + bytes_of_beginning(text.view().substr(begin));
  return {text.span(begin, end), std::string(text.view().substr(begin, end - begin))};
}

class PageReporter {
 public:
  PageReporter(const ChargedPages& article, const Flow& flow) : article_(article), flow_(flow) {}

  PageReport report(std::size_t index, const PageAlternatives& alternatives) {
    PageReport report;
    const MadePage& page = article_.pages[index];
    const std::vector<PageCharge> charges = page_charges(article_, index);
    report.cost = sum_of(charges);
    for (const PageCharge& charge : charges)
      report.charges.push_back({charge.cost, charge.times, charge.amount, charge.column, text_of(charge)});
    std::stable_sort(report.charges.begin(), report.charges.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
    for (const FigurePlace& place : page.plan.figures) report.figures.push_back(figure(page, place));
    next_figure_ += static_cast<int>(page.plan.figures.size());
    if (const auto& end = alternatives.end) report.other_end = {text_at(end->end), end->next_figure - next_figure_, end->more};
    for (const OtherArrangement& other : alternatives.arrangements) report.arrangements.push_back(arrangement(other));
    return report;
  }

 private:
  ReportedText text_of(const PageCharge& charge) const {
    if (charge.figure >= 0) return caption_of(charge.figure);
    return charge.block >= 0 ? text_at({charge.block, 0, 0, -1}) : ReportedText();
  }

  ReportedText caption_of(int figure) const {
    const LoadedFigure& loaded = flow_.figures[static_cast<std::size_t>(figure)].figure;
    const RichText& caption = loaded.figure->caption;
    return {loaded.span, caption.text.text().substr(0, bytes_of_beginning(caption.text.view()))};
  }

  ReportedText text_at(const FlowPosition& position) const {
    if (position.block >= static_cast<int>(flow_.blocks.size())) return {};
    const FlowBlock& block = flow_.blocks[static_cast<std::size_t>(position.block)];
    const Galley* galley = block.content ? block.content->galley(position.variant) : nullptr;
    const auto line = static_cast<std::size_t>(position.line);
    if (galley == nullptr || line >= galley->lines.size()) return {block.span, {}};
    ReportedText text = beginning_of(galley->text->text, galley->lines[line].text_begin);
    if (!text.span) text.span = block.span;
    return text;
  }

  ReportedArrangement arrangement(const OtherArrangement& other) const {
    ReportedArrangement arrangement{{}, other.more};
    for (const FigurePlace& place : other.figures) arrangement.figures.push_back(placed(place));
    return arrangement;
  }

  ReportedFigure placed(const FigurePlace& place) const {
    return {caption_of(place.figure), place.column, place.span, place.at_foot, place.lines, place.shrunk};
  }

  ReportedFigure figure(const MadePage& page, const FigurePlace& place) const {
    ReportedFigure figure = placed(place);
    const int anchor = article_.matter.figures[static_cast<std::size_t>(place.figure)].anchor_block;
    const std::optional<int> end = column_of_end(page, article_.matter.flow, anchor);
    if (!end) return figure;
    figure.paragraph_on_page = true;
    figure.from_paragraph = *end < place.column ? place.column - *end : -std::max(0, *end - (place.column + place.span - 1));
    return figure;
  }

  const ChargedPages& article_;
  const Flow& flow_;
  int next_figure_ = 0;
};

}  // namespace

std::vector<PageReport> report_pages(const ChargedPages& article, const Flow& flow, const std::vector<PageAlternatives>& alternatives) {
  std::vector<PageReport> reports;
  reports.reserve(article.pages.size());
  PageReporter reporter(article, flow);
  for (std::size_t page = 0; page < article.pages.size(); ++page) reports.push_back(reporter.report(page, alternatives[page]));
  return reports;
}

}  // namespace banxin
