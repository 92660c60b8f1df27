// Remembers which files were asked for, so that it can be seen when they change.
#pragma once

#include <map>
#include <mutex>

#include "base/file_access.h"

namespace banxin {

/// How a file or folder stood; equal stamps mean that nobody wrote the file, or made or took away a file in the folder (hidden ones aside)
/// in between.
struct FileStamp {
  bool exists = false;
  std::uint64_t device = 0, inode = 0;
  std::uint64_t content = 0;               ///< a file's size; a number made of the names in a folder
  std::int64_t modified = 0, changed = 0;  ///< nanoseconds since 1970
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
FileStamp stamp_of(const std::filesystem::path& path);

using FileStamps = std::map<std::filesystem::path, FileStamp>;

/// The file system of the machine, with a record of every file that was read or looked for and every folder that was listed, missing ones
/// too: each with its stamp from before it was first looked at.
class RecordingFileAccess final : public DiskFileAccess {
 public:
  Result<std::string> read(const std::filesystem::path& path, std::size_t limit) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::filesystem::path> list(const std::filesystem::path& folder) const override;

  /// The record so far, which begins anew.
  FileStamps take();

 private:
  void note(const std::filesystem::path& path) const;

  mutable std::mutex mutex_;
  mutable FileStamps stamps_;
};

}  // namespace banxin
