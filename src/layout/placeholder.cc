#include "layout/placeholder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "base/utf8.h"
#include "layout/shapes.h"

namespace banxin {

namespace {

using Kind = PathItem::Segment::Kind;

/// Lengths of the drawing in points, before its scale.
namespace drawing {
constexpr double frame_of_missing = 0.5, dash_on = 3, dash_off = 2;
constexpr double corner_inset = 7, corner_leg = 9, corner_weight = 0.35;
constexpr double icon_width = 20, icon_height = 15, icon_weight = 0.5, icon_radius = 1.2;
constexpr double sun_x = 5.4, sun_y = 4.6, sun_radius = 1.5;
constexpr std::array<std::pair<double, double>, 5> hills = {{{1.6, 12.6}, {7.2, 7.8}, {10.4, 10.5}, {14, 6}, {18.6, 12}}};
constexpr double strike_weight = 0.5, strike_halo = 2.4, strike_overhang = 1.5;
constexpr double small_icon = 0.7;  // of the icon, in small frames
constexpr double label_below_icon = 6, second_below_label = 4.5;
constexpr double text_margin = 16;  // on both sides of the second line
constexpr double side_for_second_line = 96, side_for_label = 72, side_for_icon = 36;
constexpr double arc = 0.5523;  // of the radius: the control points of a quarter circle
}  // namespace drawing

constexpr std::size_t most_characters_tried = 200;  // of a placeholder's second line

class PlaceholderDrawing {
 public:
  PlaceholderDrawing(const LoadedFigure& figure, AspectRatio ratio, const Rectangle& frame, const TextSetter& setter, PageSink sink)
      : figure_(figure), ratio_(ratio), frame_(frame), setter_(setter), sink_(sink), style_(setter.style().images.placeholder) {}

  void draw() {
    draw_frame();
    const Length side = std::min(frame_.width, frame_.height);
    if (side < Length::from_points(drawing::side_for_icon)) return;
    if (side < Length::from_points(drawing::side_for_label)) {
      draw_small();
      return;
    }
    draw_corners();
    if (style_.icon || style_.label) draw_group(side >= Length::from_points(drawing::side_for_second_line));
  }

 private:
  Length scaled(double points) const { return Length::from_points(points).scaled(style_.scale, 1000); }
  Length scaled(Length length) const { return length.scaled(style_.scale, 1000); }
  ItemTag tag() const { return {figure_.node, ItemTag::Artifact::none}; }

  template <typename Item>
  void put(Item item) {
    sink_.items.push_back({std::move(item), tag(), figure_.span});
  }

  void draw_frame() {
    RectangleItem box;
    box.area = frame_;
    box.fill = style_.fill;
    box.stroke = Colour::black();
    box.weight = style_.frame;
    if (figure_.missing) box.stroke.reset();
    put(std::move(box));
    if (figure_.missing) draw_dashed_frame();
  }

  /// Every side begins and ends with a whole dash, so that the corners are closed.
  void draw_dashed_frame() {
    const Length half = Length::from_points(drawing::frame_of_missing).scaled(1, 2);
    const Length left = frame_.x + half, top = frame_.y + half, right = frame_.right() - half, bottom = frame_.bottom() - half;
    draw_dashed({frame_.x, top}, {frame_.right(), top});
    draw_dashed({right, frame_.y}, {right, frame_.bottom()});
    draw_dashed({frame_.right(), bottom}, {frame_.x, bottom});
    draw_dashed({left, frame_.bottom()}, {left, frame_.y});
  }

  /// The gaps give way, so that a whole number of dashes fits.
  void draw_dashed(Point from, Point to) {
    const Length on = Length::from_points(drawing::dash_on), off = Length::from_points(drawing::dash_off);
    const std::int64_t length = std::abs((to.x - from.x).raw()) + std::abs((to.y - from.y).raw());
    const std::int64_t gaps = std::max<std::int64_t>(1, (length - on.raw()) / (on + off).raw());
    StrokeItem side;
    side.from = from;
    side.to = to;
    side.weight = Length::from_points(drawing::frame_of_missing);
    side.dash = {on, std::max(Length(), Length::from_raw((length - on.raw() * (gaps + 1)) / gaps))};
    put(std::move(side));
  }

