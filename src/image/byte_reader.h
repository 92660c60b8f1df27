// Numbers in the bytes of a picture file, in either byte order; reading past the end gives nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace banxin {

class ByteReader {
 public:
  enum class Order { big_endian, little_endian };

  explicit ByteReader(std::string_view bytes, Order order = Order::big_endian) : bytes_(bytes), order_(order) {}

  std::size_t size() const { return bytes_.size(); }
  std::optional<std::uint8_t> byte(std::size_t offset) const {
    if (offset >= bytes_.size()) return std::nullopt;
    return static_cast<std::uint8_t>(bytes_[offset]);
  }
  std::optional<std::uint16_t> number_16(std::size_t offset) const {
    const auto number = read(offset, 2);
    return number ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
  }
  std::optional<std::uint32_t> number_32(std::size_t offset) const { return read(offset, 4); }
  /// The bytes from `offset`, at most `length`; nothing when they reach past the end.
  std::optional<std::string_view> part(std::size_t offset, std::size_t length) const {
    if (offset > bytes_.size() || length > bytes_.size() - offset) return std::nullopt;
    return bytes_.substr(offset, length);
  }

 private:
  std::optional<std::uint32_t> read(std::size_t offset, std::size_t length) const {
    const auto bytes = part(offset, length);
    if (!bytes) return std::nullopt;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < length; ++i) {
      number = number << 8 | static_cast<std::uint8_t>((*bytes)[order_ == Order::big_endian ? i : length - 1 - i]);
    }
    return number;
  }

  std::string_view bytes_;
  Order order_;
};

}  // namespace banxin
