// Pictures as image objects: JPEG bytes passed through, PNG decoded and deflated (ISO 32000-2, 8.9).
#pragma once

#include <array>
#include <vector>

#include "base/result.h"
#include "image/picture.h"
#include "page/page.h"
#include "pdf/object_sink.h"

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
};

/// Fails as `decode_png` does.
Result<EncodedImage> encode_image(const Picture& picture, bool compress);

/// Puts the image and its soft mask; `reference` becomes the image.
void put_image(ObjectSink& sink, Reference reference, EncodedImage image);

/// The matrix that maps the unit square of a stored picture onto `area` so that it stands upright: EXIF orientations 1-8.
std::array<Length, 6> image_matrix(const Rectangle& area, Length page_height, int orientation);

}  // namespace banxin::pdf
