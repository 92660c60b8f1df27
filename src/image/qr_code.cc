#include "image/qr_code.h"

#include <qrencode.h>

#include <array>
#include <memory>
#include <string>

namespace banxin {

namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

constexpr unsigned char dark_bit = 1;  // of a module as libqrencode gives it

}  // namespace

std::optional<QrSymbol> make_qr_symbol(std::string_view text, int most_modules) {
  if (text.empty() || text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string terminated(text);
  for (const QRecLevel level : std::array{QR_ECLEVEL_M, QR_ECLEVEL_L}) {
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(terminated.c_str(), 0, level));
    if (!code || code->width > most_modules) continue;
    QrSymbol result;
    result.size = code->width;
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < count; ++i) result.dark.push_back((code->data[i] & dark_bit) != 0);
    return result;
  }
  return std::nullopt;
}

}  // namespace banxin
