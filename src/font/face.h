// A face opened from a file: vetted, mapped into memory, ready for HarfBuzz.
#pragma once

#include <memory>

#include "base/result.h"
#include "font/font.h"

namespace banxin {

/// Opens face `index` of the font file at `path`; fails as `vet_face` does, or with `font-not-readable`. A file that `may_change` is read
/// as a whole: what is mapped into memory is gone when somebody makes the file shorter.
Result<std::shared_ptr<const FontFace>> open_face(const std::filesystem::path& path, int index, bool may_change = false);

/// Whether the face can show a grapheme cluster: every code point that is drawn has a glyph, itself or composed with the one before, or
/// decomposed (as HarfBuzz will do). A variation selector the face does not know leaves the base glyph; ignorable characters need none.
bool covers(const FontFace& face, std::u32string_view cluster);

}  // namespace banxin
