#include "font/ink_box_cache.h"

#include <algorithm>
#include <limits>

namespace banxin {
namespace {

using Coordinate = std::int16_t;
constexpr int coordinate_bits = 16;
constexpr FontFace::InkBox blank{1, 1, 0, 0};  // no glyph has it: its edges are crossed

bool fits(int value) { return value >= std::numeric_limits<Coordinate>::min() && value <= std::numeric_limits<Coordinate>::max(); }

}  // namespace

InkBoxCache::~InkBoxCache() {
  for (const std::atomic<Page*>& page : pages_) delete page.load();
}

/// Boxes too large for sixteen bits stay unknown.
std::uint64_t InkBoxCache::pack(const std::optional<FontFace::InkBox>& box) {
  const FontFace::InkBox value = box.value_or(blank);
  const std::array edges{value.x_min, value.y_min, value.x_max, value.y_max};
  if (!std::all_of(edges.begin(), edges.end(), fits)) return unknown;
  std::uint64_t packed = 0;
  for (const int edge : edges) packed = packed << coordinate_bits | static_cast<std::uint16_t>(edge);
  return packed;
}

std::optional<FontFace::InkBox> InkBoxCache::unpack(std::uint64_t packed) {
  const auto edge = [&](int index) { return static_cast<Coordinate>(packed >> (3 - index) * coordinate_bits & 0xffff); };
  const FontFace::InkBox box{edge(0), edge(1), edge(2), edge(3)};
  if (box.x_min > box.x_max) return std::nullopt;
  return box;
}

std::atomic<std::uint64_t>* InkBoxCache::entry_of(std::uint32_t glyph) const {
  if (glyph / page_size >= pages_.size()) return nullptr;
  std::atomic<Page*>& slot = pages_[glyph / page_size];
  Page* page = slot.load(std::memory_order_acquire);
  if (page == nullptr) {
    auto fresh = std::make_unique<Page>();
    if (slot.compare_exchange_strong(page, fresh.get(), std::memory_order_acq_rel)) page = fresh.release();
  }
  return &(*page)[glyph % page_size];
}

}  // namespace banxin
