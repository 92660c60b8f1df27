// Keys of the sheet: paper, grid, margins, columns, pictures, date.
#include <array>

#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange margins{0, 200000};
constexpr ValueRange paper_sides{5000, 500000};
constexpr ValueRange pitches{100, 100000};
constexpr ValueRange gaps{0, 50000};
constexpr ValueRange rules{5, 2000};

constexpr std::array<Named<StyleDraft::Orientation>, 2> orientations = {
    {{"portrait", StyleDraft::Orientation::portrait}, {"landscape", StyleDraft::Orientation::landscape}}};
constexpr std::array<Named<bool>, 2> sides = {{{"single", false}, {"facing", true}}};
constexpr std::array<Named<FigurePlacement>, 5> placements = {{{"auto", FigurePlacement::automatic},
                                                               {"here", FigurePlacement::here},
                                                               {"top", FigurePlacement::top},
                                                               {"bottom", FigurePlacement::bottom},
                                                               {"page", FigurePlacement::page}}};
constexpr std::array<Named<std::string_view>, 2> caption_marks = {{{"none", ""}, {"triangle", "triangle"}}};

ValueRule choice(std::vector<std::string_view> names) { return {Kind::choice, {}, std::move(names)}; }

/// The four margins may be set at once.
void set_all_margins(StyleDraft& draft, const Value& value, ValueReader& reader) {
  std::optional<Length> margin;
  reader.length(value, margin);
  if (margin) draft.margin_top = draft.margin_bottom = draft.margin_inner = draft.margin_outer = margin;
}

void set_caption_mark(StyleDraft& draft, const Value& value, ValueReader& reader) {
  std::string_view mark = draft.style.images.caption_mark;
  reader.choice(value, caption_marks, mark);
  draft.style.images.caption_mark = std::string(mark);
}

void set_date_pattern(StyleDraft& draft, const Value& value, ValueReader& reader) {
  reader.localized_text(value, draft.style.date_pattern);
  check_variables(value, reader);
}

void set_orphans(StyleDraft& draft, const Value& value, ValueReader& reader) {
  if (value.is_scalar() && value.text.view() == "auto") {
    draft.orphan_lines.reset();
  } else {
    reader.integer(value, draft.orphan_lines);
  }
}

void set_frames(StyleDraft& draft, const Value& value, ValueReader& reader) {
  std::vector<std::vector<int>> lists;
  reader.integer_lists(value, 4, lists);
  draft.style.page.frames.clear();
  for (const std::vector<int>& list : lists) draft.style.page.frames.push_back({list[0], list[1], list[2], list[3]});
}

std::vector<StyleKey> paper_keys() {
  return {
      {"page", {}, "", "the sheet", "纸张与版心", nullptr},
      {"page.paper",
       {Kind::paper, paper_sides},
       "A4",
       "name of a paper, or [width, height]",
       "纸张名，或 [宽, 高]",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.paper(v, d.style.page.paper); }},
      {"page.orientation", choice(names_of(orientations)), "",
       "longer side upright or lying; a paper given as [width, height] lies as written", "竖放或横放；写成 [宽, 高] 的纸按所写方向",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, orientations, d.orientation); }},
      {"page.sides", choice(names_of(sides)), "single", "whether left and right pages mirror each other", "单面，或左右页对称",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, sides, d.style.page.facing); }},
  };
}

std::vector<StyleKey> grid_keys() {
  return {
      {"grid", {}, "", "the grid that lines and characters stand on", "行与字所依的格", nullptr},
      {"grid.pitch",
       {Kind::length, pitches},
       "1.45em",
       "line pitch of the body, from line to line",
       "正文行距（一行到下一行）",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.grid.pitch); }},
      {"grid.cell",
       {Kind::optional_length, pitches},
       "none",
       "width of a character's cell if it is not the body size",
       "字格的宽度（与正文字号不同时）",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length_or_none(v, d.style.grid.cell); }},
      {"grid.characters",
       {Kind::boolean},
       "false",
       "whether each character of the body stands in a cell of the grid",
       "正文每字是否居于字格",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.composition.character_grid); }},
  };
}

std::vector<StyleKey> area_keys() {
  return {
      {"page.margin",
       {Kind::length, margins},
       "",
       "white around the type area; one length sets all four sides. 20 mm where nothing else follows",
       "页边距；写一个长度则四边相同。别无规定时为 20 mm",
       set_all_margins},
      {"page.margin.top",
       {Kind::length, margins, {}, PercentOf::paper_height},
       "",
       "above",
       "上边距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.margin_top); }},
      {"page.margin.bottom",
       {Kind::length, margins, {}, PercentOf::paper_height},
       "",
       "below",
       "下边距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.margin_bottom); }},
      {"page.margin.inner",
       {Kind::length, margins, {}, PercentOf::paper_width},
       "",
       "at the binding: left, on left pages right",
       "订口一侧：左；左页为右",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.margin_inner); }},
      {"page.margin.outer",
       {Kind::length, margins, {}, PercentOf::paper_width},
       "",
       "at the fore-edge",
       "切口一侧",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.margin_outer); }},
      {"page.area", {}, "", "the type area, instead of margins", "版心；与页边距二选一", nullptr},
      {"page.area.characters",
       {Kind::integer, {1, 400}},
       "",
       "characters in a line of a column",
       "每栏每行字数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.area_characters); }},
      {"page.area.lines",
       {Kind::integer, {1, 400}},
       "",
       "lines in a column",
       "每栏行数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.area_lines); }},
      {"page.frames",
       {Kind::frames, {1, 400}},
       "",
       "areas that text fills one after the other instead of the columns, each as [first column, last column, first line, last line]; "
       "figures stand "
       "in the text",
       "代替各栏、依次排文的框，每个写作 [起栏, 止栏, 起行, 止行]；图随文",
       set_frames},
      {"page.orphans",
       {Kind::integer, {1, 4}, {"auto"}},
       "auto",
       "fewest lines of a paragraph at a column's foot; auto: one in columns of up to 17 characters, else two",
       "段首留在栏末的最少行数；auto：每栏不超过 17 字为一行，否则两行",
       set_orphans},
      {"page.widows",
       {Kind::integer, {1, 4}},
       "2",
       "fewest lines of a paragraph at a column's head",
       "段末转到栏首的最少行数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.widow_lines); }},
      {"columns", {}, "", "columns of the page", "分栏", nullptr},
      {"columns.count",
       {Kind::integer, {1, 8}},
       "3",
       "how many",
       "栏数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.columns.count); }},
      {"columns.widths",
       {Kind::integers, {1, 400}},
       "",
       "characters of each column, as [20, 13, 13], when they are not all alike",
       "各栏字数不等时逐栏写明，如 [20, 13, 13]",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integers(v, d.style.columns.widths); }},
      {"columns.gap",
       {Kind::length, gaps},
       "2em",
       "between two columns",
       "栏间距",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.columns.gap); }},
      {"columns.rule",
       {Kind::optional_length, rules},
       "none",
       "weight of the rule between columns",
       "栏线粗细",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length_or_none(v, d.style.columns.rule); }},
  };
}

