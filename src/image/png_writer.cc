#include "image/png_writer.h"

#include <png.h>

#include <cassert>
#include <cmath>

namespace banxin {
namespace {

int colour_type(int components) {
  switch (components) {
    case 1:
      return PNG_COLOR_TYPE_GRAY;
    case 2:
      return PNG_COLOR_TYPE_GRAY_ALPHA;
    case 3:
      return PNG_COLOR_TYPE_RGB;
    default:
      return PNG_COLOR_TYPE_RGB_ALPHA;
  }
}

void append_bytes(png_structp png, png_bytep data, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

}  // namespace

std::string write_png(const PngPixels& pixels) {
  assert(pixels.width > 0 && pixels.height > 0);
  const std::size_t row_bytes = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.components);
  assert(pixels.samples.size() == row_bytes * static_cast<std::size_t>(pixels.height));
  std::string file;
  // Memory aside nothing can fail: what is written is asserted, and the file is a string.
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &file, append_bytes, [](png_structp) {});
  png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.width), static_cast<png_uint_32>(pixels.height), 8,
               colour_type(pixels.components), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
  if (pixels.dots_per_inch > 0) {
    const auto per_metre = static_cast<png_uint_32>(std::lround(pixels.dots_per_inch / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  png_write_info(png, info);
  const auto* rows = reinterpret_cast<png_const_bytep>(pixels.samples.data());
  for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.height); ++row) png_write_row(png, rows + row * row_bytes);
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return file;
}

}  // namespace banxin