  void draw_corners() {
    const Length inset = scaled(drawing::corner_inset), leg = scaled(drawing::corner_leg);
    for (const bool right : {false, true}) {
      for (const bool bottom : {false, true}) {
        const Point corner{right ? frame_.right() - inset : frame_.x + inset, bottom ? frame_.bottom() - inset : frame_.y + inset};
        PathItem mark;
        mark.segments = {{Kind::move, {corner.x + (right ? -leg : leg), corner.y}, {}, {}},
                         {Kind::line, corner, {}, {}},
                         {Kind::line, {corner.x, corner.y + (bottom ? -leg : leg)}, {}, {}}};
        mark.stroke = Colour::black();
        mark.weight = scaled(drawing::corner_weight);
        put(std::move(mark));
      }
    }
  }

  /// Icon and texts, centred as one block.
  void draw_group(bool second_line) {
    const TextStyle& label = setter_.style().of(Element::label);
    const TextStyle& second = setter_.style().of(Element::label_second);
    const Length label_size = scaled(label.size), second_size = scaled(second.size);
    const std::string words = second_line && style_.label ? second_text(second, second_size) : std::string();
    Length height;
    if (style_.icon) height += scaled(drawing::icon_height);
    if (style_.icon && style_.label) height += scaled(drawing::label_below_icon);
    if (style_.label) height += label_size;
    if (!words.empty()) height += scaled(drawing::second_below_label) + second_size;
    Length top = frame_.y + (frame_.height - height).scaled(1, 2);
    if (style_.icon) {
      draw_icon(top, 1);
      top += scaled(drawing::icon_height) + scaled(drawing::label_below_icon);
    }
    if (style_.label) draw_label(label, label_size, top);
    top += label_size + scaled(drawing::second_below_label);
    if (!words.empty()) draw_centred(words, second, second_size, top);
  }

  void draw_small() {
    const TextStyle& second = setter_.style().of(Element::label_second);
    const Length size = scaled(second.size), icon = scaled(drawing::icon_height * drawing::small_icon),
                 gap = scaled(drawing::second_below_label);
    const Length top = frame_.y + (frame_.height - icon - gap - size).scaled(1, 2);
    if (style_.icon) draw_icon(top, drawing::small_icon);
    if (style_.label) draw_centred(ratio_text(), second, size, top + icon + gap);
  }

  std::string ratio_text() const { return fmt::format("{}:{}", ratio_.width, ratio_.height); }

  /// The label, half an em, the ratio.
  void draw_label(const TextStyle& type, Length size, Length top) {
    const Galley label = setter_.label(plain_text(std::string(placeholder_words(setter_.language()).label)), type, size, frame_.width);
    const Galley ratio = setter_.label(plain_text(ratio_text()), type, size, frame_.width);
    if (label.lines.empty() || ratio.lines.empty()) return;
    const Length gap = size.scaled(1, 2), label_width = label.lines.front().ink_end;
    const Length x = frame_.x + (frame_.width - label_width - gap - ratio.lines.front().ink_end).scaled(1, 2);
    emit_line(label, label.lines.front(), {x, top + ascent_of(size)}, tag(), sink_);
    emit_line(ratio, ratio.lines.front(), {x + label_width + gap, top + ascent_of(size)}, tag(), sink_);
  }

  void draw_centred(const std::string& text, const TextStyle& type, Length size, Length top) {
    const Galley galley = setter_.label(plain_text(text), type, size, frame_.width);
    if (galley.lines.empty()) return;
    const Line& line = galley.lines.front();
    emit_line(galley, line, {frame_.x + (frame_.width - line.ink_end).scaled(1, 2), top + ascent_of(size)}, tag(), sink_);
  }

  /// The figure's number and what is to stand here, cut in the middle when the frame is too narrow for it.
  std::string second_text(const TextStyle& type, Length size) const {
    const PlaceholderWords words = placeholder_words(setter_.language());
    const std::string start = figure_.missing ? std::string(words.missing) : fmt::format("{}{}", words.figure, figure_.number);
    std::u32string name = utf8::decode_all(figure_.missing ? figure_.figure->path.text() : figure_.figure->label.plain());
    if (name.empty()) return start;
    // No frame has room for more: the ends alone are tried.
    if (name.size() > most_characters_tried) name.erase(most_characters_tried / 2, name.size() - most_characters_tried);
    const Length room = frame_.width - scaled(drawing::text_margin) * 2;
    std::string text = start + "　" + encode(name);
    const std::size_t whole = name.size();
    for (std::size_t kept = whole; width_of(text, type, size) > room && kept > 2; --kept) {
      const std::size_t head = kept / 2;
      text = start + "　" + encode(name.substr(0, head)) + "…" + encode(name.substr(whole - (kept - head)));
    }
    return text;
  }

