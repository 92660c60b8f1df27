// PNG files made by libpng.
#pragma once

#include <png.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace banxin {

struct PngRecipe {
  int width = 1, height = 1;
  int bit_depth = 8;
  int colour_type = PNG_COLOR_TYPE_RGB;
  std::string rows = {};  ///< all rows' bytes, top to bottom
  std::vector<png_color> palette = {};
  std::string palette_alpha = {};
  int transparent_gray = -1;
  int dots_per_metre = 0;
  std::string profile = {};
  bool interlaced = false;
};

inline std::string make_png(const PngRecipe& recipe) {
  png_structp png = png_create_write_struct(
      PNG_LIBPNG_VER_STRING, nullptr, [](png_structp, png_const_charp message) { throw std::runtime_error(message); }, nullptr);
  png_infop info = png_create_info_struct(png);
  std::string file;
  png_set_write_fn(
      png, &file,
      [](png_structp writer, png_bytep data, std::size_t size) {
        static_cast<std::string*>(png_get_io_ptr(writer))->append(reinterpret_cast<const char*>(data), size);
      },
      [](png_structp) {});
  png_set_benign_errors(png, 1);
  const auto width = static_cast<png_uint_32>(recipe.width), height = static_cast<png_uint_32>(recipe.height);
  png_set_IHDR(png, info, width, height, recipe.bit_depth, recipe.colour_type, recipe.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (!recipe.palette.empty()) png_set_PLTE(png, info, recipe.palette.data(), static_cast<int>(recipe.palette.size()));
  png_color_16 transparent = {};
  transparent.gray = static_cast<png_uint_16>(recipe.transparent_gray);
  const auto* alpha = reinterpret_cast<png_const_bytep>(recipe.palette_alpha.data());
  if (!recipe.palette_alpha.empty()) png_set_tRNS(png, info, alpha, static_cast<int>(recipe.palette_alpha.size()), nullptr);
  if (recipe.transparent_gray >= 0) png_set_tRNS(png, info, nullptr, 0, &transparent);
  const auto resolution = static_cast<png_uint_32>(recipe.dots_per_metre);
  if (resolution != 0) png_set_pHYs(png, info, resolution, resolution, PNG_RESOLUTION_METER);
  const auto* profile = reinterpret_cast<png_const_bytep>(recipe.profile.data());
  if (!recipe.profile.empty())
    png_set_iCCP(png, info, "profile", PNG_COMPRESSION_TYPE_BASE, profile, static_cast<png_uint_32>(recipe.profile.size()));
  png_write_info(png, info);
  std::vector<png_bytep> rows;
  std::string bytes = recipe.rows;
  for (int row = 0; row < recipe.height; ++row)
    rows.push_back(reinterpret_cast<png_bytep>(bytes.data()) + row * png_get_rowbytes(png, info));
  png_write_image(png, rows.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return file;
}

}  // namespace banxin
