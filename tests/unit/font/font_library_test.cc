#include "font/font_library.h"
#include "base/whole_file.h"

#include <gmock/gmock.h>

#include <thread>

#include "test_fonts.h"

namespace banxin {
namespace {

class FontLibraryTest : public testing::Test {
 protected:
  std::unique_ptr<CataloguedFontLibrary> open(FontLibraryOptions options) {
    auto library = open_font_library(options, files_, sink_);
    EXPECT_FALSE(sink_.has_errors());
    return library;
  }
  std::unique_ptr<CataloguedFontLibrary> open_bundle() {
    FontLibraryOptions options;
    options.bundle_folder = test_fonts_folder();
    options.use_installed = false;
    return open(options);
  }
  static std::string name(const FontFace* face) { return face == nullptr ? "none" : face->postscript_name(); }
  static std::vector<std::string> codes(const CataloguedFontLibrary& library) {
    DiagnosticSink sink;
    library.report(sink);
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
    return result;
  }

  DiskFileAccess files_;
  DiagnosticSink sink_;
};

struct FindCase {
  const char* what;
  FontRequest request;
  std::u32string cluster;
  const char* face;
};

TEST_F(FontLibraryTest, FindsTheFaceForACluster) {
  const auto library = open_bundle();
  const FindCase cases[] = {
      {"the role's family", {FontRole::song, 400, "zh-Hans"}, U"版", "BanxinTestSong-Regular"},
      {"its weight", {FontRole::song, 900, "zh-Hans"}, U"版", "BanxinTestSong-Black"},
      {"the next heavier weight from 600 up", {FontRole::song, 700, "zh-Hans"}, U"版", "BanxinTestSong-Black"},
      {"the next lighter weight below 600", {FontRole::song, 500, "zh-Hans"}, U"版", "BanxinTestSong-Regular"},
      {"the heaviest when none is heavier", {FontRole::hei, 900, "zh-Hans"}, U"版", "BanxinTestHei-Bold"},
      {"the lightest when none is lighter", {FontRole::song, 100, "zh-Hans"}, U"版", "BanxinTestSong-Regular"},
      {"another weight of the family before another family", {FontRole::song, 900, "ko"}, U"가", "BanxinTestSong-Regular"},
      {"another family of the bundle", {FontRole::latin, 400, "zh-Hans"}, U"版", "BanxinTestSong-Regular"},
      {"hangul in the one face that has it", {FontRole::hei, 700, "ko"}, U"가", "BanxinTestSong-Regular"},
      {"the substitute role", {FontRole::fangsong, 400, "zh-Hans"}, U"版", "BanxinTestKai-Regular"},
      {"a cluster goes to one face whole", {FontRole::latin, 400, "ja"}, U"\u304b\u3099", "BanxinTestSong-Regular"},
      {"nobody has it", {FontRole::song, 400, "zh-Hans"}, U"\U0001f600", "none"},
      {"selectors alone need no glyph", {FontRole::song, 400, "zh-Hans"}, U"\u200b", "BanxinTestSong-Regular"},
  };
  for (const FindCase& c : cases) EXPECT_EQ(name(library->find(c.request, c.cluster)), c.face) << c.what;
}

TEST_F(FontLibraryTest, PrimaryFaceOfARole) {
  const auto library = open_bundle();
  EXPECT_EQ(name(library->primary({FontRole::latin, 400, "ja"})), "BanxinTestLatin-Regular");
  EXPECT_EQ(name(library->primary({FontRole::fangsong, 400, "ja"})), "BanxinTestKai-Regular");
}

TEST_F(FontLibraryTest, SameFaceForSameRequest) {
  const auto library = open_bundle();
  const FontRequest request{FontRole::hei, 400, "zh-Hans"};
  EXPECT_EQ(library->find(request, U"版"), library->find(request, U"心"));
  EXPECT_EQ(library->find(request, U"版"), library->find({FontRole::hei, 400, "ja"}, U"心"));
}

TEST_F(FontLibraryTest, TellsWhatStandsIn) {
  const auto library = open_bundle();
  library->find({FontRole::song, 400, "zh-Hans"}, U"版");
  EXPECT_THAT(codes(*library), testing::IsEmpty());
  library->find({FontRole::fangsong, 400, "zh-Hans"}, U"版");
  library->find({FontRole::fangsong, 400, "ja"}, U"版");
  library->find({FontRole::song, 500, "zh-Hans"}, U"版");
  EXPECT_THAT(codes(*library), testing::ElementsAre("font-weight-substituted", "font-role-substituted"));
}

TEST_F(FontLibraryTest, StylesFamiliesComeFirst) {
  const auto bundle = open_bundle();
  const auto library = bundle->with_families({{FontRole::song, {"No Such Family", "banxin test kai"}}});
  EXPECT_EQ(name(library->find({FontRole::song, 400, "zh-Hans"}, U"版")), "BanxinTestKai-Regular");
  EXPECT_EQ(name(library->find({FontRole::song, 400, "ko"}, U"가")), "BanxinTestSong-Regular");
  EXPECT_EQ(name(library->find({FontRole::hei, 400, "zh-Hans"}, U"版")), "BanxinTestHei-Regular");
  EXPECT_THAT(codes(*library), testing::ElementsAre("font-family-not-found"));
  EXPECT_EQ(bundle->find({FontRole::kai, 400, "zh-Hans"}, U"版"), library->find({FontRole::song, 400, "zh-Hans"}, U"版"));
}

TEST_F(FontLibraryTest, SeveralThreadsFindTheSameFaces) {
  const auto library = open_bundle();
  std::vector<const FontFace*> found(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] { found[i] = library->find({FontRole::latin, 400, "zh-Hans"}, U"版"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const FontFace* face : found) EXPECT_EQ(face, found.front());
  EXPECT_EQ(name(found.front()), "BanxinTestSong-Regular");
}

/// A bundle in a folder of its own, and a folder of the user.
class FoldersTest : public FontLibraryTest {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(testing::TempDir()) / ("banxin-fonts-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                                                     "-" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_ / "bundle");
    std::filesystem::create_directories(folder_ / "user");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void copy(const char* file, const char* to) {
    std::filesystem::copy_file(test_fonts_folder() / file, folder_ / to / file, std::filesystem::copy_options::overwrite_existing);
  }
  FontLibraryOptions options(const std::string& catalogue) {
    EXPECT_FALSE(write_file_whole(folder_ / "bundle/catalogue.yaml", catalogue));
    FontLibraryOptions result;
    result.bundle_folder = folder_ / "bundle";
    result.font_paths = {folder_ / "user"};
    result.use_installed = false;
    return result;
  }

  std::filesystem::path folder_;
};

constexpr const char* latin_catalogue =
    "families:\n  Banxin Test Latin:\n    faces:\n      - file: BanxinTestLatin-Regular.otf\n        weight: 400\n"
    "roles:\n  song:\n    ja: [Banxin Test Song]\n    any: [Banxin Test Latin]\n";

TEST_F(FoldersTest, UserFoldersServeFamiliesAndCharactersThatTheBundleLacks) {
  copy("BanxinTestLatin-Regular.otf", "bundle");
  copy("BanxinTestSong-Regular.otf", "user");
  copy("BanxinTestSong-Black.otf", "user");
  const auto library = open(options(latin_catalogue));
  EXPECT_EQ(name(library->primary({FontRole::song, 900, "ja"})), "BanxinTestSong-Black");
  EXPECT_EQ(name(library->primary({FontRole::song, 900, "ja-JP"})), "BanxinTestSong-Black");
  EXPECT_EQ(name(library->primary({FontRole::song, 400, "zh-Hans"})), "BanxinTestLatin-Regular");
  EXPECT_EQ(name(library->find({FontRole::song, 400, "zh-Hans"}, U"가")), "BanxinTestSong-Regular");
}

TEST_F(FoldersTest, InstalledFamiliesOfTheCatalogueServeMoreWeights) {
  copy("BanxinTestHei-Regular.ttf", "bundle");
  copy("BanxinTestHei-Bold.otf", "user");
  FontLibraryOptions with_installed = options(
      "families:\n  Banxin Test Hei:\n    faces:\n      - file: BanxinTestHei-Regular.ttf\n        weight: 400\n    more_weights: [Other "
      "Hei]\n"
      "  Other Hei:\n    installed: true\n    faces:\n      - file: BanxinTestHei-Bold.otf\n        weight: 700\n"
      "roles:\n  hei:\n    any: [Banxin Test Hei]\n");
  with_installed.installed_folders = {folder_ / "user"};
  with_installed.font_paths.clear();
  EXPECT_EQ(name(open(with_installed)->primary({FontRole::hei, 700, "ja"})), "BanxinTestHei-Regular") << "installed fonts are switched off";
  with_installed.use_installed = true;
  EXPECT_EQ(name(open(with_installed)->primary({FontRole::hei, 700, "ja"})), "BanxinTestHei-Bold");
  EXPECT_EQ(name(open(with_installed)->primary({FontRole::hei, 400, "ja"})), "BanxinTestHei-Regular");
}

TEST_F(FoldersTest, DamagedFontsArePassedOverWithAWarning) {
  EXPECT_FALSE(write_file_whole(folder_ / "bundle/BanxinTestLatin-Regular.otf", "OTTO, but not really"));
  copy("BanxinTestSong-Regular.otf", "user");
  const auto library = open(options(latin_catalogue));
  EXPECT_EQ(name(library->primary({FontRole::song, 400, "zh-Hans"})), "BanxinTestSong-Regular");
  EXPECT_THAT(codes(*library), testing::ElementsAre("font-damaged"));
}

TEST_F(FoldersTest, FaultyCatalogueIsAnError) {
  EXPECT_EQ(open_font_library(options("roles:\n  soong:\n    any: [A]\n"), files_, sink_), nullptr);
  ASSERT_EQ(sink_.error_count(), 1u);
  EXPECT_EQ(sink_.all()[0].message.code, "font-catalogue-faulty");
  EXPECT_EQ(sink_.all()[0].message.arguments[1].second, "2");
  EXPECT_EQ(sink_.all()[0].hints.at(0).code, "font-catalogue-role");
}

TEST_F(FontLibraryTest, MissingCatalogueIsAnError) {
  FontLibraryOptions options;
  options.bundle_folder = test_fonts_folder() / "none";
  EXPECT_EQ(open_font_library(options, files_, sink_), nullptr);
  EXPECT_EQ(sink_.all().at(0).message.code, "file-not-found");
}

}  // namespace
}  // namespace banxin
