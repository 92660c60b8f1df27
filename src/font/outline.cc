#include "font/outline.h"

#include <memory>

#include "font/handles.h"

namespace banxin {
namespace {

OutlineSink& sink_of(void* data) { return *static_cast<OutlineSink*>(data); }

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, HarfbuzzDeleter<hb_draw_funcs_destroy>>;

DrawFunctions make_draw_functions() {
  DrawFunctions functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      functions.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { sink_of(data).move_to(x, y); },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      functions.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { sink_of(data).line_to(x, y); },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
        sink_of(data).quadratic_to(cx, cy, x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) {
        sink_of(data).cubic_to(ax, ay, bx, by, x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      functions.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { sink_of(data).close(); }, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions.get());
  return functions;
}

}  // namespace

void draw_outline(const FontFace& face, std::uint32_t glyph, OutlineSink& sink) {
  static const DrawFunctions functions = make_draw_functions();
  hb_font_get_glyph_shape(face.hb_font(), glyph, functions.get(), &sink);
}

}  // namespace banxin
