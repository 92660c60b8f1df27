#include "image/png_file.h"

#include <png.h>

#include <cassert>
#include <csetjmp>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "image/byte_reader.h"
#include "image/exif.h"
#include "image/faults.h"
#include "image/icc_profile.h"

namespace banxin {

namespace {

/// libpng's reading of one file. Its errors are long jumps, so every member that calls it sets the mark itself and holds no object that
/// would need destroying; false means that libpng gave up.
class PngFile {
 public:
  explicit PngFile(std::string_view bytes) : bytes_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, give_up, [](png_structp, png_const_charp) {});
    info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
  }
  ~PngFile() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngFile(const PngFile&) = delete;
  PngFile& operator=(const PngFile&) = delete;

  bool read_header() {
    if (info_ == nullptr || setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_chunk_malloc_max(png_, limits::png_chunk);
    png_set_read_fn(png_, this, read_bytes);
    png_read_info(png_, info_);
    return true;
  }

  /// Asks for 8-bit gray or RGB, with alpha when the file has transparency of any kind.
  bool prepare() {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    return true;
  }
  bool read_rows(png_bytepp rows) {
    if (setjmp(png_jmpbuf(png_)) != 0) return false;
    png_read_image(png_, rows);
    png_read_end(png_, nullptr);
    return true;
  }

  std::size_t width() const { return png_get_image_width(png_, info_); }
  std::size_t height() const { return png_get_image_height(png_, info_); }
  int bit_depth() const { return png_get_bit_depth(png_, info_); }
  std::size_t channels() const { return png_get_channels(png_, info_); }
  std::size_t row_bytes() const { return png_get_rowbytes(png_, info_); }
  bool gray() const { return (png_get_color_type(png_, info_) & PNG_COLOR_MASK_COLOR) == 0; }

  std::optional<double> dots_per_inch() const {
    png_uint_32 x = 0, y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    if (png_get_pHYs(png_, info_, &x, &y, &unit) == 0 || unit != PNG_RESOLUTION_METER || x == 0) return std::nullopt;
    return x * 0.0254;
  }
  std::string_view profile() const {
    png_charp name = nullptr;
    png_bytep data = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(png_, info_, &name, &compression, &data, &size) == 0) return {};
    return {reinterpret_cast<const char*>(data), size};
  }
  std::string_view exif() const {
    png_bytep data = nullptr;
    png_uint_32 size = 0;
    if (png_get_eXIf_1(png_, info_, &size, &data) == 0) return {};
    return {reinterpret_cast<const char*>(data), size};
  }

 private:
  [[noreturn]] static void give_up(png_structp png, png_const_charp) { longjmp(png_jmpbuf(png), 1); }

  static void read_bytes(png_structp png, png_bytep to, std::size_t length) {
    auto* self = static_cast<PngFile*>(png_get_io_ptr(png));
    if (length > self->bytes_.size() - self->place_) png_error(png, "end of file");
    self->bytes_.copy(reinterpret_cast<char*>(to), length, self->place_);
    self->place_ += length;
  }

  std::string_view bytes_;
  std::size_t place_ = 0;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

/// Whether the chunks follow each other up to IEND with pixels among them.
bool chunks_are_whole(std::string_view bytes) {
  const ByteReader reader(bytes);
  std::size_t place = png_signature.size();
  bool has_pixels = false;
  while (true) {
    const auto length = reader.number_32(place);
    const auto type = reader.part(place + 4, 4);
    constexpr std::size_t frame = 12;  // length, type and checksum
    if (!length || !type || !reader.part(place, frame + *length)) return false;
    if (*type == "IEND") return has_pixels;
    has_pixels = has_pixels || *type == "IDAT";
    place += frame + *length;
  }
}

/// Samples with the alpha channel interleaved, as libpng gives them, to two planes. Alpha that is opaque all over is left out.
DecodedPicture split_channels(const PngFile& file, std::string interleaved) {
  DecodedPicture picture;
  picture.width = static_cast<int>(file.width());
  picture.height = static_cast<int>(file.height());
  picture.components = file.gray() ? 1 : 3;
  const std::size_t colours = file.gray() ? 1 : 3, channels = file.channels();
  assert(channels == colours || channels == colours + 1);
  if (channels == colours) {
    picture.samples = std::move(interleaved);
    return picture;
  }
  const std::size_t pixels = file.width() * file.height();
  picture.samples.reserve(pixels * colours);
  picture.alpha.reserve(pixels);
  for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
    picture.samples.append(interleaved, pixel * channels, colours);
    picture.alpha.push_back(interleaved[pixel * channels + colours]);
  }
  if (picture.alpha.find_first_not_of('\xff') == std::string::npos) picture.alpha.clear();
  return picture;
}

/// What the header says.
Picture described(const PngFile& file) {
  Picture picture;
  picture.format = Picture::Format::png;
  picture.components = file.gray() ? Picture::Components::gray : Picture::Components::rgb;
  picture.width = static_cast<int>(file.width());
  picture.height = static_cast<int>(file.height());
  picture.bits_per_component = file.bit_depth();
  const ExifFacts exif = read_exif(file.exif());
  picture.orientation = exif.orientation;
  picture.dots_per_inch = file.dots_per_inch() ? file.dots_per_inch() : exif.dots_per_inch;
  if (profile_fits(file.profile(), picture.components)) picture.colour_profile = file.profile();
  return picture;
}

}  // namespace

Result<Picture> read_png(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
  PngFile file(bytes);
  if (!chunks_are_whole(bytes) || !file.read_header()) return damaged(name);
  if (auto fault = check_pixels(file.width(), file.height(), name, limits)) return std::move(*fault);
  Picture picture = described(file);
  if (!file.prepare()) return damaged(name);
  std::string samples(file.row_bytes() * file.height(), '\0');
  std::vector<png_bytep> rows(file.height());
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = reinterpret_cast<png_bytep>(samples.data() + row * file.row_bytes());
  if (!file.read_rows(rows.data())) return damaged(name);
  picture.decoded = split_channels(file, std::move(samples));
  return picture;
}

}  // namespace banxin
