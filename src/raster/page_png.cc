#include "raster/page_png.h"

#include <algorithm>
#include <cmath>

#include "image/png_writer.h"
#include "raster/cairo_canvas.h"

namespace banxin {
namespace {

constexpr int largest_side = 32'767;  // cairo's
constexpr double points_per_inch = 72;

/// The pixels of an opaque surface: red, green and blue, or gray alone when all three agree everywhere.
std::string samples_of(cairo_surface_t* surface, bool& gray) {
  const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto row_at = [&](int y) { return reinterpret_cast<const std::uint32_t*>(data + static_cast<std::size_t>(y) * stride); };
  const auto is_gray = [](std::uint32_t word) { return (word >> 16 & 0xff) == (word & 0xff) && (word >> 8 & 0xff) == (word & 0xff); };
  gray = true;
  for (int y = 0; y < height && gray; ++y) gray = std::all_of(row_at(y), row_at(y) + width, is_gray);
  std::string samples;
  samples.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * (gray ? 1 : 3));
  for (int y = 0; y < height; ++y) {
    const std::uint32_t* row = row_at(y);
    for (int x = 0; x < width; ++x) {
      if (!gray) samples.append({static_cast<char>(row[x] >> 16), static_cast<char>(row[x] >> 8)});
      samples += static_cast<char>(row[x]);
    }
  }
  return samples;
}

}  // namespace

Result<std::string> page_png(const Page& page, int dpi, DiagnosticSink& sink) {
  if (!cairo_library.is_there()) return Diagnostic(Severity::error, "raster-no-library", {});
  const double scale = dpi / points_per_inch;
  const double width = std::round(page.trim.width.points() * scale), height = std::round(page.trim.height.points() * scale);
  const auto too_large = [&] {
    return Diagnostic(Severity::error, "raster-too-large", {}, {{"dpi", std::to_string(dpi)}, {"limit", std::to_string(largest_side)}});
  };
  if (width > largest_side || height > largest_side) return too_large();
  const CairoSurface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height))));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return too_large();
  const CairoContext context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  CairoCanvas canvas(context.get(), 1 / scale);
  draw_page(page, canvas, sink);
  cairo_surface_flush(surface.get());
  bool gray = false;
  const std::string samples = samples_of(surface.get(), gray);
  return write_png(
      {cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()), gray ? 1 : 3, samples, dpi});
}

}  // namespace banxin
