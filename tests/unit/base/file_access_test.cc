// Files: limits and reasons of failure, no way out of the readable roots, and output that appears whole or not at all.
#include "base/file_access.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t plenty = 1 << 20;

/// A folder of its own for each test, removed afterwards.
class DiskTest : public testing::Test {
 protected:
  DiskTest() {
    std::string pattern = (fs::temp_directory_path() / "banxin-test.XXXXXX").string();
    folder_ = fs::canonical(::mkdtemp(pattern.data()));
  }
  ~DiskTest() override { fs::remove_all(folder_); }

  fs::path write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) result.push_back(entry.path().filename().string());
    return result;
  }
  std::string code_of_reading(const fs::path& path, std::size_t limit = plenty) const {
    const Result<std::string> result = files_.read(path, limit);
    return result ? "" : result.failure().message.code;
  }

  fs::path folder_;
  DiskFileAccess files_;
};

TEST_F(DiskTest, ReadsBytesAsTheyAre) {
  const std::string bytes("\0\r\n\xff版", 7);
  EXPECT_EQ(*files_.read(write("a.bin", bytes), plenty), bytes);
}

TEST_F(DiskTest, SaysWhyAFileCannotBeRead) {
  EXPECT_EQ(code_of_reading(folder_ / "none.yaml"), "file-not-found");
  EXPECT_EQ(code_of_reading(folder_), "file-not-readable");
  EXPECT_EQ(code_of_reading(write("big", "12345"), 4), "file-too-large");
  EXPECT_EQ(code_of_reading(write("just", "1234"), 4), "");
}

TEST_F(DiskTest, AnEndlessFileStopsAtTheLimit) { EXPECT_EQ(code_of_reading("/dev/zero", 100000), "file-too-large"); }

TEST_F(DiskTest, APipeWithoutWriterDoesNotHang) {
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  const Result<std::string> result = files_.read(folder_ / "pipe", plenty);
  EXPECT_TRUE(!result || result->empty());
}

TEST_F(DiskTest, ListsRegularFilesByName) {
  write("b.ttf", "");
  write("a.ttf", "");
  write("sub/c.ttf", "");
  EXPECT_THAT(files_.list(folder_), testing::ElementsAre(folder_ / "a.ttf", folder_ / "b.ttf"));
  EXPECT_TRUE(files_.list(folder_ / "none").empty());
}

TEST_F(DiskTest, RootsKeepArticlesInTheirFolder) {
  write("article/photos/hall.jpg", "");
  write("article2/secret.jpg", "");
  write("secret.jpg", "");
  fs::create_symlink(folder_ / "secret.jpg", folder_ / "article/link.jpg");
  fs::create_directory_symlink(folder_, folder_ / "article/up");
  fs::create_symlink("photos/hall.jpg", folder_ / "article/inside.jpg");
  const fs::path article = folder_ / "article";
  const ReadableRoots roots(files_, {article});

  struct Case {
    std::string written;
    bool allowed;
  };
  const std::vector<Case> cases = {
      {"photos/hall.jpg", true},
      {"photos/../photos/hall.jpg", true},
      {"not-there.jpg", true},
      {(article / "photos/hall.jpg").string(), true},
      {"inside.jpg", true},
      {"../secret.jpg", false},
      {"photos/../../secret.jpg", false},
      {"../article2/secret.jpg", false},  // a sibling whose name begins like the root's
      {"link.jpg", false},
      {"up/secret.jpg", false},
      {"up/not-there.jpg", false},
      {(folder_ / "secret.jpg").string(), false},
      {"/etc/passwd", false},
  };
  const SourceFile file("a.yaml", "image: x");
  for (const Case& c : cases) {
    SCOPED_TRACE(c.written);
    const Result<fs::path> result = roots.resolve(article, c.written, {&file, 7, 8});
    EXPECT_EQ(static_cast<bool>(result), c.allowed);
    if (!result) {
      EXPECT_EQ(result.failure().message.code, "file-outside-roots");
      EXPECT_EQ(result.failure().span.begin, 7u);
    }
  }
}

