#include "shape/shape_item.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "shape/doubled_marks.h"
#include "shape/features.h"
#include "text/scripts.h"

namespace banxin {
namespace {

constexpr hb_codepoint_t geta_mark = 0x3013;
constexpr char32_t ideographic_space = 0x3000;

Length scaled_units(const FontFace& face, Length size, int units) { return size.scaled(units, face.units_per_em()); }

}  // namespace

ItemShaper::ItemShaper(const StyledText& text, const ItemizedText& itemized)
    : text_(text), itemized_(itemized), buffer_(hb_buffer_create()) {
  result_.glyphs.reserve(text.text.size() / 3 + 1);
  result_.clusters.reserve(text.text.size() / 3 + 1);
}

void ItemShaper::append(const TextItem& item) {
  switch (item.kind) {
    case TextItem::Kind::glyphs:
      append_glyphs(item);
      break;
    case TextItem::Kind::stand_in:
      append_stand_ins(item, item.begin, item.end);
      break;
    case TextItem::Kind::forced_break:
      append_without_glyphs(item, item.begin, item.end, Length());
      break;
    case TextItem::Kind::blank:
      for (std::size_t i = item.begin; i < item.end;) {
        const auto begin = static_cast<std::uint32_t>(i);
        const char32_t code_point = utf8::decode(text_.text.view(), i);
        const Length advance = code_point == ideographic_space ? item.size : is_white_space(code_point) ? item.size.scaled(1, 4) : Length();
        append_without_glyphs(item, begin, static_cast<std::uint32_t>(i), advance);
      }
      break;
  }
}

hb_font_t* ItemShaper::sized_font(const FontFace& face, Length size) {
  for (const SizedFont& known : fonts_) {
    if (known.face == &face && known.size == size) return known.font.get();
  }
  FontHandle font(hb_font_create_sub_font(face.hb_font()));
  hb_font_set_scale(font.get(), static_cast<int>(size.raw()), static_cast<int>(size.raw()));
  fonts_.push_back({&face, size, std::move(font)});
  return fonts_.back().font.get();
}

void ItemShaper::append_glyphs(const TextItem& item) {
  const std::size_t first_cluster = result_.clusters.size();
  hb_buffer_clear_contents(buffer_.get());
  fill_buffer(buffer_.get(), text_.text.view(), item);
  const std::vector<hb_feature_t> features = features_for(item, text_.text.view(), itemized_.quotes);
  hb_shape(sized_font(*item.face, item.size), buffer_.get(), features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  if (count == 0) return extend_last_cluster(item);
  for (unsigned first = 0; first < count;) {
    unsigned last = first + 1;
    while (last < count && infos[last].cluster == infos[first].cluster) ++last;
    append_cluster(item, first, last, last < count ? infos[last].cluster : item.end);
    first = last;
  }
  if (item.east_asian) join_doubled_marks(result_, first_cluster, text_.text.view());
}

void ItemShaper::append_cluster(const TextItem& item, unsigned first, unsigned last, std::uint32_t text_end) {
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), nullptr);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), nullptr);
  const std::uint32_t text_begin = infos[first].cluster;
  if (std::any_of(infos + first, infos + last, [](const hb_glyph_info_t& info) { return info.codepoint == 0; })) {
    return append_stand_ins(item, text_begin, text_end);
  }
  Cluster cluster = new_cluster(item, text_begin, text_end);
  cluster.unsafe_to_break = first > 0 && (hb_glyph_info_get_glyph_flags(&infos[first]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
  bool has_ink = false;
  for (unsigned i = first; i < last; ++i) {
    const Glyph glyph{infos[i].codepoint, Length::from_raw(positions[i].x_offset), Length::from_raw(positions[i].y_offset),
                      Length::from_raw(positions[i].x_advance)};
    if (const auto ink = item.face->ink_box(glyph.id)) {
      const Length origin = cluster.advance + glyph.x_offset;
      const Length ink_begin = origin + scaled_units(*item.face, item.size, ink->x_min),
                   ink_end = origin + scaled_units(*item.face, item.size, ink->x_max);
      cluster.ink_begin = has_ink ? std::min(cluster.ink_begin, ink_begin) : ink_begin;
      cluster.ink_end = has_ink ? std::max(cluster.ink_end, ink_end) : ink_end;
      has_ink = true;
    }
    cluster.advance += glyph.advance;
    result_.glyphs.push_back(glyph);
  }
  cluster.glyph_end = static_cast<std::uint32_t>(result_.glyphs.size());
  result_.clusters.push_back(cluster);
}

void ItemShaper::append_stand_ins(const TextItem& item, std::uint32_t begin, std::uint32_t end) {
  hb_codepoint_t glyph = 0;
  if (item.face != nullptr) hb_font_get_nominal_glyph(item.face->hb_font(), geta_mark, &glyph);
  auto boundary = std::upper_bound(itemized_.graphemes.begin(), itemized_.graphemes.end(), begin);
  for (std::uint32_t at = begin; at < end; ++boundary) {
    const std::uint32_t next = std::min(*boundary, end);
    note_missing(at, next);
    if (glyph == 0) {
      append_without_glyphs(item, at, next, item.size);
    } else {
      Cluster cluster = new_cluster(item, at, next);
      cluster.advance = Length::from_raw(hb_font_get_glyph_h_advance(sized_font(*item.face, item.size), glyph));
      if (const auto ink = item.face->ink_box(glyph)) {
        cluster.ink_begin = scaled_units(*item.face, item.size, ink->x_min);
        cluster.ink_end = scaled_units(*item.face, item.size, ink->x_max);
      }
      result_.glyphs.push_back({glyph, Length(), Length(), cluster.advance});
      cluster.glyph_end = static_cast<std::uint32_t>(result_.glyphs.size());
      result_.clusters.push_back(cluster);
    }
    at = next;
  }
}

void ItemShaper::append_without_glyphs(const TextItem& item, std::uint32_t begin, std::uint32_t end, Length advance) {
  Cluster cluster = new_cluster(item, begin, end);
  cluster.face = nullptr;
  cluster.advance = advance;
  result_.clusters.push_back(cluster);
}

/// What is never drawn belongs to the cluster before, so that the clusters cover the text.
void ItemShaper::extend_last_cluster(const TextItem& item) {
  if (result_.clusters.empty()) return append_without_glyphs(item, item.begin, item.end, Length());
  result_.clusters.back().text_end = item.end;
}

void ItemShaper::note_missing(std::uint32_t begin, std::uint32_t end) {
  const std::string_view character = text_.text.view().substr(begin, end - begin);
  const auto known =
      std::find_if(missing_.begin(), missing_.end(), [&](const MissingCharacter& missing) { return missing.text == character; });
  if (known == missing_.end()) {
    missing_.push_back({std::string(character), begin, end, 1});
  } else {
    ++known->count;
  }
}

Cluster ItemShaper::new_cluster(const TextItem& item, std::uint32_t begin, std::uint32_t end) {
  while (text_.runs[run_].end <= begin) ++run_;
  const auto glyphs = static_cast<std::uint32_t>(result_.glyphs.size());
  return {begin, end, glyphs, glyphs, run_, item.face, item.size, Length(), Length(), Length(), false};
}

}  // namespace banxin
