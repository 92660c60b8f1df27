#include "style/page_costs.h"

#include <array>

namespace banxin {

std::span<const PageCostName> page_cost_names() {
  static constexpr std::array names = {
      PageCostName{"page", &PageCosts::page, "another page", "多一页"},
      PageCostName{"short_page", &PageCosts::short_page, "a last page of one line", "末页只有一行"},
      PageCostName{"hole_one_line", &PageCosts::hole_one_line, "a column that ends one line above the foot", "栏末空一行"},
      PageCostName{"hole_two_lines", &PageCosts::hole_two_lines, "a column that ends two lines above the foot", "栏末空两行"},
      PageCostName{"hole_more", &PageCosts::hole_more, "each empty line at a column's foot, from three on", "栏末空三行以上，每行"},
      PageCostName{"other_lines", &PageCosts::other_lines, "a paragraph set in another number of lines than is best",
                   "段落多排或少排一行"},
      PageCostName{"other_lines_badness", &PageCosts::other_lines_badness,
                   "each unit by which such a paragraph's worst line is worse than the worst of the best setting",
                   "多排或少排后最差一行变差的程度，每单位"},
      PageCostName{"widow", &PageCosts::widow, "too few last lines of a paragraph at a column's head", "段末孤行转到栏首"},
      PageCostName{"orphan", &PageCosts::orphan, "too few first lines of a paragraph at a column's foot", "段首孤行留在栏末"},
      PageCostName{"heading_at_foot", &PageCosts::heading_at_foot, "a heading without its lines of text below it", "标题落在栏末"},
      PageCostName{"uneven_foot", &PageCosts::uneven_foot, "a balanced column one line shorter than the first", "齐栏时比首栏短一行的栏"},
      PageCostName{"room_beside_figure", &PageCosts::room_beside_figure, "a line left free beside a figure that is longer than the text",
                   "图比文长时图旁空出的一行"},
      PageCostName{"empty_column", &PageCosts::empty_column, "a column left empty beside filled ones", "有字栏旁的空栏"},
      PageCostName{"figure_deferred", &PageCosts::figure_deferred, "a figure on a later page than its paragraph, each page",
                   "图晚于所属段落一页"},
      PageCostName{"figure_distance", &PageCosts::figure_distance, "each column from a paragraph's end to its figure after it",
                   "图在所属段落之后，每隔一栏"},
      PageCostName{"figure_ahead", &PageCosts::figure_ahead, "each column by which a figure stands ahead of its paragraph's end",
                   "图在所属段落之前，每隔一栏"},
      PageCostName{"figure_put_off", &PageCosts::figure_put_off, "a figure that belongs here and stands at the next column's head",
                   "应在此处的图移到下一栏首"},
      PageCostName{"figure_shrunk", &PageCosts::figure_shrunk, "each line by which a picture is set lower than it would be",
                   "图压低一行"},
      PageCostName{"figure_single_at_top", &PageCosts::figure_single_at_top, "a one-column figure at a head", "单栏图在栏首"},
      PageCostName{"lead_not_at_right", &PageCosts::lead_not_at_right,
                   "a spanning figure at the head that leaves the first column without text beside it", "跨栏图占了首栏之首"},
      PageCostName{"lead_at_foot", &PageCosts::lead_at_foot, "a spanning figure at the foot", "跨栏图在版末"},
      PageCostName{"lead_narrowed", &PageCosts::lead_narrowed, "the first figure of a page on fewer columns than the style wants",
                   "首图所跨栏数少于样式所定"},
      PageCostName{"figures_stacked", &PageCosts::figures_stacked, "two figures in one column", "一栏两图"},
      PageCostName{"figures_side_by_side", &PageCosts::figures_side_by_side, "figures in neighbouring columns at the same end",
                   "邻栏同端两图"},
      PageCostName{"note_carried_on", &PageCosts::note_carried_on, "a note that is carried on to the next column", "注文续到下一栏"},
      PageCostName{"note_torn", &PageCosts::note_torn, "a note that begins in another column than its mark", "注文与注码不在同一栏"},
      PageCostName{"few_lines_between", &PageCosts::few_lines_between, "fewer than four lines of text between figures of a column",
                   "一栏两图之间不足四行"},
  };
  return names;
}

}  // namespace banxin
