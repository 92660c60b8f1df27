#include "image/icc_profile.h"

#include "image/byte_reader.h"

namespace banxin {

bool profile_fits(std::string_view profile, Picture::Components components) {
  constexpr std::size_t header_size = 128;
  const ByteReader reader(profile);
  if (profile.size() < header_size || reader.number_32(0) != profile.size() || profile.substr(36, 4) != "acsp") return false;
  const std::string_view space = profile.substr(16, 4);
  switch (components) {
    case Picture::Components::gray:
      return space == "GRAY";
    case Picture::Components::rgb:
      return space == "RGB ";
    case Picture::Components::cmyk:
      return space == "CMYK";
  }
  return false;
}

}  // namespace banxin
