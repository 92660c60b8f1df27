// Embedded fonts: Type0 dictionaries, descriptors, widths and subset programs (ISO 32000-2, 9.7 to 9.9).
#pragma once

#include <string>

#include "base/result.h"
#include "pdf/font_table.h"
#include "pdf/object_sink.h"

namespace banxin::pdf {

/// A font's streams, ready to put; made without touching the sink, so that several fonts can be made at once.
struct FontProgram {
  std::string tagged_name;      ///< `ABCDEF+SongRegular`
  std::string data;             ///< deflated when `compress`
  std::size_t data_length = 0;  ///< before that
  std::string cid_to_gid;       ///< TrueType alone
  std::string to_unicode;
  std::string cid_set;  ///< when asked for: one bit for each CID
};

/// Subsets and compresses; `with_cid_set` lists the CIDs of the subset, as PDF/A-1 asks. Fails with `pdf-font-not-embedded`.
Result<FontProgram> make_font_program(const UsedFont& font, bool compress, bool with_cid_set = false);

/// Puts the font's objects; `font_reference` becomes the Type0 dictionary.
void put_font(ObjectSink& sink, Reference font_reference, const UsedFont& font, FontProgram program, bool compress);

/// The W array of a descendant font: widths that are not 1000, in runs (exposed for its tests).
std::string width_array(const UsedFont& font);

}  // namespace banxin::pdf
