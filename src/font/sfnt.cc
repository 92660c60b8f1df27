#include "font/sfnt.h"

#include <algorithm>
#include <cassert>

namespace banxin {

std::uint16_t read_big_endian_16(std::string_view data, std::size_t offset) {
  assert(offset + 2 <= data.size());
  return static_cast<std::uint16_t>(static_cast<unsigned char>(data[offset]) << 8 | static_cast<unsigned char>(data[offset + 1]));
}

std::uint32_t read_big_endian_32(std::string_view data, std::size_t offset) {
  return static_cast<std::uint32_t>(read_big_endian_16(data, offset)) << 16 | read_big_endian_16(data, offset + 2);
}

SfntDirectory::SfntDirectory(std::string_view data, int index) : state_(read(data, static_cast<std::uint32_t>(index))) {}

bool SfntDirectory::has(std::string_view tag) const { return std::find(tags_.begin(), tags_.end(), tag) != tags_.end(); }

SfntDirectory::State SfntDirectory::read(std::string_view data, std::uint32_t index) {
  constexpr std::size_t header_size = 12, record_size = 16;
  if (data.size() < header_size) return State::unknown_format;
  std::size_t begin = 0;
  if (data.substr(0, 4) == "ttcf") {
    if (index >= read_big_endian_32(data, 8)) return State::no_such_face;
    const std::size_t place = header_size + std::size_t{4} * index;
    if (place + 4 > data.size()) return State::damaged;
    begin = read_big_endian_32(data, place);
    if (begin + header_size > data.size()) return State::damaged;
  } else if (index != 0) {
    return State::no_such_face;
  }
  const std::uint32_t version = read_big_endian_32(data, begin);
  constexpr std::uint32_t true_type = 0x00010000, open_type = 0x4f54544f /* OTTO */, apple_true_type = 0x74727565 /* true */;
  if (version != true_type && version != open_type && version != apple_true_type) return State::unknown_format;

  const std::size_t count = read_big_endian_16(data, begin + 4);
  if (begin + header_size + count * record_size > data.size()) return State::damaged;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = begin + header_size + i * record_size;
    const std::uint64_t table_end = std::uint64_t{read_big_endian_32(data, record + 8)} + read_big_endian_32(data, record + 12);
    if (table_end > data.size()) return State::damaged;
    tags_.emplace_back(data.substr(record, 4));
  }
  return State::sound;
}

}  // namespace banxin
