#include "image/jpeg_writer.h"

#include <jpeglib.h>

#include <cassert>
#include <cstdlib>

namespace banxin {
namespace {

J_COLOR_SPACE space_of(int components) { return components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK; }

}  // namespace

std::string write_jpeg(std::string_view samples, int width, int height, int components, int quality) {
  const std::size_t row_bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(components);
  assert(width > 0 && height > 0 && samples.size() == row_bytes * static_cast<std::size_t>(height));
  jpeg_compress_struct codec;
  jpeg_error_mgr errors;
  codec.err = jpeg_std_error(&errors);  // memory aside nothing can fail
  jpeg_create_compress(&codec);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&codec, &bytes, &size);
  codec.image_width = static_cast<JDIMENSION>(width);
  codec.image_height = static_cast<JDIMENSION>(height);
  codec.input_components = components;
  codec.in_color_space = space_of(components);
  jpeg_set_defaults(&codec);
  jpeg_set_quality(&codec, quality, TRUE);
  for (int i = 0; i < codec.num_components; ++i) codec.comp_info[i].h_samp_factor = codec.comp_info[i].v_samp_factor = 1;
  jpeg_start_compress(&codec, TRUE);
  std::string row;
  while (codec.next_scanline < codec.image_height) {
    row = samples.substr(row_bytes * codec.next_scanline, row_bytes);
    for (char& sample : row) sample = static_cast<char>(components == 4 ? ~sample : sample);
    auto* from = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&codec, &from, 1);
  }
  jpeg_finish_compress(&codec);
  jpeg_destroy_compress(&codec);
  std::string file(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return file;
}

}  // namespace banxin