TEST_F(DiskTest, AFurtherRootAllowsWhatLiesInIt) {
  write("article/a.yaml", "");
  const fs::path photo = write("shared/hall.jpg", "");
  const ReadableRoots roots(files_, {folder_ / "article", folder_ / "shared/"});
  const Result<fs::path> result = roots.resolve(folder_ / "article", "../shared/hall.jpg", {});
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, photo);
}

TEST_F(DiskTest, WritesAFileWhole) {
  const fs::path path = write("out.pdf", "old and longer");
  EXPECT_EQ(write_file_whole(path, "new"), std::nullopt);
  EXPECT_EQ(*files_.read(path, plenty), "new");
  EXPECT_THAT(names(), testing::ElementsAre("out.pdf"));
}

TEST_F(DiskTest, WritesWithTheModeOfNewFiles) {
  const mode_t mask = ::umask(0022);
  EXPECT_EQ(write_file_whole(folder_ / "out.pdf", "x"), std::nullopt);
  ::umask(mask);
  EXPECT_EQ(fs::status(folder_ / "out.pdf").permissions(), static_cast<fs::perms>(0644));
}

TEST_F(DiskTest, AFailedWriteLeavesTheOldFileAndNoOther) {
  fs::create_directories(folder_ / "out.pdf/inner");  // a folder cannot be replaced by a file
  const std::optional<Diagnostic> failure = write_file_whole(folder_ / "out.pdf", "new");
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->message.code, "file-not-writable");
  EXPECT_THAT(names(), testing::ElementsAre("out.pdf"));
  EXPECT_TRUE(fs::exists(folder_ / "out.pdf/inner"));
}

TEST_F(DiskTest, WritesNamesAsLongAsNamesCanBe) {
  const std::string name = std::string(251, 'a') + ".pdf";
  EXPECT_EQ(write_file_whole(folder_ / name, "new"), std::nullopt);
  EXPECT_THAT(names(), testing::ElementsAre(name));
}

TEST_F(DiskTest, WritesWhereALinkLeads) {
  const fs::path file = write("sub/out.pdf", "old");
  fs::create_symlink(file, folder_ / "link.pdf");
  EXPECT_EQ(write_file_whole(folder_ / "link.pdf", "new"), std::nullopt);
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.pdf"));
  EXPECT_EQ(*files_.read(file, plenty), "new");
}

TEST_F(DiskTest, WritesIntoAPipeAndLeavesIt) {
  const fs::path pipe = folder_ / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  EXPECT_EQ(write_file_whole(pipe, "new"), std::nullopt);
  char bytes[8] = {};
  EXPECT_EQ(::read(reader, bytes, sizeof bytes), 3);
  ::close(reader);
  EXPECT_EQ(std::string(bytes), "new");
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(DiskTest, WritingIntoNoFolderFails) {
  const std::optional<Diagnostic> failure = write_file_whole(folder_ / "none/out.pdf", "new");
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->message.code, "file-not-writable");
}

TEST(MemoryFileAccessTest, ActsLikeAFolder) {
  MemoryFileAccess files;
  files.files = {{"/a/x.yaml", "12345"}, {"/a/b/y.yaml", ""}, {"/c.yaml", ""}};
  EXPECT_EQ(*files.read("/a/b/../x.yaml", plenty), "12345");
  EXPECT_EQ(files.read("/a/x.yaml", 4).failure().message.code, "file-too-large");
  EXPECT_EQ(files.read("/a/none", plenty).failure().message.code, "file-not-found");
  EXPECT_TRUE(files.exists("/a/../c.yaml"));
  EXPECT_THAT(files.list("/a"), testing::ElementsAre("/a/x.yaml"));
  EXPECT_FALSE(ReadableRoots(files, {"/a"}).resolve("/a", "../c.yaml", {}));
}

}  // namespace
}  // namespace banxin
