#include "font/face.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <utility>

#include "font/half_width.h"
#include "test_fonts.h"

namespace banxin {
namespace {

FontFace::InkBox ink(const FontFace& face, char32_t code_point) { return face.ink_box(face.nominal_glyph(code_point)).value(); }

TEST(Face, TellsItsNamesAndMetrics) {
  const auto song = open_test_face("BanxinTestSong-Black.otf");
  EXPECT_EQ(song->family(), "Banxin Test Song");
  EXPECT_EQ(song->postscript_name(), "BanxinTestSong-Black");
  EXPECT_EQ(song->weight(), 900);
  EXPECT_FALSE(song->italic());
  EXPECT_EQ(song->outlines(), FontFace::Outlines::cff);
  EXPECT_EQ(song->units_per_em(), 1200);
  EXPECT_EQ(song->ascent(), 1056);
  EXPECT_EQ(song->descent(), -144);
  EXPECT_EQ(song->cap_height(), 840);
  EXPECT_EQ(open_test_face("BanxinTestHei-Regular.ttf")->outlines(), FontFace::Outlines::truetype);
}

TEST(Face, OfAFileThatMayChangeOutlivesTheFile) {
  const auto path = std::filesystem::temp_directory_path() / ("banxin-font-" + std::to_string(::getpid()) + ".otf");
  std::filesystem::copy_file(test_fonts_folder() / "BanxinTestSong-Regular.otf", path, std::filesystem::copy_options::overwrite_existing);
  const auto face = *open_face(path, 0, true);
  std::filesystem::resize_file(path, 0);
  EXPECT_EQ(face->advance(face->nominal_glyph(U'中')), 1200);
  EXPECT_TRUE(subset_font(*face, {face->nominal_glyph(U'中')}));
  std::filesystem::remove(path);
}

TEST(Face, MeasuresInkInFontUnits) {
  for (const char* file : {"BanxinTestSong-Regular.otf", "BanxinTestHei-Regular.ttf"}) {
    const auto face = open_test_face(file);
    const FontFace::InkBox opening = ink(*face, U'「'), comma = ink(*face, U'，'), dot = ink(*face, U'·');
    EXPECT_EQ(opening.x_min, 600) << file;
    EXPECT_EQ(opening.x_max, 1200) << file;
    EXPECT_EQ(comma.x_min, 0) << file;
    EXPECT_EQ(comma.x_max, 600) << file;
    EXPECT_EQ(comma.y_min, -144) << file;
    EXPECT_EQ(comma.y_max, 456) << file;
    EXPECT_EQ(dot.x_min, 300) << file;
    EXPECT_EQ(dot.x_max, 900) << file;
    EXPECT_FALSE(face->ink_box(face->nominal_glyph(U' '))) << file;
    EXPECT_EQ(face->advance(face->nominal_glyph(U' ')), 400) << file;
  }
}

/// Looked for where a process opens faces again and again: HarfBuzz counts who holds a face, and two that hold each other stay for ever.
TEST(Face, GoesWithWhatWasMeasuredOnIt) {
  static hb_user_data_key_t key;
  bool gone = false;
  {
    const auto face = open_test_face("BanxinTestSong-Regular.otf");
    hb_face_set_user_data(face->hb_face(), &key, &gone, [](void* flag) { *static_cast<bool*>(flag) = true; }, 0);
    EXPECT_TRUE(half_width_blanks(*face, face->nominal_glyph(U'「')));
    EXPECT_TRUE(face->ink_box(face->nominal_glyph(U'「')));
  }
  EXPECT_TRUE(gone);
}

std::pair<int, int> blanks_of(const FontFace& face, char32_t code_point) {
  const auto blanks = half_width_blanks(face, face.nominal_glyph(code_point));
  return blanks ? std::pair(blanks->before, blanks->after) : std::pair(0, 0);
}

TEST(Face, TellsWhatHaltTakesOffItsMarks) {
  const auto song = open_test_face("BanxinTestSong-Regular.otf");
  for (int round = 0; round < 2; ++round) {  // measured, then remembered
    EXPECT_EQ(blanks_of(*song, U'「'), std::pair(600, 0));
    EXPECT_EQ(blanks_of(*song, U'，'), std::pair(0, 600));
    EXPECT_EQ(blanks_of(*song, U'·'), std::pair(300, 300));
    EXPECT_EQ(blanks_of(*song, U'中'), std::pair(0, 0));
  }
  const auto kai = open_test_face("BanxinTestKai-Regular.otf");
  EXPECT_EQ(blanks_of(*kai, U'〘'), std::pair(360, 0));
  EXPECT_EQ(blanks_of(*kai, U'〙'), std::pair(0, 360));
  EXPECT_EQ(blanks_of(*open_test_face("BanxinTestLatin-Regular.otf"), U'a'), std::pair(0, 0));
}

struct CoverageCase {
  const char* what;
  std::u32string cluster;
  bool song, latin;
};

TEST(Covers, WholeClusters) {
  const auto song = open_test_face("BanxinTestSong-Regular.otf");
  const auto latin = open_test_face("BanxinTestLatin-Regular.otf");
  const CoverageCase cases[] = {
      {"a character", U"中", true, false},
      {"a Latin letter", U"a", true, true},
      {"a letter that composes with its mark", U"e\u0301", true, true},
      {"kana that composes with its sound mark", U"\u304b\u3099", true, false},
      {"a mark that composes with nothing", U"q\u0301", false, false},
      {"an unknown variation selector leaves the base", U"骨\U000e0100", true, false},
      {"joiners are never drawn", U"中\u200d", true, false},
      {"a precomposed letter that decomposes into known ones", U"\u212b", true, true},
      {"a character that nobody has", U"\U0001f600", false, false},
  };
  for (const CoverageCase& c : cases) {
    EXPECT_EQ(covers(*song, c.cluster), c.song) << c.what;
    EXPECT_EQ(covers(*latin, c.cluster), c.latin) << c.what;
  }
}

TEST(Face, FileThatIsNotThere) {
  const auto face = open_face(test_fonts_folder() / "none.otf", 0);
  ASSERT_FALSE(face);
  EXPECT_EQ(face.failure().message.code, "font-not-readable");
}

}  // namespace
}  // namespace banxin
