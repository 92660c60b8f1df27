// Where the blanks of full-width marks are: what the font says comes before what its ink boxes show.
#include <gmock/gmock.h>

#include <filesystem>

#include "base/utf8.h"
#include "font/face.h"
#include "font/half_width.h"
#include "line/compose.h"
#include "line/junction.h"
#include "unit/line/synthetic_shaper.h"
#include "unit/shape/file_fonts.h"

namespace banxin {
namespace {

constexpr Length em = Length::from_raw(10240);  // 10 pt

std::shared_ptr<const FontFace> open(const std::string& file) { return *open_face(std::filesystem::path(BANXIN_SOURCE_DIR) / file, 0); }

std::shared_ptr<ShapedText> shaped_with(const FontFace& face, StyledText& text, const std::string& language) {
  FileFonts fonts;
  fonts.roles[FontRole::song] = {&face};
  for (StyledRun& run : text.runs) run.style.language = language;
  DiagnosticSink sink;
  return std::make_shared<ShapedText>(shape(text, fonts, sink));
}

TEST(FontMarks, BlanksThatHaltTakesAwayAreTrimmedWhereInkBoxesShowNone) {
  const auto kai = open("tests/fonts/BanxinTestKai-Regular.otf");  // 〘 has ink in seven tenths of its em, 〙 in its middle
  const auto text = test::styled_text("〘乙〙", em);
  const auto shaped = shaped_with(*kai, *text, "zh-Hans");
  ParagraphShape shape;
  shape.measure = 20 * em;
  DiagnosticSink sink;
  const Galley galley = compose(text, shaped, {}, shape, sink);
  const Line& line = galley.lines.at(0);
  EXPECT_EQ(line.clusters.at(0).x, -em.scaled(3, 10));
  EXPECT_EQ(line.clusters.at(1).x, em.scaled(7, 10));
  EXPECT_EQ(line.clusters.at(2).x, em.scaled(17, 10));
  EXPECT_EQ(line.ink_end, em.scaled(24, 10));
}

std::string named(MarkBody body) {
  static constexpr const char* names[] = {"solid", "opening", "closing", "stop", "centred", "half", "space"};
  return names[static_cast<int>(body)];
}

/// Each mark of which the face says other than its ink: `language mark: by ink, by the font`.
std::vector<std::string> disagreements(const FontFace& face, const std::string& language) {
  CompositionOptions options;
  options.locale = locale_for(language);
  const std::string marks = "‘“〈《「『【〔〖（［｛’”〉》」』】〕〗）］｝、，。．：；！？·・／";
  std::vector<std::string> result;
  for (const char32_t mark : utf8::decode_all(marks)) {
    std::string characters = "中";
    utf8::append(characters, mark);
    const auto text = test::styled_text(characters + "中", em);
    const auto shaped = shaped_with(face, *text, language);
    Cluster cluster = shaped->clusters.at(1);
    if (cluster.face == nullptr) continue;
    Box by_font, by_ink;
    by_font.character_class = by_ink.character_class = classify(text->text.view(), options.locale).at(1).character_class;
    by_font.em = by_ink.em = em;
    set_mark(by_font, cluster, shaped->glyphs, options);
    cluster.face = nullptr;
    set_mark(by_ink, cluster, shaped->glyphs, options);
    if (by_font.mark == by_ink.mark && by_font.cut == by_ink.cut && by_font.body == by_ink.body) continue;
    result.push_back(language + " " + characters.substr(3) + ": " + named(by_ink.mark) + ", " + named(by_font.mark));
  }
  return result;
}

TEST(FontMarks, OfTheBundledFacesInkAndHaltAgree) {
  const auto song = open("fonts/BanxinSong-Regular.otf");
  const auto comma = half_width_blanks(*song, song->nominal_glyph(U'，'));
  ASSERT_TRUE(comma);
  EXPECT_EQ(comma->after, 500);
  for (const char* file :
       {"BanxinSong-Regular.otf", "BanxinSong-Black.otf", "BanxinHei-Regular.otf", "BanxinHei-Bold.otf", "BanxinKai-Regular.ttf"}) {
    const auto face = open(std::string("fonts/") + file);
    for (const char* language : {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko"})
      EXPECT_THAT(disagreements(*face, language), ::testing::IsEmpty()) << file;
  }
}

}  // namespace
}  // namespace banxin
