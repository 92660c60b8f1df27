// A font of a PDF as its text is read: codes of a string and the characters that its ToUnicode map gives them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace banxin::preflight {

/// The entries of a ToUnicode CMap: UTF-8 by code.
std::map<std::uint32_t, std::string> read_to_unicode(const std::string& program);

class FontReader {
 public:
  explicit FontReader(QPDFObjectHandle font);

  bool has_map() const { return has_map_; }
  std::vector<std::uint32_t> codes(const std::string& string) const;
  /// Nothing for a code without text.
  std::optional<std::string> text(std::uint32_t code) const;

 private:
  bool two_bytes_ = false, has_map_ = false;
  std::map<std::uint32_t, std::string> map_;
};

}  // namespace banxin::preflight
