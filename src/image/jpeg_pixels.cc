#include "image/jpeg_pixels.h"

#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>

#include "image/faults.h"

namespace banxin {
namespace {

/// libjpeg's reading of one file. Its errors are long jumps, so every member that calls it sets the mark itself and holds no object that
/// would need destroying; false means that libjpeg gave up.
class JpegFile {
 public:
  explicit JpegFile(std::string_view bytes) : bytes_(bytes) {
    decompress_.err = jpeg_std_error(&errors_);
    errors_.error_exit = [](j_common_ptr common) { longjmp(static_cast<JpegFile*>(common->client_data)->mark_, 1); };
    errors_.emit_message = [](j_common_ptr, int) {};
    decompress_.client_data = this;
  }
  ~JpegFile() { jpeg_destroy_decompress(&decompress_); }
  JpegFile(const JpegFile&) = delete;
  JpegFile& operator=(const JpegFile&) = delete;

  bool read_header() {
    if (setjmp(mark_) != 0) return false;
    jpeg_create_decompress(&decompress_);
    decompress_.client_data = this;
    jpeg_mem_src(&decompress_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    return jpeg_read_header(&decompress_, TRUE) == JPEG_HEADER_OK;
  }

  bool start(J_COLOR_SPACE space, int width, int height) {
    if (setjmp(mark_) != 0) return false;
    decompress_.out_color_space = space;
    decompress_.scale_num = 1;
    for (decompress_.scale_denom = 8; decompress_.scale_denom > 1; decompress_.scale_denom /= 2) {
      jpeg_calc_output_dimensions(&decompress_);
      if (static_cast<int>(decompress_.output_width) >= width && static_cast<int>(decompress_.output_height) >= height) break;
    }
    return jpeg_start_decompress(&decompress_) != 0;
  }

  bool read_rows(char* to, std::size_t row_bytes) {
    if (setjmp(mark_) != 0) return false;
    while (decompress_.output_scanline < decompress_.output_height) {
      auto* row = reinterpret_cast<JSAMPROW>(to + decompress_.output_scanline * row_bytes);
      if (jpeg_read_scanlines(&decompress_, &row, 1) != 1) return false;
    }
    return true;
  }

  int width() const { return static_cast<int>(decompress_.output_width); }
  int height() const { return static_cast<int>(decompress_.output_height); }

 private:
  std::string_view bytes_;
  jpeg_decompress_struct decompress_{};
  jpeg_error_mgr errors_{};
  std::jmp_buf mark_{};
};

}  // namespace

Result<JpegPixels> decode_jpeg(const Picture& picture, int width, int height) {
  using Components = Picture::Components;
  JpegFile file(picture.bytes);
  const J_COLOR_SPACE space = picture.components == Components::gray  ? JCS_GRAYSCALE
                              : picture.components == Components::rgb ? JCS_RGB
                                                                      : JCS_CMYK;
  if (!file.read_header() || !file.start(space, width, height)) return damaged(picture.name);
  JpegPixels pixels{file.width(),
                    file.height(),
                    picture.components == Components::gray  ? 1
                    : picture.components == Components::rgb ? 3
                                                            : 4,
                    {}};
  const std::size_t row_bytes = static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.components);
  pixels.samples.resize(row_bytes * static_cast<std::size_t>(pixels.height));
  if (!file.read_rows(pixels.samples.data(), row_bytes)) return damaged(picture.name);
  if (picture.inverted_cmyk) {
    std::transform(pixels.samples.begin(), pixels.samples.end(), pixels.samples.begin(),
                   [](char sample) { return static_cast<char>(~sample); });
  }
  return pixels;
}

}  // namespace banxin
