#include "layout/head_block.h"

#include <algorithm>

#include "layout/structure.h"

namespace banxin {

namespace {

/// Lines that the author set stay apart; see DisplayShape.
constexpr std::string_view author_line_break = "\n";

class HeadBuilder {
 public:
  HeadBuilder(Length width, const TextSetter& setter, int parent, PagedDocument& document)
      : width_(width), setter_(setter), parent_(parent), document_(document) {}

  HeadBlock run(const Article& article, const RichText& byline) {
    const RichText title = join_texts(article.title, author_line_break);
    // The kicker stands above the title, but its size follows from the title's.
    TextSetter::Display title_lines = setter_.display(title, style_of(Element::title), width_, style_of(Element::title).size);
    title_size_ = title_lines.size;
    if (!title_lines.fits) setter_.sink().note("layout-title-too-long", title.text.span());
    add(join_texts(article.kicker, author_line_break), Element::kicker);
    place(std::move(title_lines), Element::title, title.text.span());
    add(join_texts(article.subtitle, author_line_break), Element::subtitle);
    add(join_texts(article.deck, author_line_break), Element::deck);
    add(byline, Element::byline);
    return std::move(head_);
  }

 private:
  const TextStyle& style_of(Element element) const { return setter_.style().of(element); }

  void add(const RichText& text, Element element) {
    if (text.empty()) return;
    const TextStyle& type = style_of(element);
    const Length largest = std::min(type.size, title_size_.scaled(type.max_of_title, 1000));
    place(setter_.display(text, type, width_, largest), element, text.text.span());
  }

  void place(TextSetter::Display display, Element element, SourceSpan span) {
    const bool is_title = element == Element::title;
    const int node = add_node(document_, is_title ? StructureNode::Type::heading : StructureNode::Type::paragraph, parent_, span);
    document_.structure[static_cast<std::size_t>(node)].heading_level = is_title ? 1 : 0;
    const Length top = head_.lines.empty() ? setter_.style().head.before : head_.height + after_last_ + style_of(element).before;
    after_last_ = style_of(element).after;
    const auto lines = static_cast<std::int64_t>(display.galley.lines.size());
    head_.height = top + display.size + display.pitch * std::max<std::int64_t>(lines - 1, 0);
    head_.lines.push_back({std::move(display.galley), top, display.size, display.pitch, node});
  }

  Length width_;
  const TextSetter& setter_;
  int parent_;
  PagedDocument& document_;
  Length title_size_;
  Length after_last_;  ///< space that the element placed last wants below it
  HeadBlock head_;
};

}  // namespace

HeadBlock build_head(const Article& article, const RichText& byline, Length width, const TextSetter& setter, int parent,
                     PagedDocument& document) {
  return HeadBuilder(width, setter, parent, document).run(article, byline);
}

}  // namespace banxin
