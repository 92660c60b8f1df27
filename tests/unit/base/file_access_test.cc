// Files: limits and reasons of failure, one version of a file that changes, no way out of the readable
// roots.
#include "base/file_access.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

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
  EXPECT_EQ(code_of_reading(write("a.yaml", "") / "b.yaml"), "file-not-found");
  EXPECT_EQ(code_of_reading(folder_ / std::string(300, 'a')), "file-not-found");
  EXPECT_EQ(code_of_reading(folder_), "file-is-folder");
  EXPECT_EQ(code_of_reading("/proc/self/mem"), "file-not-readable");  // no memory lies where it begins
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

/// A file that is written to for 60 ms while it is read, then left alone.
TEST_F(DiskTest, AFileThatChangesWhileItIsReadIsReadAgain) {
  const fs::path path = write("picture", std::string(1 << 20, 'a'));
  std::atomic<bool> stop = false;
  std::jthread writer([&] {
    for (char c = 'b'; !stop; c = c == 'y' ? 'b' : static_cast<char>(c + 1)) write("picture", std::string(1 << 20, c));
  });
  std::jthread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    stop = true;
  });
  for (int i = 0; i < 200; ++i) {
    const Result<std::string> bytes = files_.read(path, 2 << 20);
    if (!bytes) {
      EXPECT_EQ(bytes.failure().message.code, "file-changing");
    } else if (!bytes->empty()) {  // written by cutting it to nothing first
      EXPECT_EQ(bytes->find_first_not_of(bytes->front()), std::string::npos) << "a part of one version and a part of another";
    }
  }
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
