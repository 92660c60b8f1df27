#include "raster/svg_canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/base64.h"
#include "colour/screen_colour.h"
#include "font/outline.h"
#include "image/jpeg.h"
#include "image/png_writer.h"
#include "page/number_text.h"
#include "page/picture_matrix.h"
#include "raster/picture_pixels.h"

namespace banxin {
namespace {

std::string colour_text_of(const Colour& colour) {
  const RgbColour rgb = screen_colour(colour);
  return fmt::format("#{:02x}{:02x}{:02x}", rgb.red, rgb.green, rgb.blue);
}

std::string path_data(const Canvas::Path& path) {
  using Kind = PathItem::Segment::Kind;
  std::string data;
  const auto point = [](Point to) { return svg_number(to.x) + ' ' + svg_number(to.y); };
  for (const PathItem::Segment& segment : path) {
    if (segment.kind == Kind::move) data += 'M' + point(segment.to);
    if (segment.kind == Kind::line) data += 'L' + point(segment.to);
    if (segment.kind == Kind::curve) data += 'C' + point(segment.control1) + ' ' + point(segment.control2) + ' ' + point(segment.to);
    if (segment.kind == Kind::close) data += 'Z';
  }
  return data;
}

/// Writes an outline as path data in font units.
class SvgOutline final : public OutlineSink {
 public:
  void move_to(double x, double y) override { add('M', {x, y}); }
  void line_to(double x, double y) override { add('L', {x, y}); }
  void quadratic_to(double cx, double cy, double x, double y) override { add('Q', {cx, cy, x, y}); }
  void cubic_to(double ax, double ay, double bx, double by, double x, double y) override { add('C', {ax, ay, bx, by, x, y}); }
  void close() override { data_ += 'Z'; }

  const std::string& data() const { return data_; }

 private:
  void add(char command, std::initializer_list<double> numbers) {
    data_ += command;
    for (const double number : numbers) {
      if (data_.back() != command) data_ += ' ';
      append_decimal(data_, std::lround(number * 100), 2);
    }
  }

  std::string data_;
};

/// A length within a run, in font units with up to two decimals.
std::string font_units(Length length, const GlyphRunItem& run) {
  std::string out;
  append_decimal(out, length.scaled(100 * static_cast<std::int64_t>(run.face->units_per_em()), run.size.raw()).raw(), 2);
  return out;
}

/// Pixels for a drawing of this length.
int drawing_pixels(Length length) {
  constexpr int per_inch = 300;
  return std::max(1, static_cast<int>(std::lround(length.points() * per_inch / 72)));
}

/// A picture's bytes as an address. Readers of SVG know JPEG of gray and RGB; inks and drawings become a PNG.
Result<std::string> data_address(const ImageItem& item) {
  const Picture& picture = *item.picture;
  if (picture.format == Picture::Format::jpeg && picture.components != Picture::Components::cmyk)
    return "data:image/jpeg;base64," + base64(jpeg_without_exif(picture.bytes));
  const bool drawing = picture.format == Picture::Format::vector;
  const Result<ScreenPixels> pixels = screen_pixels(picture, drawing ? drawing_pixels(item.area.width) : picture.width,
                                                    drawing ? drawing_pixels(item.area.height) : picture.height);
  if (!pixels) return pixels.failure();
  return "data:image/png;base64," + base64(write_png({pixels->width, pixels->height, 4, pixels->samples, 0}));
}

}  // namespace

std::string svg_number(Length length) {
  std::string out;
  append_decimal(out, ten_thousandths(length), 4);
  return out;
}

void SvgCanvas::fill(const Path& path, const Colour& colour) {
  body_ += fmt::format("<path fill=\"{}\" d=\"{}\"/>\n", colour_text_of(colour), path_data(path));
}

void SvgCanvas::stroke(const Path& path, const Pen& pen) {
  body_ += fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"", colour_text_of(pen.colour), svg_number(pen.weight));
  if (pen.round_caps) body_ += " stroke-linecap=\"round\"";
  if (!pen.dash.empty()) {
    body_ += " stroke-dasharray=\"";
    for (const Length length : pen.dash) body_ += (body_.back() == '"' ? "" : " ") + svg_number(length);
    body_ += '"';
  }
  body_ += fmt::format(" d=\"{}\"/>\n", path_data(path));
}

const std::string& SvgCanvas::outline(const FontFace& face, std::uint32_t glyph) {
  const auto [known, is_new] = outlines_.try_emplace({&face, glyph});
  if (!is_new) return known->second;
  SvgOutline outline;
  draw_outline(face, glyph, outline);
  if (outline.data().empty()) return known->second;
  known->second = fmt::format("g{}", ++outline_count_);
  definitions_ += fmt::format("<path id=\"{}\" d=\"{}\"/>\n", known->second, outline.data());
  return known->second;
}

void SvgCanvas::glyphs(const GlyphRunItem& run) {
  // Size over em in nine decimals: at the end of a line that is off by less than a ten-thousandth of a point.
  std::string scale;
  append_decimal(scale, run.size.scaled(1'000'000'000, static_cast<std::int64_t>(run.face->units_per_em()) * Length::units_per_point).raw(),
                 9);
  std::string uses;
  for (const PositionedGlyph& glyph : run.glyphs) {
    const std::string& identifier = outline(*run.face, glyph.id);
    if (identifier.empty()) continue;
    uses += fmt::format("<use xlink:href=\"#{}\"", identifier);
    if (glyph.x != Length()) uses += fmt::format(" x=\"{}\"", font_units(glyph.x, run));
    if (glyph.y != Length()) uses += fmt::format(" y=\"{}\"", font_units(glyph.y, run));
    uses += "/>";
  }
  if (uses.empty()) return;
  body_ += fmt::format("<g fill=\"{}\" transform=\"matrix({} 0 0 -{} {} {})\">{}</g>\n", colour_text_of(run.colour), scale, scale,
                       svg_number(run.origin.x), svg_number(run.origin.y), uses);
}

std::optional<Diagnostic> SvgCanvas::picture(const ImageItem& item) {
  const Result<std::string> address = data_address(item);
  if (!address) return address.failure();
  const bool cropped = item.clip != item.area;
  if (cropped) {
    ++clip_count_;
    definitions_ +=
        fmt::format("<clipPath id=\"c{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n", clip_count_,
                    svg_number(item.clip.x), svg_number(item.clip.y), svg_number(item.clip.width), svg_number(item.clip.height));
    body_ += fmt::format("<g clip-path=\"url(#c{})\">", clip_count_);
  }
  const PictureMatrix m = picture_matrix(item.area, item.picture->orientation);
  body_ += fmt::format(
      "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" transform=\"matrix({} {} {} {} {} {})\" xlink:href=\"{}\"/>",
      svg_number(m.a), svg_number(m.b), svg_number(m.c), svg_number(m.d), svg_number(m.e), svg_number(m.f), *address);
  body_ += cropped ? "</g>\n" : "\n";
  return std::nullopt;
}

std::string SvgCanvas::definitions() const { return definitions_.empty() ? std::string() : "<defs>\n" + definitions_ + "</defs>\n"; }

}  // namespace banxin
