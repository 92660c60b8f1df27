#include <hb-subset.h>

#include <cerrno>
#include <initializer_list>
#include <memory>
#include <new>
#include <utility>

#include "font/cff_table.h"
#include "font/font.h"
#include "font/handles.h"

namespace banxin {

namespace {

using InputHandle = std::unique_ptr<hb_subset_input_t, HarfbuzzDeleter<hb_subset_input_destroy>>;
using PlanHandle = std::unique_ptr<hb_subset_plan_t, HarfbuzzDeleter<hb_subset_plan_destroy>>;

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

/// A face of some tables of another. hb-subset walks every table it knows, the whole character map even when it is not kept, so it is shown
/// only what embedding needs; of a variable font that leaves the default instance.
FaceHandle face_of_tables(hb_face_t* source, std::initializer_list<hb_tag_t> tags) {
  FaceHandle face(hb_face_builder_create());
  for (const hb_tag_t tag : tags) {
    const BlobHandle table(hb_face_reference_table(source, tag));
    if (hb_blob_get_length(table.get()) > 0) hb_face_builder_add_table(face.get(), tag, table.get());
  }
  return face;
}

InputHandle subset_input(const std::vector<std::uint32_t>& glyphs, unsigned flags) {
  InputHandle input(hb_subset_input_create_or_fail());
  if (input == nullptr) return input;
  hb_set_t* kept = hb_subset_input_glyph_set(input.get());
  hb_set_add(kept, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(kept, glyph);
  hb_subset_input_set_flags(input.get(), flags);
  return input;
}

std::optional<FontSubset> subset_cff(const FontFace& face, const std::vector<std::uint32_t>& glyphs) {
  constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');
  const FaceHandle source = face_of_tables(face.hb_face(), {cff_tag, HB_TAG('m', 'a', 'x', 'p'), HB_TAG('h', 'e', 'a', 'd')});
  const BlobHandle source_table(hb_face_reference_table(source.get(), cff_tag));
  unsigned size = 0;
  const char* data = hb_blob_get_data(source_table.get(), &size);
  const std::optional<bool> cid_keyed = is_cid_keyed({data, size});
  if (!cid_keyed) return std::nullopt;

  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (!*cid_keyed) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  const InputHandle input = subset_input(glyphs, flags);
  if (input == nullptr) return std::nullopt;
  const FaceHandle subset(hb_subset_or_fail(source.get(), input.get()));
  if (subset == nullptr) return std::nullopt;
  const BlobHandle table(hb_face_reference_table(subset.get(), cff_tag));
  FontSubset result{bytes_of(table.get()), {}};
  if (result.data.empty()) return std::nullopt;
  if (!*cid_keyed) return result;

  // The face's own CIDs need not be its glyph ids.
  std::vector<std::uint16_t> cids = {0};
  for (const std::uint32_t glyph : glyphs) {
    if (glyph != 0) cids.push_back(static_cast<std::uint16_t>(glyph));
  }
  return set_cids(result.data, cids) ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<FontSubset> subset_truetype(const FontFace& face, const std::vector<std::uint32_t>& glyphs) {
  const FaceHandle source =
      face_of_tables(face.hb_face(), {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'),
                                      HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x')});
  const InputHandle input = subset_input(glyphs, HB_SUBSET_FLAGS_NO_HINTING);
  if (input == nullptr) return std::nullopt;
  const PlanHandle plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
  if (plan == nullptr) return std::nullopt;
  const FaceHandle subset(hb_subset_plan_execute_or_fail(plan.get()));
  if (subset == nullptr) return std::nullopt;
  const BlobHandle file(hb_face_reference_blob(subset.get()));
  FontSubset result{bytes_of(file.get()), {}};
  if (result.data.empty()) return std::nullopt;
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  result.cid_to_gid.resize(glyphs.empty() ? 1 : glyphs.back() + 1, 0);
  for (const std::uint32_t glyph : glyphs) result.cid_to_gid[glyph] = static_cast<std::uint16_t>(hb_map_get(new_ids, glyph));
  return result;
}

}  // namespace

std::optional<FontSubset> subset_font(const FontFace& face, const std::vector<std::uint32_t>& glyphs) {
  const unsigned count = hb_face_get_glyph_count(face.hb_face());
  if (!glyphs.empty() && glyphs.back() >= count) return std::nullopt;
  errno = 0;
  std::optional<FontSubset> subset = face.outlines() == FontFace::Outlines::cff ? subset_cff(face, glyphs) : subset_truetype(face, glyphs);
  if (!subset && errno == ENOMEM) throw std::bad_alloc();  // HarfBuzz does not tell that from a damaged face
  return subset;
}

}  // namespace banxin
