// Faces of a collection that share their glyphs (OpenType 1.9, "Font collections").
#include <array>
#include <utility>

#include "font/font.h"
#include "font/handles.h"

namespace banxin {

namespace {

/// Where a table lies in the face's file, and its length; the same for faces that share it.
std::pair<std::ptrdiff_t, unsigned> place_of_table(const FontFace& face, hb_tag_t tag) {
  const BlobHandle file(hb_face_reference_blob(face.hb_face())), table(hb_face_reference_table(face.hb_face(), tag));
  unsigned size = 0;
  const char* data = hb_blob_get_data(table.get(), &size);
  return size == 0 ? std::pair<std::ptrdiff_t, unsigned>{0, 0} : std::pair{data - hb_blob_get_data(file.get(), nullptr), size};
}

}  // namespace

bool share_glyphs(const FontFace& a, const FontFace& b) {
  if (&a == &b) return true;
  if (a.path() != b.path() || a.outlines() != b.outlines()) return false;
  constexpr std::array tags = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                               HB_TAG('h', 'm', 't', 'x'), HB_TAG('h', 'e', 'a', 'd')};
  for (const hb_tag_t tag : tags) {
    if (place_of_table(a, tag) != place_of_table(b, tag)) return false;
  }
  return true;
}

}  // namespace banxin
