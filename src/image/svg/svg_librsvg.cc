// SVG drawings through librsvg onto a page of cairo's.
#include <algorithm>
#include <optional>
#include <utility>

#include "image/faults.h"
#include "image/svg.h"
#include "image/svg/librsvg_functions.h"
#include "image/svg/svg_fonts.h"

namespace banxin {
namespace {

constexpr double points_per_pixel = 72.0 / 96.0;  // CSS Values and Units, 5.2
/// Filters and masks are drawn as pixels of the page, so that a drawing without measure must not grow without limit.
constexpr double longest_side = 2000;

struct DrawingSize {
  double width = 0, height = 0;
};

/// In points: as the drawing says, else by its view box.
std::optional<DrawingSize> size_of(RsvgHandle* handle) {
  DrawingSize size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) == FALSE) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (has_box == FALSE) return std::nullopt;
    size = {box.width, box.height};
  }
  const bool sound = size.width > 0 && size.height > 0 && size.width < 1e9 && size.height < 1e9;
  if (!sound) return std::nullopt;
  const double scale = std::min(points_per_pixel, longest_side / std::max(size.width, size.height));
  return DrawingSize{size.width * scale, size.height * scale};
}

cairo_status_t append(void* target, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

bool draw(RsvgHandle* handle, const DrawingSize& size, std::string& pdf) {
  const CairoSurface surface(cairo_pdf_surface_create_for_stream(append, &pdf, size.width, size.height));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  const CairoContext context(cairo_create(surface.get()));
  const RsvgRectangle area{0, 0, size.width, size.height};
  const bool drawn = rsvg_handle_render_document(handle, context.get(), &area, nullptr) != FALSE;
  cairo_surface_finish(surface.get());
  return drawn && cairo_status(context.get()) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

/// Cairo's pixels have their alpha multiplied in.
DecodedPicture separated(cairo_surface_t* surface) {
  DecodedPicture picture;
  picture.width = cairo_image_surface_get_width(surface);
  picture.height = cairo_image_surface_get_height(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + y * stride);
    for (int x = 0; x < picture.width; ++x) {
      const std::uint32_t alpha = row[x] >> 24;
      for (const int shift : {16, 8, 0}) {
        const std::uint32_t channel = row[x] >> shift & 0xff;
        picture.samples += static_cast<char>(alpha == 0 ? 0 : std::min(255u, (channel * 255 + alpha / 2) / alpha));
      }
      picture.alpha += static_cast<char>(alpha);
    }
  }
  return picture;
}

struct Drawing {
  RsvgDrawing handle;
  DrawingSize size;
};

Result<Drawing> open(const std::string& bytes, const std::string& name) {
  if (!librsvg_library.is_there() || !cairo_library.is_there()) return image_fault("image-svg-no-library", name);
  // Without a base address librsvg has nowhere to read other files from.
  RsvgDrawing handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr));
  if (!handle) return damaged(name);
  const std::optional<DrawingSize> size = size_of(handle.get());
  if (!size) return image_fault("image-svg-empty", name);
  return Drawing{std::move(handle), *size};
}

}  // namespace

Result<std::string> svg_to_pdf(const std::string& bytes, const std::string& name, const std::string& font_folder) {
  const Result<Drawing> drawing = open(bytes, name);
  if (!drawing) return drawing.failure();
  const SvgFonts fonts(font_folder);
  std::string pdf;
  if (!draw(drawing->handle.get(), drawing->size, pdf)) return damaged(name);
  return pdf;
}

Result<DecodedPicture> svg_to_pixels(const std::string& bytes, const std::string& name, const std::string& font_folder, int width,
                                     int height) {
  const Result<Drawing> drawing = open(bytes, name);
  if (!drawing) return drawing.failure();
  const SvgFonts fonts(font_folder);
  const DrawingSize& size = drawing->size;
  const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const CairoContext context(cairo_create(surface.get()));
  cairo_scale(context.get(), width / size.width, height / size.height);
  const RsvgRectangle area{0, 0, size.width, size.height};
  const bool drawn = rsvg_handle_render_document(drawing->handle.get(), context.get(), &area, nullptr) != FALSE;
  if (!drawn || cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) return damaged(name);
  cairo_surface_flush(surface.get());
  return separated(surface.get());
}

}  // namespace banxin
