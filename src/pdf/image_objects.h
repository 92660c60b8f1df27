// Pictures as image objects: JPEG bytes passed through, PNG decoded and deflated (ISO 32000-2, 8.9).
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "image/picture.h"
#include "page/page.h"
#include "pdf/object_sink.h"
#include "pdf/sheet.h"

namespace banxin::pdf {

/// The pictures of a document in the order in which they first appear, each once.
class ImageTable {
 public:
  explicit ImageTable(const PagedDocument& document);
  const std::vector<const Picture*>& pictures() const { return pictures_; }
  std::size_t index_of(const Picture& picture) const;
  /// `Im1`, …
  std::string resource_name(const Picture& picture) const;

 private:
  std::vector<const Picture*> pictures_;
};

/// A picture's streams, ready to put.
struct EncodedImage {
  Dictionary dictionary;
  std::string data;
  Dictionary mask_dictionary;  ///< empty: opaque
  std::string mask;
  /// The picture's own ICC profile; without one the dictionary has a colour space of the device.
  std::string_view profile;
  Picture::Components components = Picture::Components::rgb;
};

struct ImageEncoding {
  bool compress = true;
  bool opaque = false;       ///< pixels that let the paper through are mixed with white
  bool rgb_is_srgb = false;  ///< RGB colours without a profile get that of sRGB; else they are the device's
};

EncodedImage encode_image(const Picture& picture, const ImageEncoding& encoding);

/// Puts images into a file, and each colour profile once, however many images share it.
class ImageWriter {
 public:
  ImageWriter(ObjectSink& sink, bool compress) : sink_(sink), compress_(compress) {}

  /// Puts the image, its soft mask and its profile; `reference` becomes the image.
  void put(Reference reference, EncodedImage image);

 private:
  Reference profile_reference(const EncodedImage& image);

  ObjectSink& sink_;
  bool compress_;
  std::map<std::string_view, Reference> profiles_;
};

/// The matrix that maps the unit square of a stored picture onto `area` so that it stands upright: EXIF orientations 1-8.
std::array<Length, 6> image_matrix(const Rectangle& area, const Sheet& sheet, int orientation);

}  // namespace banxin::pdf
