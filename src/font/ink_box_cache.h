// Ink boxes of a face's glyphs, remembered: working one out means running the glyph's outline.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "font/font.h"

namespace banxin {

/// Grows as glyphs are asked for. All members may be called from several threads at once, without locks.
class InkBoxCache {
 public:
  explicit InkBoxCache(unsigned glyph_count) : pages_((glyph_count + page_size - 1) / page_size) {}
  ~InkBoxCache();
  InkBoxCache(const InkBoxCache&) = delete;
  InkBoxCache& operator=(const InkBoxCache&) = delete;

  /// The box of a glyph (nothing when it is blank), from `measure` the first time.
  template <typename Measure>
  std::optional<FontFace::InkBox> get(std::uint32_t glyph, Measure measure) const {
    std::atomic<std::uint64_t>* entry = entry_of(glyph);
    if (entry == nullptr) return measure(glyph);
    if (const std::uint64_t known = entry->load(std::memory_order_relaxed); known != unknown) return unpack(known);
    const std::optional<FontFace::InkBox> box = measure(glyph);
    entry->store(pack(box), std::memory_order_relaxed);
    return box;
  }

 private:
  static constexpr unsigned page_size = 256;
  static constexpr std::uint64_t unknown = 0;  // the box of no glyph: it would have neither width nor height
  using Page = std::array<std::atomic<std::uint64_t>, page_size>;

  static std::uint64_t pack(const std::optional<FontFace::InkBox>& box);
  static std::optional<FontFace::InkBox> unpack(std::uint64_t packed);
  std::atomic<std::uint64_t>* entry_of(std::uint32_t glyph) const;

  mutable std::vector<std::atomic<Page*>> pages_;
};

}  // namespace banxin
