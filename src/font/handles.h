// Owners of HarfBuzz's reference-counted objects.
#pragma once

#include <hb.h>

#include <memory>

namespace banxin {

template <auto destroy>
struct HarfbuzzDeleter {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};

using BlobHandle = std::unique_ptr<hb_blob_t, HarfbuzzDeleter<hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, HarfbuzzDeleter<hb_face_destroy>>;
using FontHandle = std::unique_ptr<hb_font_t, HarfbuzzDeleter<hb_font_destroy>>;
using SetHandle = std::unique_ptr<hb_set_t, HarfbuzzDeleter<hb_set_destroy>>;

}  // namespace banxin
