// ToUnicode maps.
#include "pdf/to_unicode.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "pdf/pdf_text.h"

namespace banxin::pdf {
namespace {

/// Codes `first` to `last` that stand for consecutive characters beginning with `text`.
struct Range {
  std::uint32_t first = 0, last = 0;
  std::string text;
};

/// The character of a text of one that fits one UTF-16 code unit.
std::optional<char32_t> single_unit(const std::string& text) {
  std::size_t offset = 0;
  if (text.empty()) return std::nullopt;
  const char32_t character = utf8::decode(text, offset);
  if (offset != text.size() || character > 0xffff) return std::nullopt;
  return character;
}

/// Whether `code` with `text` continues the range: a range may change the last byte alone, of the code and of the text.
bool continues(const Range& range, std::uint32_t code, const std::string& text) {
  const auto first = single_unit(range.text), next = single_unit(text);
  if (code != range.last + 1 || code >> 8 != range.first >> 8 || !first || !next) return false;
  return *next == *first + (code - range.first) && *next >> 8 == *first >> 8;
}

std::vector<Range> ranges_of(const std::map<std::uint32_t, std::string>& texts) {
  std::vector<Range> ranges;
  for (const auto& [code, text] : texts) {
    if (!ranges.empty() && continues(ranges.back(), code, text)) {
      ranges.back().last = code;
    } else {
      ranges.push_back({code, code, text});
    }
  }
  return ranges;
}

/// Writes the entries in blocks of at most a hundred, as the CMap format demands.
template <typename Line>
void append_blocks(std::string& out, const std::vector<Range>& ranges, const std::string& kind, Line line) {
  constexpr std::size_t block_size = 100;
  for (std::size_t begin = 0; begin < ranges.size(); begin += block_size) {
    const std::size_t end = std::min(begin + block_size, ranges.size());
    out += text_of(static_cast<int>(end - begin)) + " begin" + kind + '\n';
    for (std::size_t i = begin; i < end; ++i) out += line(ranges[i]);
    out += "end" + kind + '\n';
  }
}

}  // namespace

std::string to_unicode_map(const std::map<std::uint32_t, std::string>& texts) {
  std::vector<Range> ranges = ranges_of(texts);
  const auto first_single =
      std::stable_partition(ranges.begin(), ranges.end(), [](const Range& range) { return range.last > range.first; });
  const std::vector<Range> singles(first_single, ranges.end());
  ranges.erase(first_single, ranges.end());

  std::string out =
      "/CIDInit /ProcSet findresource begin\n"
      "12 dict begin\n"
      "begincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n"
      "1 begincodespacerange\n"
      "<0000><FFFF>\n"
      "endcodespacerange\n";
  append_blocks(out, singles, "bfchar",
                [](const Range& range) { return '<' + code_hex(range.first) + "><" + utf16_hex(range.text) + ">\n"; });
  append_blocks(out, ranges, "bfrange", [](const Range& range) {
    return '<' + code_hex(range.first) + "><" + code_hex(range.last) + "><" + utf16_hex(range.text) + ">\n";
  });
  out +=
      "endcmap\n"
      "CMapName currentdict /CMap defineresource pop\n"
      "end\n"
      "end\n";
  return out;
}

}  // namespace banxin::pdf
