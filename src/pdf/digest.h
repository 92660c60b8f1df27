// A digest of contents for file identifiers and subset tags: stable everywhere, not meant against malice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banxin::pdf {

/// FNV-1a with 64 bits over all that is added.
class Digest {
 public:
  void add(std::string_view bytes);
  void add(std::uint64_t number);
  std::uint64_t value() const { return state_; }
  std::string hexadecimal() const;

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

/// Six capital letters, as before the `+` of a subset's name (ISO 32000-2, 9.9.2).
std::string subset_tag(const Digest& digest);

}  // namespace banxin::pdf
