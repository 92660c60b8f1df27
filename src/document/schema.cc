#include "document/schema.h"

#include <array>

#include "document/read_article.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

using yaml::Key;
using yaml::Shape;

// Blocks hold lists of blocks: the shape is named before its keys and defined behind them.
extern const Shape block_shape;

constexpr Shape text{Shape::Kind::text};
constexpr Shape text_or_list{Shape::Kind::text_or_list};
/// A token of a form.
constexpr Shape token_of(const yaml::TokenForm& form, Shape::Kind kind = Shape::Kind::token) { return {kind, {}, nullptr, false, &form}; }
constexpr Shape token{Shape::Kind::token};
constexpr Shape list_of_texts{Shape::Kind::list, {}, &text};
constexpr Shape list_of_blocks{Shape::Kind::list, {}, &block_shape};
constexpr Shape body{Shape::Kind::body, {}, &block_shape};

constexpr std::array masthead_keys{
    Key{"name", text, "name of the paper", "报纸、刊物的名称", "名称 报名 刊名"},
    Key{"issue", text, "number of the issue", "期号", "期号 期数 总期"},
    Key{"date", text, "date of the issue", "出版日期", "日期 出版日期"},
    Key{"column", text, "name of the column or page", "版名或栏目名", "栏目 版名"},
    Key{"slogan", text, "line beside the name", "报头旁的一句话", "口号 标语"},
};

constexpr std::array printed_keys{
    Key{"by", text, "who issues the print", "印发机关", "印发机关"},
    Key{"date", text, "date of printing", "印发日期", "印发日期 日期"},
};

// Reached from the keys of a block too, where they may stand beside `table`.
constexpr std::array cell_keys{
    Key{"text", text, "text of the cell", "单元格的文字", "文字 内容"},
    Key{"columns", token_of(cell_columns_form), "columns that the cell takes", "单元格占的列数", "列数 跨列"},
    Key{"rows", token_of(cell_rows_form), "rows that the cell takes", "单元格占的行数", "行数 跨行"},
};
constexpr Shape cell{Shape::Kind::cell, cell_keys};
constexpr Shape row{Shape::Kind::cell, cell_keys, &cell};
constexpr Shape header{Shape::Kind::cell, {}, &row};
constexpr Shape rows{Shape::Kind::list, {}, &row};

constexpr std::array table_keys{
    Key{"header", header, "first row of a table, or several", "表头，一行或几行", "表头"},
    Key{"rows", rows, "rows of a table, each a list of cells or a text with bars", "表格各行，每行是各格的列表，或用竖线分格的文字", "行"},
    Key{"caption", text, "caption of a table", "表题", "表题 表名"},
    Key{"align", token_of(table_align_form, Shape::Kind::token_or_list), "start, centre, end or decimal, for each column or for all",
        "各列的对齐：start、centre、end、decimal", "对齐"},
    Key{"widths", token_of(table_width_form, Shape::Kind::token_or_list), "auto or a length, for each column or for all",
        "各列的宽度：auto 或长度", "列宽 宽度"},
    Key{"rules", token_of(table_rule_form), "three-line or full", "表线：three-line（三线表）或 full（全线）", "表线 框线"},
    Key{"span", token_of(column_span_form), "columns it takes, 1 to n or all", "跨栏数，1 起，或 all", "跨栏 栏数"},
};
constexpr Shape table{Shape::Kind::mapping, table_keys};

constexpr std::size_t figure_attribute_count = 9;

