// Librsvg with what it draws on and with, loaded when the first SVG is read.
#pragma once

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "image/cairo_functions.h"

namespace banxin {

inline constinit LateLibrary librsvg_library("librsvg-2.so.2");  // the functions of libraries that it is linked to are found through it

BANXIN_LATE_FUNCTION(librsvg_library, rsvg_handle_new_from_data);
BANXIN_LATE_FUNCTION(librsvg_library, rsvg_handle_get_intrinsic_dimensions);
BANXIN_LATE_FUNCTION(librsvg_library, rsvg_handle_get_intrinsic_size_in_pixels);
BANXIN_LATE_FUNCTION(librsvg_library, rsvg_handle_render_document);
BANXIN_LATE_FUNCTION(librsvg_library, g_object_unref);
BANXIN_LATE_FUNCTION(librsvg_library, pango_cairo_font_map_get_default);
BANXIN_LATE_FUNCTION(librsvg_library, pango_fc_font_map_set_config);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pdf_surface_create_for_stream);
BANXIN_LATE_FUNCTION(cairo_library, cairo_pdf_surface_restrict_to_version);

using RsvgDrawing = std::unique_ptr<RsvgHandle, LateRelease<g_object_unref>>;

}  // namespace banxin
