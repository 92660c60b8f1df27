#include "press/printed_pictures.h"

#include <array>

#include "colour/screen_colour.h"
#include "colour/transform.h"
#include "image/faults.h"
#include "image/jpeg_pixels.h"
#include "image/jpeg_writer.h"
#include "press/gray_figure.h"

namespace banxin {
namespace {

using Components = Picture::Components;

ColourSpace space_of(Components components) {
  switch (components) {
    case Components::gray:
      return ColourSpace::gray;
    case Components::rgb:
      return ColourSpace::rgb;
    case Components::cmyk:
      return ColourSpace::cmyk;
  }
  return ColourSpace::rgb;
}

Result<std::string> pixels_of(const Picture& picture) {
  if (picture.format == Picture::Format::png) return picture.decoded.samples;
  Result<JpegPixels> pixels = decode_jpeg(picture, picture.width, picture.height);
  if (!pixels) return pixels.failure();
  if (pixels->width != picture.width || pixels->height != picture.height) return damaged(picture.name);
  return std::move(pixels->samples);
}

/// The picture with other pixels, in the device's own colours.
std::shared_ptr<const Picture> with_pixels(const Picture& picture, std::string pixels, Components components) {
  auto result = std::make_shared<Picture>(picture);
  result->components = components;
  result->colour_profile.clear();
  result->inverted_cmyk = picture.format == Picture::Format::jpeg && components == Components::cmyk;
  if (picture.format == Picture::Format::jpeg) {
    result->bytes = write_jpeg(pixels, picture.width, picture.height, component_count(space_of(components)), picture_quality);
  } else {
    result->decoded.components = component_count(space_of(components));
    result->decoded.samples = std::move(pixels);
  }
  return result;
}

Result<std::shared_ptr<const Picture>> drawing_in_gray(const Picture& picture) {
  Result<VectorFigure> figure = figure_in_gray(picture.vector, picture.name);
  if (!figure) return figure.failure();
  auto result = std::make_shared<Picture>(picture);
  result->components = Components::gray;
  result->vector = std::move(*figure);
  return std::shared_ptr<const Picture>(std::move(result));
}

}  // namespace

Result<std::shared_ptr<const Picture>> picture_in_gray(const std::shared_ptr<const Picture>& picture) {
  if (picture->format == Picture::Format::vector) return drawing_in_gray(*picture);
  if (picture->components == Components::gray && picture->colour_profile.empty()) return picture;
  Result<std::string> pixels = pixels_of(*picture);
  if (!pixels) return pixels.failure();
  ColourSpace space = space_of(picture->components);
  auto transform = ColourTransform::to_gray(picture->colour_profile, space);
  if (!transform && space == ColourSpace::cmyk) {
    pixels = screen_pixels_of_inks(*pixels);
    space = ColourSpace::rgb;
  }
  if (!transform) transform = ColourTransform::to_gray({}, space);  // its own profile cannot be used
  return with_pixels(*picture, transform ? transform->pixels(*pixels) : *pixels, Components::gray);
}

Result<std::shared_ptr<const Picture>> picture_in_inks(const std::shared_ptr<const Picture>& picture, const IccProfile& condition) {
  if (picture->components != Components::rgb || picture->format == Picture::Format::vector) return picture;
  auto transform = ColourTransform::to_profile(picture->colour_profile, ColourSpace::rgb, condition);
  if (!transform) transform = ColourTransform::to_profile({}, ColourSpace::rgb, condition);
  if (!transform) return picture;
  const Result<std::string> pixels = pixels_of(*picture);
  if (!pixels) return pixels.failure();
  return with_pixels(*picture, transform->pixels(*pixels), Components::cmyk);
}

std::optional<int> total_ink(const Picture& picture) {
  if (picture.components != Components::cmyk || picture.format == Picture::Format::vector) return std::nullopt;
  const Result<std::string> pixels = pixels_of(picture);
  if (!pixels) return std::nullopt;
  std::array<std::size_t, 4 * 255 + 1> counts{};
  for (std::size_t i = 0; i + 3 < pixels->size(); i += 4) {
    std::size_t sum = 0;
    for (std::size_t ink = 0; ink < 4; ++ink) sum += static_cast<unsigned char>((*pixels)[i + ink]);
    ++counts[sum];
  }
  const std::size_t spots = pixels->size() / 4 / 100;
  std::size_t above = 0, most = counts.size();
  while (most-- > 1) {
    above += counts[most];
    if (above > spots) break;
  }
  return static_cast<int>((most * 1000 + 127) / 255);
}

}  // namespace banxin
