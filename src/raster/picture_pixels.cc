#include "raster/picture_pixels.h"

#include "colour/screen_colour.h"
#include "colour/transform.h"
#include "image/jpeg_pixels.h"
#include "image/svg.h"

namespace banxin {
namespace {

constexpr char opaque = '\xff';

/// One pixel of `components` samples, without alpha.
void append_colour(std::string& out, const char* samples, int components) {
  if (components == 1) {
    out.append(3, *samples);
  } else if (components == 3) {
    out.append(samples, 3);
  } else {
    const auto coverage = [&](int ink) { return static_cast<unsigned char>(samples[ink]) / 255.0; };
    const RgbColour colour = screen_colour_of_inks(coverage(0), coverage(1), coverage(2), coverage(3));
    for (const int channel : {colour.red, colour.green, colour.blue}) out += static_cast<char>(channel);
  }
}

ScreenPixels with_alpha(int width, int height, int components, const std::string& samples, const std::string& alpha) {
  const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  ScreenPixels pixels{width, height, {}};
  pixels.samples.reserve(count * 4);
  for (std::size_t i = 0; i < count; ++i) {
    append_colour(pixels.samples, samples.data() + i * static_cast<std::size_t>(components), components);
    pixels.samples += alpha.empty() ? opaque : alpha[i];
  }
  return pixels;
}

ScreenPixels with_alpha(const DecodedPicture& picture) {
  return with_alpha(picture.width, picture.height, picture.components, picture.samples, picture.alpha);
}

void make_gray(DecodedPicture& picture) {
  const auto transform = ColourTransform::to_gray({}, ColourSpace::rgb);
  if (!transform) return;
  picture.samples = transform->pixels(picture.samples);
  picture.components = 1;
}

/// An SVG has its file with it; a page of a PDF has only objects of PDF.
Result<ScreenPixels> drawing_pixels(const Picture& picture, int width, int height) {
  if (picture.bytes.empty()) return Diagnostic(Severity::error, "raster-pdf-figure", {}, {{"name", picture.name}});
  Result<DecodedPicture> pixels = svg_to_pixels(picture.bytes, picture.name, picture.font_folder, width, height);
  if (!pixels) return pixels.failure();
  if (picture.vector.is_gray) make_gray(*pixels);
  return with_alpha(*pixels);
}

}  // namespace

Result<ScreenPixels> screen_pixels(const Picture& picture, int width, int height) {
  if (picture.format == Picture::Format::vector) return drawing_pixels(picture, width, height);
  if (picture.format == Picture::Format::png) return with_alpha(picture.decoded);
  const Result<JpegPixels> pixels = decode_jpeg(picture, width, height);
  if (!pixels) return pixels.failure();
  return with_alpha(pixels->width, pixels->height, pixels->components, pixels->samples, {});
}

}  // namespace banxin
