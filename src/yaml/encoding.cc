// The bytes of a file, before they are read as YAML: UTF-8 without control characters, or a message that names what they are.
#include "yaml/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace banxin::yaml {

namespace {

constexpr std::size_t sample_length = 65536;

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

/// UTF-16 shows itself by its mark, or by the zero byte beside every ASCII character (YAML is never without some).
bool looks_like_utf16(std::string_view text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
  const std::string_view sample = text.substr(0, sample_length);
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  // One half of the pairs has the zeros, the other hardly any; a stray zero is a control character.
  const auto [fewer, more] = std::minmax(zeros[0], zeros[1]);
  return more >= 4 && more * 16 > sample.size() && fewer * 8 <= more;
}

/// Bytes of the GB18030 character at `offset` (GB 18030-2022, 6: one, two or four), 0 when there is none.
std::size_t gb18030_length(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  if (lead == 0x80 || lead == 0xff || offset + 1 >= text.size()) return 0;
  const unsigned char second = byte_at(text, offset + 1);
  if (second >= 0x40 && second != 0x7f && second != 0xff) return 2;
  const auto is_four_byte_tail = [&](std::size_t i) { return byte_at(text, i) >= 0x81 && byte_at(text, i) <= 0xfe; };
  const bool four = second >= 0x30 && second <= 0x39 && offset + 3 < text.size() && is_four_byte_tail(offset + 2) &&
                    byte_at(text, offset + 3) >= 0x30 && byte_at(text, offset + 3) <= 0x39;
  return four ? 4 : 0;
}

/// GB18030 accepts nearly any pair of bytes, so most pairs must also lie where common Chinese text does: GB 2312's marks and Han
/// characters.
bool looks_like_gb18030(std::string_view text) {
  const std::string_view sample = text.substr(0, sample_length);
  std::size_t pairs = 0, common = 0;
  for (std::size_t i = 0; i < sample.size();) {
    const std::size_t length = gb18030_length(sample, i);
    if (length == 0) {
      if (sample.size() - i < 4 && sample.size() < text.size()) break;  // cut by the sample's end
      return false;
    }
    if (length == 2) {
      ++pairs;
      const unsigned char lead = byte_at(sample, i);
      common += byte_at(sample, i + 1) >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7));
    }
    i += length;
  }
  return pairs > 0 && common * 10 >= pairs * 7;
}

SourceSpan bytes(const SourceFile& file, std::size_t begin, std::size_t length) {
  return {&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(begin + length, file.text().size()))};
}

bool is_forbidden(char32_t c) {
  // YAML 1.2.2, 5.1: c-printable. A lone CR is a line break of old; the rest of the program counts lines by LF.
  if (c < 0x20) return c != '\t' && c != '\n';
  return (c >= 0x7f && c <= 0x9f && c != 0x85) || c == 0xfffe || c == 0xffff;
}

struct Found {
  std::size_t offset;
  char32_t character;
};

std::optional<Found> first_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::decode(text, i);
    const bool line_break = c == '\r' && i < text.size() && text[i] == '\n';
    if (!line_break && is_forbidden(c)) return Found{begin, c};
  }
  return std::nullopt;
}

}  // namespace

std::size_t byte_order_mark_length(std::string_view text) { return text.starts_with("\xef\xbb\xbf") ? 3 : 0; }

bool check_encoding(const SourceFile& file, DiagnosticSink& sink) {
  const std::string_view text = file.text();
  if (looks_like_utf16(text)) {
    sink.error("yaml-utf16", bytes(file, 0, 1), {{"file", file.name()}});
    return false;
  }
  if (const auto error = utf8::first_error(text)) {
    if (looks_like_gb18030(text)) {
      // A pair of its bytes may be UTF-8 by chance: what is not ASCII is at fault from its beginning.
      const auto high = std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
      sink.error("yaml-gb18030", bytes(file, static_cast<std::size_t>(high - text.begin()), 1), {{"file", file.name()}});
    } else {
      sink.error("yaml-bad-utf8", bytes(file, *error, 1), {{"byte", fmt::format("{:02X}", byte_at(text, *error))}});
    }
    return false;
  }
  if (const auto found = first_control_character(text)) {
    std::size_t end = found->offset;
    utf8::decode(text, end);
    sink.error("yaml-control-character", bytes(file, found->offset, end - found->offset),
               {{"code", fmt::format("U+{:04X}", static_cast<unsigned>(found->character))}});
    return false;
  }
  return true;
}

}  // namespace banxin::yaml
