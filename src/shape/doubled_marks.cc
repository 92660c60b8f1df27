#include "shape/doubled_marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace banxin {
namespace {

bool is_dash(char32_t code_point) { return code_point == 0x2014 || code_point == 0x2015; }
bool is_dots(char32_t code_point) { return code_point == 0x2025 || code_point == 0x2026 || code_point == 0x22ef; }

/// The dash or dots that a cluster of one glyph stands for, or 0.
char32_t mark_of(const Cluster& cluster, std::string_view text) {
  if (cluster.glyph_end - cluster.glyph_begin != 1) return 0;
  std::size_t end = cluster.text_begin;
  const char32_t code_point = utf8::decode(text, end);
  return end == cluster.text_end && (is_dash(code_point) || is_dots(code_point)) ? code_point : 0;
}

/// Moves a glyph so that its ink begins at `ink_begin` of its cell, which becomes one em wide.
void set_in_cell(Glyph& glyph, Cluster& cluster, Length ink_begin) {
  const Length shift = ink_begin - cluster.ink_begin;
  glyph.x_offset += shift;
  glyph.advance = cluster.size;
  cluster.ink_begin += shift;
  cluster.ink_end += shift;
  cluster.advance = cluster.size;
}

void touch(ShapedText& shaped, Cluster& first, Cluster& second) {
  const Length em = first.size, first_width = first.ink_end - first.ink_begin, second_width = second.ink_end - second.ink_begin;
  const bool full = first.advance == em && second.advance == em;
  const Length gap = first.advance - first.ink_end + second.ink_begin;
  if (full && gap <= Length()) return;
  const Length begin = std::max(Length(), (em * 2 - first_width - second_width).scaled(1, 2));
  const Length second_begin = std::min(begin + first_width, em * 2 - second_width) - em;
  set_in_cell(shaped.glyphs[first.glyph_begin], first, begin);
  set_in_cell(shaped.glyphs[second.glyph_begin], second, second_begin);
}

void centre(ShapedText& shaped, Cluster& cluster) {
  if (cluster.advance == cluster.size) return;
  set_in_cell(shaped.glyphs[cluster.glyph_begin], cluster, (cluster.size - (cluster.ink_end - cluster.ink_begin)).scaled(1, 2));
}

Cluster joined(const Cluster& first, const Cluster& second) {
  Cluster pair = first;
  pair.text_end = second.text_end;
  pair.glyph_end = second.glyph_end;
  pair.advance = first.advance + second.advance;
  pair.ink_begin = std::min(first.ink_begin, first.advance + second.ink_begin);
  pair.ink_end = std::max(first.ink_end, first.advance + second.ink_end);
  return pair;
}

}  // namespace

void join_doubled_marks(ShapedText& shaped, std::size_t first_cluster, std::string_view text) {
  std::vector<Cluster>& clusters = shaped.clusters;
  std::size_t kept = first_cluster;
  for (std::size_t i = first_cluster; i < clusters.size(); ++i, ++kept) {
    const char32_t mark = mark_of(clusters[i], text);
    if (mark == 0 || i + 1 == clusters.size() || mark_of(clusters[i + 1], text) != mark) {
      clusters[kept] = clusters[i];
      continue;
    }
    Cluster &first = clusters[i], &second = clusters[i + 1];
    if (is_dash(mark)) {
      touch(shaped, first, second);
    } else {
      centre(shaped, first);
      centre(shaped, second);
    }
    clusters[kept] = joined(first, second);
    ++i;
  }
  clusters.resize(kept);
}

}  // namespace banxin
