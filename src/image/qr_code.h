// Texts as QR codes (ISO/IEC 18004).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace banxin {

/// The modules of a QR code, without the white of four modules that must stand around it.
struct QrSymbol {
  int size = 0;            ///< modules on a side
  std::vector<bool> dark;  ///< row by row, from the upper left corner

  bool is_dark(int row, int column) const {
    return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)];
  }
};

/// The smallest code of at most `most_modules` on a side that holds `text` (UTF-8) and can be read with 15% of it damaged, or, if that is
/// too large, with 7%. Nothing for an empty text and one that does not fit.
std::optional<QrSymbol> make_qr_symbol(std::string_view text, int most_modules);

}  // namespace banxin
