// A digest of contents.
#include "pdf/digest.h"

namespace banxin::pdf {

void Digest::add(std::string_view bytes) {
  for (const char c : bytes) {
    state_ ^= static_cast<unsigned char>(c);
    state_ *= 0x100000001b3;
  }
}

void Digest::add(std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) {
    state_ ^= number >> shift & 0xff;
    state_ *= 0x100000001b3;
  }
}

std::string Digest::hexadecimal() const {
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[state_ >> shift & 0xf];
  return out;
}

std::string subset_tag(const Digest& digest) {
  std::string tag;
  std::uint64_t rest = digest.value();
  for (int i = 0; i < 6; ++i, rest /= 26) tag += static_cast<char>('A' + rest % 26);
  return tag;
}

}  // namespace banxin::pdf