constexpr std::array block_keys{
    Key{"credit", text, "photographer or source of the picture", "摄影者或图片来源", "摄影 图片来源 供图"},
    Key{"alt", text, "description for readers who cannot see the picture", "给看不见图的读者的说明", "替代文字 图片说明"},
    Key{"label", text, "second line of a placeholder", "占位框的第二行字", "标签"},
    Key{"ratio", token_of(ratio_form), "width to height, 4:3", "宽高比，如 4:3", "比例 宽高比"},
    Key{"span", token_of(column_span_form), "columns it takes, 1 to n or all", "跨栏数，1 起，或 all", "跨栏 栏数"},
    Key{"place", token_of(figure_place_form), "here, top, bottom or page", "位置：here、top、bottom 或 page", "位置"},
    Key{"fit", token_of(figure_fit_form), "contain (whole) or cover (cropped)", "contain（完整）或 cover（裁满）", "裁切 适应"},
    Key{"focus", token_of(focus_form), "what stays in view when cropped: left, top right, 30% 40%",
        "裁切时保留的部位，如 left、top right、30% 40%", "焦点"},
    Key{"page", token_of(picture_page_form), "page of a PDF that is the picture, 1 if not given", "PDF 图片取第几页，默认第 1 页",
        "页码 第几页"},
    Key{"heading", text, "heading within the text", "文中小标题", "小标题 标题"},
    Key{"level", token_of(heading_level_form), "level of a heading, 1 to 3", "小标题的级别，1 到 3", "级别 层级"},
    Key{"image", text, "picture file, relative to the article", "图片文件，路径相对于文章", "图片 图 照片 配图"},
    Key{"placeholder", text, "place kept for a picture, with its label", "图片占位框及其标签", "占位 占位框 占位图"},
    Key{"caption", text, "caption of a picture", "图注", "图注 图题 图说"},
    Key{"quote", text_or_list, "quotation, a paragraph a line", "引文，每行一段", "引用 引文"},
    Key{"by", text, "who said the quotation", "引文出处", "出处 引自"},
    Key{"list", list_of_blocks, "list with bullets", "项目列表", "列表 项目"},
    Key{"ordered", list_of_blocks, "numbered list", "编号列表", "编号 有序列表"},
    Key{"first", text, "mark of the first item of a numbered list: 1. ① 一、 （一）", "编号列表第一项的编号，如 1. ① 一、（一）",
        "起始编号"},
    Key{"rule", token_of(rule_form), "true: a thin line between paragraphs", "true：段间的一条细线", "分隔线 分割线"},
    Key{"break", token_of(break_form), "column, page or frame", "换栏 column、换页 page、换框 frame", "换栏 换页 分页 分栏"},
    Key{"space", token_of(space_form), "empty lines", "空行数", "空行 留白"},
    Key{"pullquote", text, "sentence lifted out of the text", "抽出的引语", "抽言 引语"},
    Key{"table", table, "table", "表格", "表格 表"},
    Key{"header", header, "first row of a table, or several", "表头，一行或几行", "表头"},
    Key{"rows", rows, "rows of a table, each a list of cells or a text with bars", "表格各行，每行是各格的列表，或用竖线分格的文字", "行"},
    Key{"align", token_of(table_align_form, Shape::Kind::token_or_list), "alignment of the columns of a table", "表格各列的对齐", "对齐"},
    Key{"widths", token_of(table_width_form, Shape::Kind::token_or_list), "widths of the columns of a table", "表格各列的宽度",
        "列宽 宽度"},
    Key{"rules", token_of(table_rule_form), "rules of a table, three-line or full", "表线：three-line（三线表）或 full（全线）",
        "表线 框线"},
    Key{"box", body, "blocks in a frame, in Markdown or as a list", "加框的内容，Markdown 或块列表", "框 方框"},
    Key{"title", text, "title of a box", "加框内容的标题", "框标题"},
    Key{"verse", text, "verse, line by line", "诗，按行排", "诗 诗歌"},
    Key{"code", text, "program text", "程序代码", "代码"},
    Key{"qr", text, "text of a QR code", "二维码的内容", "二维码"},
    Key{"question", text, "question of a worksheet", "题目", "题目 问题"},
    Key{"marks", token, "marks of a question", "分值", "分值 分数"},
    Key{"lines", token_of(question_lines_form), "ruled lines for the answer", "作答横线数", "横线 行数"},
    Key{"choices", list_of_texts, "choices of a question", "选项", "选项"},
    Key{"squares", token_of(question_squares_form), "squares for the answer", "作答方格数", "方格 格数"},
};

constexpr Shape masthead{Shape::Kind::mapping, masthead_keys};
constexpr Shape printed{Shape::Kind::mapping, printed_keys};
constexpr Shape free_texts{Shape::Kind::mapping, {}, &text};
constexpr Shape style_values{Shape::Kind::any, {}, nullptr, true};

