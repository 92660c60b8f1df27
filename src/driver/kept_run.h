// What a run of an article keeps for the next one, after an edit: see docs/preview.md and src/README.md.
#pragma once

#include "layout/kept_layout.h"

namespace banxin {

/// Of one article, one set of options and one `Typesetter`. What comes of a run with it is what would come of a fresh one.
struct KeptRun {
  KeptLayout layout;
};

}  // namespace banxin
