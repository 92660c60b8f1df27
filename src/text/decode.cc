#include "text/decode.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace banxin {

namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf", utf16_le_mark = "\xff\xfe", utf16_be_mark = "\xfe\xff";
/// A reading is judged by its beginning.
constexpr std::size_t sample_length = 65536;

/// What stands in nearly every sentence of Chinese (both forms), Japanese and Korean: bytes read in the wrong encoding hardly ever give
/// these.
constexpr std::u32string_view frequent_characters =
    U"，。、：；！？“”（）《》「」『』"
    U"的一是不了在人有我他这中大来上个国和到说们为子年月日会学生地就出也时要以对"
    U"這來個國說們為會學時對與過後從發經無還進開問題"
    U"のはをにがとでしてたなるいすもかられこりまそよアイスントルラリ本者行分"
    U"이다는을를의에가고하은로한지기서도사인대";

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(name).c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// `bytes` as UTF-8, with U+FFFD where they cannot be read; nothing when ICU does not know the encoding.
std::optional<std::string> convert(std::string_view bytes, std::string_view encoding) {
  const Converter from = open_converter(encoding), to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string text;
  std::array<UChar, 1024> pivot{};
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char* source = bytes.data();
  std::array<char, 4096> buffer{};
  bool first = true;
  for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    char* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    text.append(buffer.data(), target);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
  }
  return text;
}

std::size_t count_unreadable(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("\xef\xbf\xbd"); at != std::string_view::npos; at = text.find("\xef\xbf\xbd", at + 3)) ++count;
  return count;
}

bool is_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

/// How much a reading looks like text, from below zero (not at all) to one.
double plausibility(std::string_view text) {
  double points = 0, characters = 0;
  text = text.substr(0, sample_length);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if ((c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r' || c == '\t') continue;
    ++characters;
    if (frequent_characters.find(c) != std::u32string_view::npos) {
      points += 1;
    } else if (c == utf8::replacement_character) {
      points -= 3;
    } else if (c < 0x20 || !u_isdefined(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR) {
      points -= 2;
    } else if (is_han(c)) {
      points += 0.1;
    }
  }
  return characters == 0 ? 0.2 : points / characters;
}

std::string lower_case(std::string_view name) {
  std::string result(name);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// The encoding that a declared name stands for: what calls itself GB 2312 or GBK is read as GB18030, which holds both.
std::string meant_by(std::string_view declared) {
  const std::string name = lower_case(declared);
  if (name == "gb2312" || name == "gbk" || name == "gb18030" || name == "x-gbk") return "GB18030";
  if (name == "utf8" || name == "utf-8") return "UTF-8";
  if (name == "big5" || name == "big5-hkscs") return "Big5";
  if (name == "shift_jis" || name == "shift-jis" || name == "sjis" || name == "x-sjis") return "Shift_JIS";
  return std::string(declared);
}

/// What ICU calls an encoding, where the common name means a smaller one: vendors' supersets are what files hold.
std::string_view converter_name(std::string_view encoding) {
  if (encoding == "Shift_JIS") return "windows-932";
  if (encoding == "EUC-KR") return "windows-949";
  if (encoding == "Big5") return "windows-950";
  return encoding;
}

std::optional<DecodedText> read_as(std::string_view bytes, const std::string& encoding) {
  std::optional<std::string> text = convert(bytes, converter_name(encoding));
  if (!text) return std::nullopt;
  const std::size_t unreadable = count_unreadable(*text);
  return DecodedText{std::move(*text), encoding, false, unreadable};
}

std::optional<DecodedText> read_marked(std::string_view bytes) {
  struct Mark {
    std::string_view bytes;
    const char* encoding;
  };
  for (const Mark& mark : {Mark{utf8_mark, "UTF-8"}, Mark{utf16_le_mark, "UTF-16LE"}, Mark{utf16_be_mark, "UTF-16BE"}}) {
    if (!bytes.starts_with(mark.bytes)) continue;
    std::optional<DecodedText> decoded = read_as(bytes.substr(mark.bytes.size()), mark.encoding);
    if (decoded) decoded->byte_order_mark = true;
    return decoded;
  }
  return std::nullopt;
}

/// UTF-8 forbids so much that what is well-formed is UTF-8; zero bytes betray UTF-16.
bool is_utf8(std::string_view bytes) { return bytes.find('\0') == std::string_view::npos && !utf8::first_error(bytes); }

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (auto marked = read_marked(bytes)) return std::move(*marked);
  if (!declared.empty()) {
    if (auto decoded = read_as(bytes, meant_by(declared)); decoded && decoded->unreadable == 0) return std::move(*decoded);
  }
  if (is_utf8(bytes)) return {std::string(bytes), "UTF-8", false, 0};
  DecodedText best;
  double best_score = -1e9;
  for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", "Shift_JIS", "EUC-KR"}) {
    auto decoded = read_as(bytes, encoding);
    if (!decoded) continue;
    const double score = plausibility(decoded->text);
    if (score > best_score) {
      best_score = score;
      best = std::move(*decoded);
    }
  }
  return best;
}

bool looks_like_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  for (const std::string_view head :
       {"PK\x03\x04"sv, "%PDF-"sv, "\x89PNG"sv, "\xff\xd8\xff"sv, "GIF8"sv, "\xd0\xcf\x11\xe0"sv, "{\\rtf"sv, "RIFF"sv}) {
    if (bytes.starts_with(head)) return true;
  }
  return false;
}

}  // namespace banxin
