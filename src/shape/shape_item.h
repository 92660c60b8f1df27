// Items to glyphs: HarfBuzz, and what it is not asked for (breaks, blanks, characters without a font).
#pragma once

#include <string>
#include <vector>

#include "shape/cluster.h"
#include "shape/harfbuzz.h"
#include "shape/text_item.h"

namespace banxin {

/// A character that no font has, as often as the paragraph has it.
struct MissingCharacter {
  std::string text;                  ///< the grapheme cluster
  std::uint32_t first = 0, end = 0;  ///< bytes of its first place
  int count = 0;
};

/// Shapes the items of one paragraph in order.
class ItemShaper {
 public:
  ItemShaper(const StyledText& text, const ItemizedText& itemized);

  /// Appends the clusters of `item`, which begins where the one before it ended.
  void append(const TextItem& item);

  ShapedText take_result() { return std::move(result_); }
  /// In the order of their first places.
  const std::vector<MissingCharacter>& missing() const { return missing_; }

 private:
  struct SizedFont {
    const FontFace* face;
    Length size;
    FontHandle font;
  };

  hb_font_t* sized_font(const FontFace& face, Length size);
  void append_glyphs(const TextItem& item);
  void append_cluster(const TextItem& item, unsigned first, unsigned last, std::uint32_t text_end);
  void append_stand_ins(const TextItem& item, std::uint32_t begin, std::uint32_t end);
  void append_without_glyphs(const TextItem& item, std::uint32_t begin, std::uint32_t end, Length advance);
  void extend_last_cluster(const TextItem& item);
  void note_missing(std::uint32_t begin, std::uint32_t end);
  Cluster new_cluster(const TextItem& item, std::uint32_t begin, std::uint32_t end);

  const StyledText& text_;
  const ItemizedText& itemized_;
  BufferHandle buffer_;
  std::vector<SizedFont> fonts_;
  ShapedText result_;
  std::vector<MissingCharacter> missing_;
  std::uint32_t run_ = 0;
};

}  // namespace banxin
