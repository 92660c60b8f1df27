#include "base/file_record.h"

#include <sys/stat.h>

#include <functional>
#include <utility>

namespace banxin {

namespace fs = std::filesystem;

namespace {

std::int64_t nanoseconds(const timespec& time) { return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec; }

/// Of the names of a folder's files, whatever their order.
std::uint64_t sum_of_names(const fs::path& folder) {
  std::uint64_t sum = 0;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with('.')) sum += std::hash<std::string>()(name);
  }
  return sum;
}

}  // namespace

FileStamp stamp_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  // A folder's own times change with every temporary file.
  if (S_ISDIR(status.st_mode)) return {true, status.st_dev, status.st_ino, sum_of_names(path), 0, 0};
  return {true,
          status.st_dev,
          status.st_ino,
          static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim)};
}

void RecordingFileAccess::note(const fs::path& path) const {
  std::error_code ignored;  // the folder that we run in may be gone
  const fs::path absolute = fs::absolute(path, ignored).lexically_normal();
  const FileStamp stamp = stamp_of(absolute);
  const std::scoped_lock lock(mutex_);
  stamps_.try_emplace(absolute, stamp);
}

Result<std::string> RecordingFileAccess::read(const fs::path& path, std::size_t limit) const {
  note(path);
  return DiskFileAccess::read(path, limit);
}

bool RecordingFileAccess::exists(const fs::path& path) const {
  note(path);
  return DiskFileAccess::exists(path);
}

std::vector<fs::path> RecordingFileAccess::list(const fs::path& folder) const {
  note(folder);
  std::vector<fs::path> files = DiskFileAccess::list(folder);
  // Who lists a folder may go on to files by ways of his own, as HarfBuzz does.
  for (const fs::path& file : files) note(file);
  return files;
}

FileStamps RecordingFileAccess::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(stamps_, {});
}

}  // namespace banxin
