// Pages made ready for the press: colours and pictures in the inks that print them.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "colour/icc_profile.h"
#include "page/page.h"

namespace banxin {

struct PressOptions {
  enum class Colours {
    as_written,
    black,    ///< black alone, pictures too
    process,  ///< the inks of `condition`
  };
  Colours colours = Colours::as_written;
  bool convert_pictures = false;             ///< to process inks, as colours are; else RGB pictures stay RGB
  std::optional<IccProfile> condition = {};  ///< of CMYK where colours are `process`
  int most_ink = 3000;                       ///< on one spot, thousandths of a full layer
};

/// Changes the document's colours and pictures. Reports `press-total-ink` and `press-picture-total-ink` (warnings) where process inks lie
/// too thick, `press-figure-in-colour` (a warning) where a vector figure cannot be made so, and `image-damaged` for pictures
/// that cannot be converted.
void prepare_for_press(PagedDocument& document, const PressOptions& options, DiagnosticSink& sink);

}  // namespace banxin
