// A specimen of fonts: pages with a sample of each face in each language that it serves.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "driver/font_uses.h"
#include "page/page.h"

namespace banxin {

/// A4 pages: for each use a label (role, weight, family) and a line of sample text in each of its languages, with characters whose forms
/// differ between them (骨 直 令). The pages point into the faces.
PagedDocument font_specimen(const std::string& title, const std::string& title_language, const std::vector<FontUse>& uses,
                            const FontLibrary& fonts, DiagnosticSink& sink);

}  // namespace banxin
