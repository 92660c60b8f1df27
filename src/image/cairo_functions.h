// Cairo, loaded when the first drawing is made: it brings a dozen libraries that a page of text has no use for.
#pragma once

#include <cairo.h>

#include <memory>

#include "base/late_library.h"

namespace banxin {

inline constinit LateLibrary cairo_library("libcairo.so.2");

BANXIN_LATE_FUNCTION(cairo_library, cairo_clip);
BANXIN_LATE_FUNCTION(cairo_library, cairo_close_path);
BANXIN_LATE_FUNCTION(cairo_library, cairo_create);
BANXIN_LATE_FUNCTION(cairo_library, cairo_curve_to);
BANXIN_LATE_FUNCTION(cairo_library, cairo_destroy);
BANXIN_LATE_FUNCTION(cairo_library, cairo_fill);
BANXIN_LATE_FUNCTION(cairo_library, cairo_get_current_point);
BANXIN_LATE_FUNCTION(cairo_library, cairo_image_surface_create);
BANXIN_LATE_FUNCTION(cairo_library, cairo_image_surface_get_data);
BANXIN_LATE_FUNCTION(cairo_library, cairo_image_surface_get_height);
BANXIN_LATE_FUNCTION(cairo_library, cairo_image_surface_get_stride);
BANXIN_LATE_FUNCTION(cairo_library, cairo_image_surface_get_width);
BANXIN_LATE_FUNCTION(cairo_library, cairo_line_to);
BANXIN_LATE_FUNCTION(cairo_library, cairo_move_to);
BANXIN_LATE_FUNCTION(cairo_library, cairo_new_path);
BANXIN_LATE_FUNCTION(cairo_library, cairo_paint);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pattern_create_for_surface);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pattern_destroy);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pattern_set_extend);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pattern_set_filter);
BANXIN_LATE_FUNCTION(cairo_library, cairo_rectangle);
BANXIN_LATE_FUNCTION(cairo_library, cairo_restore);
BANXIN_LATE_FUNCTION(cairo_library, cairo_save);
BANXIN_LATE_FUNCTION(cairo_library, cairo_scale);
BANXIN_LATE_FUNCTION(cairo_library, cairo_set_dash);
BANXIN_LATE_FUNCTION(cairo_library, cairo_set_line_cap);
BANXIN_LATE_FUNCTION(cairo_library, cairo_set_line_width);
BANXIN_LATE_FUNCTION(cairo_library, cairo_set_source);
BANXIN_LATE_FUNCTION(cairo_library, cairo_set_source_rgb);
BANXIN_LATE_FUNCTION(cairo_library, cairo_status);
BANXIN_LATE_FUNCTION(cairo_library, cairo_stroke);
BANXIN_LATE_FUNCTION(cairo_library, cairo_surface_destroy);
BANXIN_LATE_FUNCTION(cairo_library, cairo_surface_finish);
BANXIN_LATE_FUNCTION(cairo_library, cairo_surface_flush);
BANXIN_LATE_FUNCTION(cairo_library, cairo_surface_mark_dirty);
BANXIN_LATE_FUNCTION(cairo_library, cairo_surface_status);
BANXIN_LATE_FUNCTION(cairo_library, cairo_transform);
BANXIN_LATE_FUNCTION(cairo_library, cairo_translate);

using CairoSurface = std::unique_ptr<cairo_surface_t, LateRelease<cairo_surface_destroy>>;
using CairoContext = std::unique_ptr<cairo_t, LateRelease<cairo_destroy>>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, LateRelease<cairo_pattern_destroy>>;

}  // namespace banxin
