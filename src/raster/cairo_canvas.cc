#include "raster/cairo_canvas.h"

#include <algorithm>
#include <cmath>

#include "colour/screen_colour.h"
#include "font/outline.h"
#include "page/picture_matrix.h"
#include "raster/picture_pixels.h"

namespace banxin {
namespace {

/// Adds outlines to the current path, in font units.
class CairoOutline final : public OutlineSink {
 public:
  explicit CairoOutline(cairo_t* context) : context_(context) {}

  void move_to(double x, double y) override { cairo_move_to(context_, x, y); }
  void line_to(double x, double y) override { cairo_line_to(context_, x, y); }
  void quadratic_to(double cx, double cy, double x, double y) override {
    double from_x = 0, from_y = 0;
    cairo_get_current_point(context_, &from_x, &from_y);
    const auto towards = [](double end, double control) { return end + 2.0 / 3.0 * (control - end); };
    cairo_curve_to(context_, towards(from_x, cx), towards(from_y, cy), towards(x, cx), towards(y, cy), x, y);
  }
  void cubic_to(double ax, double ay, double bx, double by, double x, double y) override { cairo_curve_to(context_, ax, ay, bx, by, x, y); }
  void close() override { cairo_close_path(context_); }

 private:
  cairo_t* context_;
};

/// Cairo's own form of pixels: native 32-bit words, alpha first and multiplied in.
CairoSurface surface_of(const ScreenPixels& pixels) {
  CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  if (data == nullptr) return surface;
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  const char* from = pixels.samples.data();
  for (std::size_t y = 0; y < static_cast<std::size_t>(pixels.height); ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + y * stride);
    for (int x = 0; x < pixels.width; ++x, from += 4) {
      const std::uint32_t alpha = static_cast<unsigned char>(from[3]);
      std::uint32_t word = alpha;
      for (int channel = 0; channel < 3; ++channel) word = word << 8 | (static_cast<unsigned char>(from[channel]) * alpha + 127) / 255;
      row[x] = word;
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

CairoCanvas::CairoCanvas(cairo_t* context, double points_per_pixel) : context_(context), points_per_pixel_(points_per_pixel) {}

void CairoCanvas::set_colour(const Colour& colour) {
  const RgbColour rgb = screen_colour(colour);
  cairo_set_source_rgb(context_, rgb.red / 255.0, rgb.green / 255.0, rgb.blue / 255.0);
}

void CairoCanvas::add(const Path& path) {
  using Kind = PathItem::Segment::Kind;
  cairo_new_path(context_);
  for (const PathItem::Segment& segment : path) {
    const double x = segment.to.x.points(), y = segment.to.y.points();
    if (segment.kind == Kind::move) cairo_move_to(context_, x, y);
    if (segment.kind == Kind::line) cairo_line_to(context_, x, y);
    if (segment.kind == Kind::curve) {
      cairo_curve_to(context_, segment.control1.x.points(), segment.control1.y.points(), segment.control2.x.points(),
                     segment.control2.y.points(), x, y);
    }
    if (segment.kind == Kind::close) cairo_close_path(context_);
  }
}

void CairoCanvas::fill(const Path& path, const Colour& colour) {
  set_colour(colour);
  add(path);
  cairo_fill(context_);
}

void CairoCanvas::stroke(const Path& path, const Pen& pen) {
  set_colour(pen.colour);
  cairo_set_line_width(context_, pen.weight.points());
  cairo_set_line_cap(context_, pen.round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  std::vector<double> dash;
  dash.reserve(pen.dash.size());
  for (const Length length : pen.dash) dash.push_back(length.points());
  cairo_set_dash(context_, dash.data(), static_cast<int>(dash.size()), 0);
  add(path);
  cairo_stroke(context_);
}

void CairoCanvas::glyphs(const GlyphRunItem& run) {
  set_colour(run.colour);
  const double scale = run.size.points() / run.face->units_per_em();
  CairoOutline outline(context_);
  for (const PositionedGlyph& glyph : run.glyphs) {
    cairo_save(context_);
    cairo_translate(context_, (run.origin.x + glyph.x).points(), (run.origin.y - glyph.y).points());
    cairo_scale(context_, scale, -scale);
    cairo_new_path(context_);
    draw_outline(*run.face, glyph.id, outline);
    cairo_restore(context_);
    cairo_fill(context_);
  }
}

std::optional<Diagnostic> CairoCanvas::picture(const ImageItem& item) {
  const bool on_its_side = item.picture->orientation >= 5;
  const auto pixels_over = [&](Length length) { return std::max(1, static_cast<int>(std::ceil(length.points() / points_per_pixel_))); };
  const int across = pixels_over(item.area.width), down = pixels_over(item.area.height);
  const Result<ScreenPixels> pixels = screen_pixels(*item.picture, on_its_side ? down : across, on_its_side ? across : down);
  if (!pixels) return pixels.failure();
  const CairoSurface surface = surface_of(*pixels);
  const PictureMatrix m = picture_matrix(item.area, item.picture->orientation);
  const cairo_matrix_t matrix = {m.a.points() / pixels->width,
                                 m.b.points() / pixels->width,
                                 m.c.points() / pixels->height,
                                 m.d.points() / pixels->height,
                                 m.e.points(),
                                 m.f.points()};
  cairo_save(context_);
  cairo_rectangle(context_, item.clip.x.points(), item.clip.y.points(), item.clip.width.points(), item.clip.height.points());
  cairo_clip(context_);
  cairo_rectangle(context_, item.area.x.points(), item.area.y.points(), item.area.width.points(), item.area.height.points());
  cairo_transform(context_, &matrix);
  const CairoPattern pattern(cairo_pattern_create_for_surface(surface.get()));
  // Pixels along the edges go on outwards, so that the edges are not mixed with nothing.
  cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_GOOD);
  cairo_set_source(context_, pattern.get());
  cairo_fill(context_);
  cairo_restore(context_);
  return std::nullopt;
}

}  // namespace banxin
