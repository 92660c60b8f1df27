#include "font/cff_table.h"

#include <algorithm>
#include <cassert>

#include "font/sfnt.h"

namespace banxin {

namespace {

constexpr int charset_operator = 15, ros_operator = 12 << 8 | 30;

/// An INDEX: where its objects lie. Only the first object is ever needed here.
struct Index {
  std::size_t first_begin = 0, first_end = 0, end = 0;
};

std::optional<Index> read_index(std::string_view data, std::size_t begin) {
  if (begin + 2 > data.size()) return std::nullopt;
  const std::size_t count = read_big_endian_16(data, begin);
  if (count == 0) return Index{begin + 2, begin + 2, begin + 2};
  if (begin + 3 > data.size()) return std::nullopt;
  const auto offset_size = static_cast<unsigned char>(data[begin + 2]);
  const std::size_t offsets = begin + 3, objects = offsets + (count + 1) * offset_size - 1;
  if (offset_size < 1 || offset_size > 4 || objects >= data.size()) return std::nullopt;
  const auto offset = [&](std::size_t i) {
    std::size_t value = 0;
    for (std::size_t k = 0; k < offset_size; ++k) value = value << 8 | static_cast<unsigned char>(data[offsets + i * offset_size + k]);
    return objects + value;
  };
  const Index index{offset(0), offset(1), offset(count)};
  if (index.first_begin > index.first_end || index.first_end > data.size() || index.end > data.size()) return std::nullopt;
  return index;
}

struct DictEntry {
  int name = 0;                  ///< the operator; two-byte ones as 12 << 8 | second
  std::size_t last_operand = 0;  ///< where the operand just before the operator begins
  std::size_t end_of_operands = 0;
};

/// Length of the operand at `begin` of a DICT (TN 5176, table 3), or 0 when it is none.
std::size_t operand_length(std::string_view data, std::size_t begin, std::size_t end) {
  const auto first = static_cast<unsigned char>(data[begin]);
  if (first == 28) return 3;
  if (first == 29) return 5;
  if (first >= 32 && first <= 246) return 1;
  if (first >= 247 && first <= 254) return 2;
  if (first != 30) return 0;
  std::size_t place = begin + 1;  // a real number: nibbles up to one of value f
  while (place < end && (static_cast<unsigned char>(data[place]) & 0x0f) != 0x0f && (static_cast<unsigned char>(data[place]) >> 4) != 0x0f)
    ++place;
  return place + 1 - begin;
}

std::optional<std::vector<DictEntry>> read_top_dict(std::string_view data) {
  if (data.size() < 4 || data[0] != 1) return std::nullopt;
  const auto names = read_index(data, static_cast<unsigned char>(data[2]));
  if (!names) return std::nullopt;
  const auto dicts = read_index(data, names->end);
  if (!dicts) return std::nullopt;
  std::vector<DictEntry> entries;
  std::size_t place = dicts->first_begin, operand = place;
  while (place < dicts->first_end) {
    if (const std::size_t length = operand_length(data, place, dicts->first_end); length > 0) {
      operand = place;
      place += length;
      continue;
    }
    int name = static_cast<unsigned char>(data[place]);
    const std::size_t end_of_operands = place++;
    if (name == 12) {
      if (place >= dicts->first_end) return std::nullopt;
      name = name << 8 | static_cast<unsigned char>(data[place++]);
    }
    entries.push_back({name, operand, end_of_operands});
  }
  return place == dicts->first_end ? std::optional(entries) : std::nullopt;
}

const DictEntry* find_operator(const std::vector<DictEntry>& entries, int name) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const DictEntry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

std::optional<bool> is_cid_keyed(std::string_view cff) {
  const auto entries = read_top_dict(cff);
  if (!entries) return std::nullopt;
  return find_operator(*entries, ros_operator) != nullptr;
}

bool set_cids(std::string& cff, const std::vector<std::uint16_t>& cids) {
  assert(!cids.empty() && cids.front() == 0);
  const auto entries = read_top_dict(cff);
  const DictEntry* charset = entries ? find_operator(*entries, charset_operator) : nullptr;
  constexpr char five_byte_integer = 29;
  if (charset == nullptr || charset->end_of_operands - charset->last_operand != 5 || cff[charset->last_operand] != five_byte_integer)
    return false;
  const std::size_t offset = cff.size();
  for (std::size_t k = 0; k < 4; ++k) cff[charset->last_operand + 1 + k] = static_cast<char>(offset >> (24 - 8 * k));
  cff.push_back(0);  // format 0: a number for each glyph after .notdef
  for (auto cid = cids.begin() + 1; cid != cids.end(); ++cid) {
    cff.push_back(static_cast<char>(*cid >> 8));
    cff.push_back(static_cast<char>(*cid & 0xff));
  }
  return true;
}

}  // namespace banxin
