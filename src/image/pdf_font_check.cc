#include "image/pdf_font_check.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

bool is_name(Handle value, std::initializer_list<std::string_view> names) {
  return value.isName() && std::find(names.begin(), names.end(), value.getName()) != names.end();
}

/// The font inside a composite font, else the font itself; null when it is damaged.
Handle descendant_of(Handle font) {
  if (!is_name(font.getKey("/Subtype"), {"/Type0"})) return font;
  Handle descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() != 1) return Handle::newNull();
  Handle descendant = descendants.getArrayItem(0);
  return descendant.isDictionary() ? descendant : Handle::newNull();
}

Handle descriptor_of(Handle font) {
  Handle descendant = descendant_of(font);
  Handle descriptor = descendant.isDictionary() ? descendant.getKey("/FontDescriptor") : Handle::newNull();
  return descriptor.isDictionary() ? descriptor : Handle::newNull();
}

/// 6.2.11.6: which encodings TrueType fonts may have, by their flag “symbolic”.
bool has_archive_encoding(Handle font, Handle descriptor) {
  if (!is_name(font.getKey("/Subtype"), {"/TrueType"})) return true;
  constexpr long long symbolic = 4;
  Handle encoding = font.getKey("/Encoding"), flags = descriptor.getKey("/Flags");
  if (flags.isInteger() && (flags.getIntValue() & symbolic) != 0) return encoding.isNull();
  if (encoding.isDictionary()) encoding = encoding.getKey("/BaseEncoding");
  return is_name(encoding, {"/WinAnsiEncoding", "/MacRomanEncoding"});
}

/// 6.2.11.3: glyphs of a composite TrueType font are found by a map that stands in the file.
bool has_glyph_map(Handle font) {
  Handle descendant = descendant_of(font);
  if (!is_name(descendant.getKey("/Subtype"), {"/CIDFontType2"})) return true;
  Handle map = descendant.getKey("/CIDToGIDMap");
  return map.isStream() || is_name(map, {"/Identity"});
}

/// Names that the Adobe Glyph List gives a text to, without the list: those of one letter, `uniXXXX`, and a letter's figures and marks.
bool is_listed_glyph(const std::string& name) {
  constexpr std::array<std::string_view, 44> common = {
      "space",      "exclam",     "quotedbl",     "numbersign",    "dollar",   "percent", "ampersand",   "quotesingle",  "parenleft",
      "parenright", "asterisk",   "plus",         "comma",         "hyphen",   "period",  "slash",       "zero",         "one",
      "two",        "three",      "four",         "five",          "six",      "seven",   "eight",       "nine",         "colon",
      "semicolon",  "less",       "equal",        "greater",       "question", "at",      "bracketleft", "bracketright", "underscore",
      "quoteleft",  "quoteright", "quotedblleft", "quotedblright", "endash",   "emdash",  "bullet",      "minus"};
  if (name.size() == 1) return (name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z');
  if (name == ".notdef" || (name.size() == 7 && name.starts_with("uni"))) return true;
  return std::find(common.begin(), common.end(), name) != common.end();
}

bool has_listed_differences(Handle differences) {
  if (!differences.isArray()) return true;
  for (int i = 0; i < differences.getArrayNItems(); ++i) {
    Handle item = differences.getArrayItem(i);
    if (item.isName() && !is_listed_glyph(item.getName().substr(1))) return false;
  }
  return true;
}

/// Bytes that are no UTF-8 (font names in GB 2312, say) as hexadecimal digits: PDF/A-2, 6.1.8.
void make_valid(Handle dictionary, const std::string& key) {
  Handle value = dictionary.getKey(key);
  if (!value.isName() || !utf8::first_error(value.getName())) return;
  std::string valid;
  for (const char c : value.getName()) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      valid += c;
    else
      valid.append({digits[byte >> 4], digits[byte & 15]});
  }
  dictionary.replaceKey(key, Handle::newName(valid));
}

}  // namespace

std::string plain_font_name(QPDFObjectHandle font) {
  Handle base = font.getKey("/BaseFont");
  if (!base.isName()) return "?";
  std::string name = base.getName().substr(1);
  if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
  return !utf8::first_error(name) ? name : "?";
}

bool is_embedded_for_archive(QPDFObjectHandle font) {
  if (is_name(font.getKey("/Subtype"), {"/Type3"})) return true;
  Handle descriptor = descriptor_of(font);
  if (descriptor.isNull()) return false;
  const bool embedded =
      descriptor.getKey("/FontFile").isStream() || descriptor.getKey("/FontFile2").isStream() || descriptor.getKey("/FontFile3").isStream();
  return embedded && has_glyph_map(font) && has_archive_encoding(font, descriptor);
}

bool has_known_text(QPDFObjectHandle font) {
  if (font.getKey("/ToUnicode").isStream()) return true;
  if (is_name(font.getKey("/Subtype"), {"/Type0", "/Type3"})) return false;
  Handle encoding = font.getKey("/Encoding");
  if (encoding.isDictionary()) {
    if (!has_listed_differences(encoding.getKey("/Differences"))) return false;
    encoding = encoding.getKey("/BaseEncoding");
  }
  return is_name(encoding, {"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"});
}

void tidy_font(QPDFObjectHandle font) {
  make_valid(font, "/BaseFont");
  Handle descendant = descendant_of(font), descriptor = descriptor_of(font);
  if (descendant.isDictionary()) make_valid(descendant, "/BaseFont");
  if (is_name(descendant.getKey("/Subtype"), {"/CIDFontType2"}) && !descendant.hasKey("/CIDToGIDMap"))
    descendant.replaceKey("/CIDToGIDMap", Handle::newName("/Identity"));
  if (!descriptor.isDictionary()) return;
  make_valid(descriptor, "/FontName");
  make_valid(descriptor, "/FontFamily");
  descriptor.removeKey("/CharSet");
  descriptor.removeKey("/CIDSet");
}

}  // namespace banxin
