// Files that change are noticed, whatever way they are written.
#include "base/file_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <thread>

namespace banxin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Watching : public testing::Test {
 protected:
  Watching() {
    std::string name = (fs::temp_directory_path() / "banxin-watch-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    EXPECT_EQ(::pipe(stop_), 0);
  }
  ~Watching() override {
    fs::remove_all(folder_);
    ::close(stop_[0]);
    ::close(stop_[1]);
  }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  /// What a watch of these files tells of what `act` does.
  std::vector<fs::path> told(const std::vector<fs::path>& files, const std::function<void()>& act) {
    FileWatch watch(stop_[0]);
    RecordingFileAccess record;
    for (const fs::path& file : files) static_cast<void>(record.read(file, 100));
    watch.watch(record.take());
    const std::jthread actor([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      act();
    });
    return watch.wait();
  }

  fs::path folder_;
  int stop_[2] = {};
};

TEST_F(Watching, NoticesWritingInPlaceAndReplacing) {
  const fs::path article = write("a.yaml", "one");
  EXPECT_THAT(told({article}, [&] { write("a.yaml", "two"); }), ElementsAre(article));
  EXPECT_THAT(told({article}, [&] { fs::rename(write("a.yaml~", "three"), article); }), ElementsAre(article));
  EXPECT_THAT(told({article}, [&] { fs::remove(article); }), ElementsAre(article));
}

TEST_F(Watching, NoticesWhatWasMissingInAFolderThatIsStillToBeMade) {
  const fs::path picture = folder_ / "photos/hall.jpg";
  EXPECT_THAT(told({picture},
                   [&] {
                     fs::create_directory(folder_ / "photos");
                     write("photos/hall.jpg", "picture");
                   }),
              ElementsAre(picture));
}

TEST_F(Watching, PassesOverFilesThatNobodyRead) {
  const fs::path article = write("a.yaml", "one");
  EXPECT_THAT(told({article},
                   [&] {
                     write("other", "x");
                     std::this_thread::sleep_for(std::chrono::milliseconds(100));
                     EXPECT_EQ(::write(stop_[1], "x", 1), 1);
                   }),
              IsEmpty());
}

TEST_F(Watching, NoticesWhatChangedBetweenReadingAndWatching) {
  const fs::path article = write("a.yaml", "one");
  RecordingFileAccess record;
  static_cast<void>(record.read(article, 100));
  write("a.yaml", "longer");
  FileWatch watch(stop_[0]);
  watch.watch(record.take());
  EXPECT_THAT(watch.wait(), ElementsAre(article));
}

TEST_F(Watching, OfAFolderNoticesNewFilesButNotWhatIsWrittenIntoThem) {
  write("a.otf", "font");
  const FileStamp before = stamp_of(folder_);
  write("a.otf", "longer font");
  write(".a.swp", "an editor's");
  EXPECT_EQ(stamp_of(folder_), before);
  write("b.otf", "font");
  EXPECT_NE(stamp_of(folder_), before);
}

TEST_F(Watching, ListsOfAFolderRecordItAndItsFiles) {
  const fs::path font = write("a.otf", "font");
  RecordingFileAccess record;
  static_cast<void>(record.list(folder_));
  const FileStamps stamps = record.take();
  EXPECT_TRUE(stamps.contains(font));
  EXPECT_TRUE(stamps.contains(folder_));
  EXPECT_THAT(record.take(), IsEmpty()) << "taken";
}

TEST(StopSignals, AreWaitedForInsteadOfEndingTheProgram) {
  const StopSignals signals;
  FileWatch watch(signals.descriptor());
  ::raise(SIGTERM);
  EXPECT_THAT(watch.wait(), IsEmpty());
}

}  // namespace
}  // namespace banxin
