// Numbers of any width in a row of bytes, the greatest bit first, as PDF packs samples (ISO 32000-2, 8.9.3).
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

namespace banxin {

/// The greatest number of so many bits, 1-32.
constexpr std::uint32_t greatest_of(int bits) { return bits >= 32 ? 0xffffffffU : (1U << bits) - 1; }

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  /// The next number of 1-32 bits; what is beyond the end is 0.
  std::uint32_t take(int bits) {
    std::uint32_t number = 0;
    for (; bits > 0 && at_ % 8 != 0; --bits) number = number << 1 | bit();
    for (; bits >= 8; bits -= 8, at_ += 8) number = number << 8 | byte();
    for (; bits > 0; --bits) number = number << 1 | bit();
    return number;
  }
  void skip_to(std::size_t bit_offset) { at_ = bit_offset; }
  void align() { at_ = (at_ + 7) / 8 * 8; }
  std::size_t left() const { return at_ < bytes_.size() * 8 ? bytes_.size() * 8 - at_ : 0; }

 private:
  std::uint32_t byte() const { return at_ / 8 < bytes_.size() ? static_cast<unsigned char>(bytes_[at_ / 8]) : 0; }
  std::uint32_t bit() {
    const std::uint32_t value = byte() >> (7 - at_ % 8) & 1;
    ++at_;
    return value;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;  ///< bits from the beginning
};

class BitWriter {
 public:
  void put(std::uint32_t number, int bits) {
    while (bits-- > 0) {
      if (used_ == 0) bytes_ += '\0';
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (number >> bits & 1) << (7 - used_));
      used_ = (used_ + 1) % 8;
    }
  }
  void align() { used_ = 0; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  int used_ = 0;  ///< bits of the last byte
};

}  // namespace banxin
