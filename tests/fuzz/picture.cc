// Any bytes as a picture file (PNG, JPEG, SVG): what is taken has a size, and its pixels can be had.
#include "image/picture.h"
#include "fuzz/fuzz_target.h"
#include "image/jpeg_pixels.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  PictureLimits limits;
  limits.pixels = 1u << 20;  // a bomb of 200 megapixels is sound, and too slow to try a million of
  const Result<std::shared_ptr<const Picture>> picture = read_picture(fuzz::bytes_of(data, size), "picture", limits);
  if (!picture) {
    fuzz::require(!picture.failure().message.text(MessageLanguage::chinese).empty(), "a message has words");
    return 0;
  }
  const Picture& read = **picture;
  fuzz::require(read.width > 0 && read.height > 0, "a picture has a size");
  fuzz::require(read.orientation >= 1 && read.orientation <= 8, "a picture has an orientation");
  if (read.format == Picture::Format::jpeg) static_cast<void>(decode_jpeg(read, read.width, read.height));
  if (read.format == Picture::Format::png) {
    const std::size_t pixels = static_cast<std::size_t>(read.width) * static_cast<std::size_t>(read.height);
    fuzz::require(read.decoded.samples.size() == pixels * static_cast<std::size_t>(read.decoded.components), "every pixel is there");
  }
  return 0;
}
