#include "layout/figure.h"

#include <algorithm>
#include <numeric>

#include "layout/placeholder.h"

namespace banxin {

namespace {

AspectRatio reduced(int width, int height) {
  const int divisor = std::max(1, std::gcd(width, height));
  return {width / divisor, height / divisor};
}

AspectRatio ratio_of(const LoadedFigure& figure, bool spanning, const ImageStyle& style) {
  if (figure.figure->ratio) return *figure.figure->ratio;
  if (figure.picture) return reduced(figure.picture->upright_width(), figure.picture->upright_height());
  const auto& [width, height] = spanning ? style.lead_ratio : style.ratio;
  return {width, height};
}

/// What a width asks for by the figure's shape and the style's scale. Above its shape a whole picture would only have white around it.
Length height_by_shape(const LoadedFigure& figure, Length width, AspectRatio ratio, const ImageStyle& style) {
  const bool whole = figure.picture && figure.figure->fit == Figure::Fit::contain;
  return width.scaled(ratio.height, ratio.width).scaled(whole ? std::min(style.scale, 1000) : style.scale, 1000);
}

/// Captions begin one em from the edge, behind the mark, when the style has one.
Length caption_indent(const TextSetter& setter) {
  return setter.style().images.caption_mark.empty() ? Length() : setter.style().of(Element::caption).size;
}

Length line_width(const Galley& galley) {
  return galley.lines.empty() ? Length() : galley.lines.front().ink_end - galley.lines.front().ink_start;
}

Length height_of_lines(std::size_t lines, const TextStyle& type) {
  return lines == 0 ? Length() : type.size + type.pitch * static_cast<std::int64_t>(lines - 1);
}

void set_texts(const LoadedFigure& figure, const TextSetter& setter, FigureSetting& setting) {
  const TextStyle& caption = setter.style().of(Element::caption);
  const TextStyle& credit = setter.style().of(Element::credit);
  if (!figure.figure->caption.empty())
    setting.caption = setter.paragraph(figure.figure->caption, caption, setting.width - caption_indent(setter));
  if (!figure.figure->credit.empty()) setting.credit = setter.label(figure.figure->credit, credit, credit.size, setting.width);
  const bool one_line_each = setting.caption.lines.size() <= 1 && setting.credit.lines.size() == 1;
  const Length together = caption_indent(setter) + line_width(setting.caption) + caption.size + line_width(setting.credit);
  setting.credit_on_caption_line = one_line_each && together <= setting.width;
  std::size_t lines = setting.caption.lines.size();
  if (!setting.credit_on_caption_line) lines += setting.credit.lines.size();
  setting.text_height = height_of_lines(std::max<std::size_t>(lines, setting.credit.lines.empty() ? 0 : 1), caption);
}

/// Tells of a picture that prints coarser than the style wants.
void check_resolution(const LoadedFigure& figure, const FigureSetting& setting, const TextSetter& setter) {
  if (figure.picture->format == Picture::Format::vector) return;  // sharp at every size
  constexpr std::int64_t points_per_inch = 72;
  const int wanted = setter.style().images.minimum_dots_per_inch;
  const std::int64_t dots =
      figure.picture->upright_width() * points_per_inch * Length::units_per_point / std::max<std::int64_t>(1, setting.width.raw());
  if (dots >= wanted) return;
  setter.sink().warning("layout-picture-coarse", figure.figure->path.span(),
                        {{"path", figure.figure->path.text()}, {"dots", std::to_string(dots)}, {"wanted", std::to_string(wanted)}});
}

/// The mark before a caption: an upright triangle as high as a lower-case letter.
void draw_caption_mark(Point baseline, Length size, ItemTag tag, SourceSpan span, PageSink sink) {
  const Length side = size.scaled(62, 100);
  const Length foot = baseline.y - Length::from_points(0.6);
  PathItem triangle;
  using Kind = PathItem::Segment::Kind;
  triangle.segments = {{Kind::move, {baseline.x, foot}, {}, {}},
                       {Kind::line, {baseline.x + side, foot}, {}, {}},
                       {Kind::line, {baseline.x + side.scaled(1, 2), foot - side.scaled(9, 10)}, {}, {}},
                       {Kind::close, {}, {}, {}}};
  triangle.fill = Colour::black();
  sink.items.push_back({std::move(triangle), tag, span});
}

/// How far the picture's edge lies from the frame's when `percent` of the picture lies before its focus: the
/// focus stands as near to the middle of the frame as the picture reaches.
Length offset_of(Length frame, Length picture, int percent) {
  const Length room = frame - picture;
  if (room >= Length()) return room.scaled(1, 2);
  return std::clamp(frame.scaled(1, 2) - picture.scaled(percent, 100), room, Length());
}

/// The picture in its frame: whole (`contain`) or filling it, cut at the edges away from its focus (`cover`).
ImageItem place_picture(const LoadedFigure& figure, const Rectangle& frame) {
  const Picture& picture = *figure.picture;
  const std::int64_t width = picture.upright_width(), height = picture.upright_height();
  Rectangle area = frame;
  const bool wider = frame.width * height < frame.height * width;  // than the frame
  const bool fill_height = wider == (figure.figure->fit == Figure::Fit::cover);
  if (fill_height)
    area.width = frame.height.scaled(width, height);
  else
    area.height = frame.width.scaled(height, width);
  area.x = frame.x + offset_of(frame.width, area.width, figure.figure->focus.x);
  area.y = frame.y + offset_of(frame.height, area.height, figure.figure->focus.y);
  return {area, frame, figure.picture};
}

}  // namespace

int grid_lines_for(Length height, Length size, Length pitch) {
  const std::int64_t needed = (height + pitch - size).raw();
  return static_cast<int>((needed + pitch.raw() - 1) / pitch.raw());
}

FigureSetting set_figure(const LoadedFigure& figure, Length width, Length tallest, bool spanning, const TextSetter& setter) {
  FigureSetting setting;
  setting.width = width;
  setting.ratio = ratio_of(figure, spanning, setter.style().images);
  setting.picture_height = std::min(height_by_shape(figure, width, setting.ratio, setter.style().images), tallest);
  set_texts(figure, setter, setting);
  setting.height = setting.picture_height;
  if (setting.text_height > Length()) setting.height += setter.style().images.caption_gap + setting.text_height;
  return setting;
}

FigureSetting shrunk_by(FigureSetting setting, int lines, const TextSetter& setter) {
  const Length less = setter.style().grid.pitch * lines;
  setting.picture_height -= less;
  setting.height -= less;
  return setting;
}

int most_shrunk(const FigureSetting& setting, const Style& style) {
  return static_cast<int>(setting.picture_height.scaled(style.images.shrink, 1000).raw() / style.grid.pitch.raw());
}

void draw_figure(const LoadedFigure& figure, const FigureSetting& setting, Point place, const TextSetter& setter, PageSink sink) {
  const Rectangle frame{place.x, place.y, setting.width, setting.picture_height};
  const ItemTag tag{figure.node, ItemTag::Artifact::none};
  if (figure.picture) {
    check_resolution(figure, setting, setter);
    sink.items.push_back({place_picture(figure, frame), tag, figure.span});
  } else {
    draw_placeholder(figure, setting.ratio, frame, setter, sink);
  }

  const TextStyle& caption = setter.style().of(Element::caption);
  const TextStyle& credit = setter.style().of(Element::credit);
  const ItemTag caption_tag{figure.caption_node, ItemTag::Artifact::none};
  Point top{place.x, frame.bottom() + setter.style().images.caption_gap};
  if (!setting.caption.lines.empty()) {
    const Length indent = caption_indent(setter);
    if (indent > Length())
      draw_caption_mark({top.x, top.y + ascent_of(caption.size)}, caption.size, {-1, ItemTag::Artifact::layout}, figure.span, sink);
    emit_lines(setting.caption, 0, setting.caption.lines.size(), {top.x + indent, top.y}, caption.size, caption.pitch, caption_tag, sink);
    if (!setting.credit_on_caption_line) top.y += caption.pitch * static_cast<std::int64_t>(setting.caption.lines.size());
  }
  Length baseline = top.y + ascent_of(caption.size);
  for (const Line& line : setting.credit.lines) {
    emit_line(setting.credit, line, {place.x + setting.width - line.ink_end, baseline}, caption_tag, sink);
    baseline += credit.pitch;
  }
}

}  // namespace banxin
