#include "font/vetting.h"

#include <gtest/gtest.h>

#include <map>

#include "base/file_access.h"
#include "font/sfnt.h"
#include "test_fonts.h"

namespace banxin {
namespace {

std::string font_bytes(const std::string& file_name) {
  const auto bytes = DiskFileAccess().read(test_fonts_folder() / file_name, 1u << 24);
  EXPECT_TRUE(bytes);
  return bytes ? *bytes : "";
}

/// The code that vetting gives, or "sound".
std::string verdict(const std::string& bytes, int index = 0) {
  const auto description = vet_face(bytes, index, "font.otf");
  return description ? "sound" : description.failure().message.code;
}

struct TableRecord {
  std::size_t record, offset, length;
};

std::map<std::string, TableRecord> tables(const std::string& font) {
  std::map<std::string, TableRecord> result;
  for (std::size_t i = 0; i < read_big_endian_16(font, 4); ++i) {
    const std::size_t record = 12 + 16 * i;
    result[font.substr(record, 4)] = {record, read_big_endian_32(font, record + 8), read_big_endian_32(font, record + 12)};
  }
  return result;
}

TEST(Vetting, SoundFonts) {
  for (const char* name : {"BanxinTestSong-Regular.otf", "BanxinTestHei-Regular.ttf", "BanxinTestLatin-Regular.otf"}) {
    EXPECT_EQ(verdict(font_bytes(name)), "sound") << name;
  }
}

TEST(Vetting, OtherFormats) {
  EXPECT_EQ(verdict(""), "font-unknown-format");
  EXPECT_EQ(verdict("%!PS-AdobeFont-1.0: Name 001.001"), "font-unknown-format");
  EXPECT_EQ(verdict("wOF2" + std::string(100, '\0')), "font-unknown-format");
}

TEST(Vetting, FaceThatTheFileLacks) { EXPECT_EQ(verdict(font_bytes("BanxinTestLatin-Regular.otf"), 1), "font-no-such-face"); }

TEST(Vetting, FileCutShortIsNeverSound) {
  for (const char* name : {"BanxinTestLatin-Regular.otf", "BanxinTestHei-Regular.ttf"}) {
    const std::string whole = font_bytes(name);
    for (std::size_t size = 0; size < whole.size() - 4; size += whole.size() / 97) {
      EXPECT_NE(verdict(whole.substr(0, size)), "sound") << name << " cut to " << size;
    }
  }
}

TEST(Vetting, TablesFullOfNonsenseNeverCrash) {
  for (const char* name : {"BanxinTestLatin-Regular.otf", "BanxinTestHei-Regular.ttf"}) {
    const std::string whole = font_bytes(name);
    for (const auto& [tag, table] : tables(whole)) {
      std::string broken = whole;
      for (std::size_t i = 0; i < table.length; ++i) broken[table.offset + i] = static_cast<char>(i * 37 + 11);
      verdict(broken);
    }
  }
}

TEST(Vetting, NoOutlines) {
  std::string font = font_bytes("BanxinTestLatin-Regular.otf");
  font.replace(tables(font).at("CFF ").record, 4, "CBDT");
  EXPECT_EQ(verdict(font), "font-no-outlines");
}

TEST(Vetting, NoCharacters) {
  std::string font = font_bytes("BanxinTestLatin-Regular.otf");
  font.replace(tables(font).at("cmap").record, 4, "xmap");
  EXPECT_EQ(verdict(font), "font-no-characters");
}

TEST(Vetting, EmbeddingPermissions) {
  const std::pair<int, std::string> cases[] = {
      {0x0000, "sound"}, {0x0002, "font-embedding-forbidden"}, {0x0004, "sound"},
      {0x0008, "sound"}, {0x0100, "font-embedding-forbidden"}, {0x0200, "font-embedding-forbidden"}};
  for (const auto& [permissions, expected] : cases) {
    std::string font = font_bytes("BanxinTestLatin-Regular.otf");
    const std::size_t place = tables(font).at("OS/2").offset + 8;
    font[place] = static_cast<char>(permissions >> 8);
    font[place + 1] = static_cast<char>(permissions & 0xff);
    EXPECT_EQ(verdict(font), expected) << permissions;
  }
}

}  // namespace
}  // namespace banxin
