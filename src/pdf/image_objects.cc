// Pictures as image objects.
#include "pdf/image_objects.h"

#include <algorithm>
#include <cassert>

#include "page/picture_matrix.h"
#include "pdf/profiles.h"
#include "pdf/streams.h"

namespace banxin::pdf {
namespace {

std::string device_space(Picture::Components components) {
  switch (components) {
    case Picture::Components::gray:
      return "/DeviceGray";
    case Picture::Components::rgb:
      return "/DeviceRGB";
    case Picture::Components::cmyk:
      return "/DeviceCMYK";
  }
  return "";
}

/// All but the colour space, which is known when a profile has its number.
void describe(Dictionary& dictionary, int width, int height) {
  dictionary.add("Type", "/XObject")
      .add("Subtype", "/Image")
      .add("Width", text_of(width))
      .add("Height", text_of(height))
      .add("BitsPerComponent", "8");
}

int component_count(Picture::Components components) {
  switch (components) {
    case Picture::Components::gray:
      return 1;
    case Picture::Components::rgb:
      return 3;
    case Picture::Components::cmyk:
      return 4;
  }
  return 0;
}

/// The colours of `picture`: its own profile's, those of sRGB, or the device's.
void add_colour_space(EncodedImage& image, const Picture& picture, bool rgb_is_srgb) {
  image.components = picture.components;
  image.profile = picture.colour_profile;
  if (image.profile.empty() && rgb_is_srgb && picture.components == Picture::Components::rgb) image.profile = srgb_profile();
  if (image.profile.empty()) image.dictionary.add("ColorSpace", device_space(picture.components));
}

EncodedImage encode_jpeg(const Picture& picture, bool rgb_is_srgb) {
  EncodedImage image;
  describe(image.dictionary, picture.width, picture.height);
  add_colour_space(image, picture, rgb_is_srgb);
  image.dictionary.add("Filter", "/DCTDecode");
  if (picture.inverted_cmyk) image.dictionary.add("Decode", "[1 0 1 0 1 0 1 0]");
  image.data = picture.bytes;
  return image;
}

/// The picture with its samples mixed with white paper as their alpha says.
DecodedPicture flattened(DecodedPicture picture) {
  const auto components = static_cast<std::size_t>(picture.components);
  for (std::size_t i = 0; i < picture.samples.size(); ++i) {
    const unsigned alpha = static_cast<unsigned char>(picture.alpha[i / components]),
                   sample = static_cast<unsigned char>(picture.samples[i]);
    picture.samples[i] = static_cast<char>((sample * alpha + 255 * (255 - alpha) + 127) / 255);
  }
  picture.alpha.clear();
  return picture;
}

}  // namespace

ImageTable::ImageTable(const PagedDocument& document) {
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) {
      const auto* image = std::get_if<ImageItem>(&item.content);
      if (image == nullptr) continue;
      assert(image->picture);
      if (std::find(pictures_.begin(), pictures_.end(), image->picture.get()) == pictures_.end()) pictures_.push_back(image->picture.get());
    }
  }
}

std::size_t ImageTable::index_of(const Picture& picture) const {
  const auto found = std::find(pictures_.begin(), pictures_.end(), &picture);
  assert(found != pictures_.end());
  return static_cast<std::size_t>(found - pictures_.begin());
}

std::string ImageTable::resource_name(const Picture& picture) const { return "Im" + text_of(static_cast<int>(index_of(picture)) + 1); }

EncodedImage encode_image(const Picture& picture, const ImageEncoding& encoding) {
  if (picture.format == Picture::Format::jpeg) return encode_jpeg(picture, encoding.rgb_is_srgb);
  DecodedPicture flat;
  if (encoding.opaque && !picture.decoded.alpha.empty()) flat = flattened(picture.decoded);
  const DecodedPicture& decoded = flat.samples.empty() ? picture.decoded : flat;
  EncodedImage image;
  image.dictionary = encoded_dictionary(encoding.compress);
  describe(image.dictionary, decoded.width, decoded.height);
  add_colour_space(image, picture, encoding.rgb_is_srgb);
  image.data = encoded(decoded.samples, encoding.compress);
  if (!decoded.alpha.empty()) {
    image.mask_dictionary = encoded_dictionary(encoding.compress);
    describe(image.mask_dictionary, decoded.width, decoded.height);
    image.mask_dictionary.add("ColorSpace", "/DeviceGray");
    image.mask = encoded(decoded.alpha, encoding.compress);
  }
  return image;
}

void ImageWriter::put(Reference reference, EncodedImage image) {
  if (!image.profile.empty()) image.dictionary.add("ColorSpace", "[/ICCBased " + text_of(profile_reference(image)) + "]");
  if (!image.mask_dictionary.empty()) {
    const Reference mask = sink_.add_stream(std::move(image.mask_dictionary), std::move(image.mask));
    image.dictionary.add("SMask", text_of(mask));
  }
  sink_.put_stream(reference, std::move(image.dictionary), std::move(image.data));
}

Reference ImageWriter::profile_reference(const EncodedImage& image) {
  const auto known = profiles_.find(image.profile);
  if (known != profiles_.end()) return known->second;
  Dictionary dictionary = encoded_dictionary(compress_);
  dictionary.add("N", text_of(component_count(image.components))).add("Alternate", device_space(image.components));
  const Reference reference = sink_.add_stream(std::move(dictionary), encoded(std::string(image.profile), compress_));
  profiles_.emplace(image.profile, reference);
  return reference;
}

std::array<Length, 6> image_matrix(const Rectangle& area, const Sheet& sheet, int orientation) {
  // PDF's unit square has its origin at the lower left, and so has its page.
  const PictureMatrix m = picture_matrix(area, orientation);
  const Point origin = sheet.place({m.c + m.e, m.d + m.f});
  return {m.a, -m.b, -m.c, m.d, origin.x, origin.y};
}

}  // namespace banxin::pdf