std::vector<StyleKey> image_keys() {
  return {
      {"images", {}, "", "pictures and the places kept for them", "图片与图片占位", nullptr},
      {"images.place", choice(names_of(placements)), "auto",
       "where a figure stands whose author does not say: auto is the head or foot of a column, here the place in the text",
       "作者未写明时图的位置：auto 为栏首或栏末，here 为文中原处",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.choice(v, placements, d.style.images.place); }},
      {"images.scale",
       {Kind::share, {250, 2000}},
       "100%",
       "height beside what the shape asks; a whole picture is never higher than its shape",
       "图高与按比例应有之高的比；不裁切的图不会高于原比例",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.share(v, d.style.images.scale); }},
      {"images.shrink",
       {Kind::share, {0, 500}},
       "10%",
       "by how much of its height a picture may be lower rather than leave a hole",
       "为免留白，图最多可压低其高度的多少",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.share(v, d.style.images.shrink); }},
      {"images.ratio",
       {Kind::ratio},
       "4:3",
       "of a placeholder whose author names none",
       "占位未写比例时的宽高比",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.ratio(v, d.style.images.ratio); }},
      {"images.lead", {}, "", "the first figure of a page", "每页第一幅图", nullptr},
      {"images.lead.span",
       {Kind::integer, {1, 8}},
       "1",
       "columns that it takes",
       "所占栏数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.images.lead_span); }},
      {"images.lead.ratio",
       {Kind::ratio},
       "16:9",
       "of a placeholder over several columns",
       "跨栏占位的宽高比",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.ratio(v, d.style.images.lead_ratio); }},
      {"images.min_dpi",
       {Kind::integer, {1, 2400}},
       "150",
       "pictures coarser than this bring a warning",
       "低于此分辨率（每英寸像素）的图片会提醒",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.integer(v, d.style.images.minimum_dots_per_inch); }},
      {"images.caption", {}, "", "the caption's place", "图注的位置", nullptr},
      {"images.caption.gap",
       {Kind::length, gaps},
       "0.5em",
       "from the picture's foot to the caption's em-top",
       "图底到图注字框顶的距离",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.images.caption_gap); }},
      {"images.caption.mark", choice(names_of(caption_marks)), "none", "mark before the caption", "图注前的标记", set_caption_mark},
      {"images.placeholder", {}, "", "the place kept for a picture", "图片占位", nullptr},
      {"images.placeholder.fill",
       {Kind::optional_colour},
       "gray(6%)",
       "its tint; none for copiers",
       "底色；none 适合复印",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.colour_or_none(v, d.style.images.placeholder.fill); }},
      {"images.placeholder.frame",
       {Kind::length, {0, 500}},
       "0.25pt",
       "weight of its frame, inside the box",
       "框线粗细，画在框内",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.length(v, d.style.images.placeholder.frame); }},
      {"images.placeholder.scale",
       {Kind::share, {250, 4000}},
       "1",
       "size of what is drawn in it",
       "框内图形的大小倍数",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.share(v, d.style.images.placeholder.scale); }},
      {"images.placeholder.icon",
       {Kind::boolean},
       "true",
       "whether an icon is drawn",
       "是否画图标",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.images.placeholder.icon); }},
      {"images.placeholder.label",
       {Kind::boolean},
       "true",
       "whether it says what it is",
       "是否写明图片占位",
       [](StyleDraft& d, const Value& v, ValueReader& r) { r.boolean(v, d.style.images.placeholder.label); }},
  };
}

std::vector<StyleKey> date_keys() {
  return {
      {"date", {}, "", "the date", "日期", nullptr},
      {"date.pattern",
       {Kind::localized_text},
       "",
       "how dates are printed, with ${date.year} ${date.month} ${date.day} ${date.weekday}; none: as written",
       "日期的印法，可用 ${date.year} ${date.month} ${date.day} ${date.weekday}；不设则照写",
       set_date_pattern},
  };
}

}  // namespace

std::vector<StyleKey> page_keys() {
  std::vector<StyleKey> keys;
  for (const auto part : {paper_keys, grid_keys, area_keys, image_keys, date_keys}) {
    for (StyleKey& key : part()) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace banxin
