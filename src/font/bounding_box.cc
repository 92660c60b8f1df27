// The box round all glyphs of a face (OpenType 1.9, `head`).
#include "font/font.h"
#include "font/handles.h"
#include "font/sfnt.h"

namespace banxin {

FontFace::InkBox FontFace::bounding_box() const {
  const std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob(hb_face_reference_table(hb_face(), HB_TAG('h', 'e', 'a', 'd')),
                                                                    hb_blob_destroy);
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  constexpr std::size_t x_min = 36, end = 44;
  if (size < end) return {0, 0, 0, 0};
  const auto value = [&](std::size_t index) { return static_cast<std::int16_t>(read_big_endian_16({data, size}, x_min + 2 * index)); };
  return {value(0), value(1), value(2), value(3)};
}

}  // namespace banxin
