#include "cli/why_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "cli/table.h"

namespace banxin {

namespace {

using Rows = std::vector<std::vector<std::string>>;

class PageTable {
 public:
  PageTable(const PageReport& report, MessageLanguage language) : report_(report), language_(language) {}

  std::string text(int page, std::size_t pages) const {
    const std::string introduction =
        word("why-page-introduction",
             {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}, {"cost", std::to_string(report_.cost)}});
    return introduction + "\n" + charges() + figures() + arrangements() + other_end() + "\n";
  }

 private:
  std::string word(const char* code, MessageArguments arguments = {}) const { return Message{code, std::move(arguments)}.text(language_); }

  std::string name_of(int PageCosts::*cost) const {
    const auto names = page_cost_names();
    const auto found = std::find_if(names.begin(), names.end(), [&](const PageCostName& name) { return name.value == cost; });
    return std::string(language_ == MessageLanguage::chinese ? found->chinese : found->english);
  }

  static std::string line_of(const ReportedText& text) {
    return text.span ? std::to_string(text.span.file->line_of(text.span.begin)) : "–";
  }

  std::vector<std::string> heading(std::initializer_list<const char*> codes) const {
    std::vector<std::string> cells;
    for (const char* code : codes) cells.push_back(word(code));
    return cells;
  }

  std::string charges() const {
    Rows rows = {heading({"why-page-item", "why-page-times", "why-page-amount", "why-page-column", "why-page-line", "why-page-text"})};
    for (const ReportedCharge& charge : report_.charges) {
      rows.push_back({name_of(charge.cost), std::to_string(charge.times), std::to_string(charge.amount),
                      charge.column >= 0 ? std::to_string(charge.column + 1) : "–", line_of(charge.text), charge.text.begins});
    }
    return aligned_table(rows);
  }

  std::string figures() const {
    if (report_.figures.empty()) return "";
    Rows rows = {
        heading({"why-page-line", "why-page-figure", "why-page-stands", "why-page-column", "why-page-height", "why-page-paragraph"})};
    for (const ReportedFigure& figure : report_.figures) {
      rows.push_back({line_of(figure.caption), figure.caption.begins, word(figure.at_foot ? "why-page-foot" : "why-page-head"),
                      columns_of(figure), height_of(figure), paragraph_of(figure)});
    }
    return "\n" + aligned_table(rows);
  }

  static std::string columns_of(const ReportedFigure& figure) {
    const std::string last = figure.span > 1 ? fmt::format("–{}", figure.column + figure.span) : "";
    return fmt::format("{}{}", figure.column + 1, last);
  }

  /// One row for each figure of an arrangement, the cost beside the first.
  std::string arrangements() const {
    if (report_.arrangements.empty()) return "";
    Rows rows = {heading({"why-page-more", "why-page-line", "why-page-figure", "why-page-stands", "why-page-column", "why-page-height"})};
    for (const ReportedArrangement& other : report_.arrangements) {
      std::string more = std::to_string(other.more);
      if (other.figures.empty()) rows.push_back({more, "–", word("why-page-no-figures")});
      for (const ReportedFigure& figure : other.figures) {
        rows.push_back({std::exchange(more, ""), line_of(figure.caption), figure.caption.begins,
                        word(figure.at_foot ? "why-page-foot" : "why-page-head"), columns_of(figure), height_of(figure)});
      }
    }
    return "\n" + word("why-page-arrangements") + "\n" + aligned_table(rows);
  }

  std::string height_of(const ReportedFigure& figure) const {
    if (figure.shrunk == 0) return std::to_string(figure.lines);
    return word("why-page-shrunk", {{"lines", std::to_string(figure.lines)}, {"shrunk", std::to_string(figure.shrunk)}});
  }

  std::string paragraph_of(const ReportedFigure& figure) const {
    if (!figure.paragraph_on_page) return word("why-page-elsewhere");
    if (figure.from_paragraph == 0) return word("why-page-beside");
    return word(figure.from_paragraph > 0 ? "why-page-after" : "why-page-ahead",
                {{"columns", std::to_string(std::abs(figure.from_paragraph))}});
  }

  std::string other_end() const {
    if (!report_.other_end) return "\n" + word("why-page-no-other-end");
    const ReportedPageEnd& end = *report_.other_end;
    const std::string moved = end.figures == 0 ? "" : " " + word("why-page-figures-moved", {{"figures", fmt::format("{:+}", end.figures)}});
    const std::string more = std::to_string(end.more);
    if (!end.text.span) return "\n" + word("why-page-other-end-of-text", {{"more", more}}) + moved;
    return "\n" + word("why-page-other-end", {{"text", end.text.begins}, {"line", line_of(end.text)}, {"more", more}}) + moved;
  }

  const PageReport& report_;
  MessageLanguage language_;
};

}  // namespace

std::string why_page_table(const std::vector<PageReport>& reports, int page, MessageLanguage language) {
  if (page < 1 || static_cast<std::size_t>(page) > reports.size()) return "";
  return PageTable(reports[static_cast<std::size_t>(page) - 1], language).text(page, reports.size());
}

}  // namespace banxin
