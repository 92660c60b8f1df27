// The directory of an OpenType file (OpenType 1.9, "Organization of an OpenType font"): which tables a face has and whether they lie in the
// file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

class SfntDirectory {
 public:
  enum class State { sound, unknown_format, no_such_face, damaged };

  /// Reads the directory of face `index` of `data`, which may be a collection.
  SfntDirectory(std::string_view data, int index);

  State state() const { return state_; }
  bool has(std::string_view tag) const;

 private:
  State read(std::string_view data, std::uint32_t index);

  std::vector<std::string> tags_;
  State state_;  // after tags_: reading it fills those
};

/// Big-endian numbers of font files; `offset` must leave room for the number.
std::uint16_t read_big_endian_16(std::string_view data, std::size_t offset);
std::uint32_t read_big_endian_32(std::string_view data, std::size_t offset);

}  // namespace banxin
