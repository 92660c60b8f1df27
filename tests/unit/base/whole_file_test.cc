// What to look for: after every write the old file or the new one, whole, and no other.
#include "base/whole_file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "base/descriptor.h"
#include "base/file_access.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t plenty = 1 << 20;

class WholeFile : public testing::Test {
 protected:
  WholeFile() {
    std::string pattern = (fs::temp_directory_path() / "banxin-test.XXXXXX").string();
    folder_ = fs::canonical(::mkdtemp(pattern.data()));
  }
  ~WholeFile() override { fs::remove_all(folder_); }

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

TEST_F(WholeFile, WritesAFileWhole) {
  const fs::path path = write("out.pdf", "old and longer");
  EXPECT_EQ(write_file_whole(path, "new"), std::nullopt);
  EXPECT_EQ(*files_.read(path, plenty), "new");
  EXPECT_THAT(names(), testing::ElementsAre("out.pdf"));
}

TEST_F(WholeFile, WritesWithTheModeOfNewFiles) {
  const mode_t mask = ::umask(0022);
  EXPECT_EQ(write_file_whole(folder_ / "out.pdf", "x"), std::nullopt);
  ::umask(mask);
  EXPECT_EQ(fs::status(folder_ / "out.pdf").permissions(), static_cast<fs::perms>(0644));
}

TEST_F(WholeFile, AFailedWriteLeavesTheOldFileAndNoOther) {
  fs::create_directories(folder_ / "out.pdf/inner");  // a folder cannot be replaced by a file
  const std::optional<Diagnostic> failure = write_file_whole(folder_ / "out.pdf", "new");
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->message.code, "file-not-writable");
  EXPECT_THAT(names(), testing::ElementsAre("out.pdf"));
  EXPECT_TRUE(fs::exists(folder_ / "out.pdf/inner"));
}

TEST_F(WholeFile, WritesNamesAsLongAsNamesCanBe) {
  const std::string name = std::string(251, 'a') + ".pdf";
  EXPECT_EQ(write_file_whole(folder_ / name, "new"), std::nullopt);
  EXPECT_THAT(names(), testing::ElementsAre(name));
}

TEST_F(WholeFile, WritesWhereALinkLeads) {
  const fs::path file = write("sub/out.pdf", "old");
  fs::create_symlink(file, folder_ / "link.pdf");
  EXPECT_EQ(write_file_whole(folder_ / "link.pdf", "new"), std::nullopt);
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.pdf"));
  EXPECT_EQ(*files_.read(file, plenty), "new");
}

TEST_F(WholeFile, WritesIntoAPipeAndLeavesIt) {
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

TEST_F(WholeFile, WritingIntoNoFolderFails) {
  const std::optional<Diagnostic> failure = write_file_whole(folder_ / "none/out.pdf", "new");
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->message.code, "file-not-writable");
}

TEST_F(WholeFile, TakesAwayWhatAKilledRunLeft) {
  write(".banxin-aB3xYz", "half a file");
  write(".banxin-notes.txt", "somebody's own");
  write("banxin-aB3xYz", "somebody's own");
  EXPECT_EQ(write_file_whole(folder_ / "out.pdf", "new"), std::nullopt);
  EXPECT_THAT(names(), testing::UnorderedElementsAre(".banxin-notes.txt", "banxin-aB3xYz", "out.pdf"));
}

TEST_F(WholeFile, LeavesWhatAnotherRunIsWriting) {
  const Descriptor other(::open(write(".banxin-aB3xYz", "half a file").c_str(), O_RDWR));
  ASSERT_EQ(::flock(other.number(), LOCK_EX), 0);
  EXPECT_EQ(write_file_whole(folder_ / "out.pdf", "new"), std::nullopt);
  EXPECT_THAT(names(), testing::UnorderedElementsAre(".banxin-aB3xYz", "out.pdf"));
}

TEST_F(WholeFile, ManyWritersToOneNameMakeOneWholeFile) {
  {
    std::vector<std::jthread> writers;
    for (const char c : {'a', 'b', 'c', 'd'}) {
      writers.emplace_back([&, c] {
        for (int i = 0; i < 20; ++i) EXPECT_EQ(write_file_whole(folder_ / "out.pdf", std::string(100'000, c)), std::nullopt);
      });
    }
    for (int i = 0; i < 50; ++i) {
      const Result<std::string> bytes = DiskFileAccess().read(folder_ / "out.pdf", plenty);
      if (bytes) {
        EXPECT_EQ(*bytes, std::string(100'000, bytes->front()));
      }
    }
  }
  EXPECT_THAT(names(), testing::ElementsAre("out.pdf"));
}

}  // namespace
}  // namespace banxin