  Length width_of(const std::string& text, const TextStyle& type, Length size) const {
    // Wide enough that nothing is broken: only the natural width is asked for.
    const Galley galley = setter_.label(plain_text(text), type, size, size * static_cast<std::int64_t>(text.size() + 1));
    return galley.lines.empty() ? Length() : galley.lines.front().ink_end;
  }

  static std::string encode(const std::u32string& text) {
    std::string result;
    for (const char32_t c : text) utf8::append(result, c);
    return result;
  }

  void draw_icon(Length top, double scale) {
    const Length left = frame_.x + (frame_.width - scaled(drawing::icon_width * scale)).scaled(1, 2);
    const auto at = [&](double x, double y) { return Point{left + scaled(x * scale), top + scaled(y * scale)}; };
    put(rounded_frame(at));
    put(disc(at(drawing::sun_x, drawing::sun_y), scaled(drawing::sun_radius * 2 * scale), Colour::black()));
    PathItem ridge;
    for (const auto& [x, y] : drawing::hills)
      ridge.segments.push_back({ridge.segments.empty() ? Kind::move : Kind::line, at(x, y), {}, {}});
    ridge.stroke = Colour::black();
    ridge.weight = scaled(drawing::icon_weight);
    put(std::move(ridge));
    if (figure_.missing) strike_out(at);
  }

  template <typename At>
  PathItem rounded_frame(const At& at) const {
    constexpr double w = drawing::icon_width, h = drawing::icon_height, r = drawing::icon_radius, c = r * (1 - drawing::arc);
    PathItem path;
    path.segments = {{Kind::move, at(r, 0), {}, {}},
                     {Kind::line, at(w - r, 0), {}, {}},
                     {Kind::curve, at(w, r), at(w - c, 0), at(w, c)},
                     {Kind::line, at(w, h - r), {}, {}},
                     {Kind::curve, at(w - r, h), at(w, h - c), at(w - c, h)},
                     {Kind::line, at(r, h), {}, {}},
                     {Kind::curve, at(0, h - r), at(c, h), at(0, h - c)},
                     {Kind::line, at(0, r), {}, {}},
                     {Kind::curve, at(r, 0), at(0, c), at(c, 0)},
                     {Kind::close, {}, {}, {}}};
    path.stroke = Colour::black();
    path.weight = scaled(drawing::icon_weight);
    return path;
  }

  template <typename At>
  void strike_out(const At& at) {
    constexpr double over = drawing::strike_overhang;
    for (const auto& [weight, colour] :
         {std::pair(drawing::strike_halo, Colour::white()), std::pair(drawing::strike_weight, Colour::black())}) {
      StrokeItem stroke;
      stroke.from = at(-over, drawing::icon_height + over);
      stroke.to = at(drawing::icon_width + over, -over);
      stroke.weight = scaled(weight);
      stroke.colour = colour;
      put(std::move(stroke));
    }
  }

  const LoadedFigure& figure_;
  AspectRatio ratio_;
  Rectangle frame_;
  const TextSetter& setter_;
  PageSink sink_;
  const PlaceholderStyle& style_;
};

}  // namespace

PlaceholderWords placeholder_words(std::string_view language) {
  switch (locale_for(language)) {
    case Locale::zh_hans:
      return {"图片占位", "图", "未找到", "图片"};
    case Locale::zh_hant_tw:
    case Locale::zh_hant_hk:
      return {"圖片預留", "圖", "找不到", "圖片"};
    case Locale::ja:
      return {"写真", "図", "見つかりません", "写真"};
    case Locale::ko:
      return {"사진", "그림 ", "찾을 수 없음", "사진"};
    case Locale::other:
      return {"Picture", "Fig. ", "not found", "Picture"};
  }
  return {};
}

void draw_placeholder(const LoadedFigure& figure, AspectRatio ratio, const Rectangle& frame, const TextSetter& setter, PageSink sink) {
  PlaceholderDrawing(figure, ratio, frame, setter, sink).draw();
}

}  // namespace banxin