constexpr std::array article_keys{
    Key{"lang", token_of(language_form), "language of the article, zh-Hans by default", "文章的语言，默认 zh-Hans", "语言"},
    Key{"style", token, "name or file of the style, newspaper by default", "样式名或样式文件，默认 newspaper", "样式 版式"},
    Key{"kicker", text_or_list, "line above the title", "引题（眉题）", "引题 眉题 肩题"},
    Key{"title", text_or_list, "title; a list sets its lines by hand", "标题；写成列表即手工分行", "标题 题目 主标题 主题"},
    Key{"subtitle", text_or_list, "line below the title", "副题", "副标题 副题"},
    Key{"deck", text_or_list, "lead below the headline", "提要", "提要 导语 摘要"},
    Key{"byline", text_or_list, "who wrote it, as printed", "署名行", "作者 记者 署名行 文"},
    Key{"source", text, "where it comes from", "来源", "来源 出处 稿源"},
    Key{"date", text, "date, printed as written", "日期，照写的样子印出", "日期 时间 发布时间"},
    Key{"dateline", text, "place and agency at the beginning of the text", "电头", "电头"},
    Key{"masthead", masthead, "head of the paper", "报头", "报头 刊头"},
    Key{"section", text, "kind of article", "文章类别", "类别 分类 体裁"},
    Key{"column", text, "column the article belongs to", "所属栏目", "栏目 专栏"},
    Key{"issuer", text_or_list, "issuing authority of an official document", "发文机关", "发文机关"},
    Key{"number", text, "reference number of an official document", "发文字号", "发文字号 文号"},
    Key{"addressee", text, "addressees of an official document", "主送机关", "主送机关 主送"},
    Key{"signed", text_or_list, "signature of an official document", "署名", "署名 落款"},
    Key{"sealed", token_of(boolean_form), "true: room for the seal", "true：留出印章位置", "印章 盖章"},
    Key{"attachments", list_of_texts, "attachments of an official document", "附件", "附件"},
    Key{"remark", text, "remark of an official document", "附注", "附注"},
    Key{"copies", text, "who gets copies of an official document", "抄送", "抄送 抄送机关"},
    Key{"printed", printed, "who printed an official document, and when", "印发机关和日期", "印发"},
    Key{"fields", text_or_list, "blanks to fill in above a worksheet", "练习卷上的填空项，如班级、姓名", "填写项"},
    Key{"instruction", text, "line above the title of a worksheet", "标题上方的说明", "说明"},
    Key{"time", text, "time that a worksheet should take, as printed", "练习卷的建议用时，照写的印", "用时 时间"},
    Key{"body", body, "the text, in Markdown or as a list of blocks", "正文，Markdown 或块列表", "正文 内容 文章"},
    Key{"footnotes", free_texts, "texts of the footnotes, by mark", "脚注：标记和注文", "脚注 注释"},
    Key{"credits", text_or_list, "small lines at the end", "文末的小字", "鸣谢 责编 编辑 图片来源"},
    Key{"link", text, "where the article stands on the web", "网页地址", "链接 网址 原文链接"},
    Key{"keywords", text_or_list, "keywords, for the document's metadata", "关键词，写入文档属性", "关键词 关键字"},
    Key{"description", text, "summary, for the document's metadata", "简介，写入文档属性", "简介 描述"},
    Key{"author", text_or_list, "author, for the document's metadata; byline by default", "作者，写入文档属性，默认取 byline", "属性作者"},
    Key{"attach", text_or_list, "files to embed, relative to the article", "嵌入的文件，路径相对于文章", "嵌入文件"},
    Key{"wrap", token_of(boolean_form), "true: lines of the body join to paragraphs", "true：正文的行连成段", "连行"},
    Key{"set", style_values, "style values for this article alone", "只用于本文的样式值", "设置"},
};

constexpr Shape article_shape{Shape::Kind::mapping, article_keys};

const Shape block_shape{Shape::Kind::block, block_keys};

}  // namespace

const Shape& article_schema() { return article_shape; }

std::span<const Key> figure_attribute_keys() { return std::span(block_keys).first(figure_attribute_count); }

}  // namespace banxin
