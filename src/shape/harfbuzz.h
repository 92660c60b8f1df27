// Owners of HarfBuzz objects.
#pragma once

#include <hb.h>

#include <memory>

namespace banxin {

struct DestroyBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using BufferHandle = std::unique_ptr<hb_buffer_t, DestroyBuffer>;

struct DestroyFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using FontHandle = std::unique_ptr<hb_font_t, DestroyFont>;

}  // namespace banxin
