// The colour spaces of a file: what its pages use, and the printing condition that device colours mean (ISO 19005-2, 6.2.3 and 6.2.4).
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "colour/icc_profile.h"
#include "page/page.h"
#include "pdf/object_sink.h"
#include "pdf/write.h"

namespace banxin::pdf {

struct OutputColour {
  std::optional<IccProfile> intent;  ///< nothing: device colours mean what the device makes of them
  bool inks_first = false;           ///< colours with an RGB and a CMYK value are written as CMYK
  bool default_rgb = false;          ///< RGB colours need a space of their own beside the intent's
};

/// Decides from what the pages use. Fails with `pdf-inks-without-profile` and `pdf-profile-unsuitable`.
Result<OutputColour> output_colour_of(const PagedDocument& document, const PdfOptions& options);

/// Puts the profile; returns the value of the catalogue's OutputIntents.
std::string put_output_intent(ObjectSink& sink, const IccProfile& profile, const PdfStandard& standard, bool compress);

/// Puts an ICC-based sRGB colour space; returns its value.
std::string put_srgb_space(ObjectSink& sink, bool compress);

}  // namespace banxin::pdf
