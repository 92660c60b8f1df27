// The outside world's files behind one interface: tests give another, and nothing below opens a file by itself.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace banxin {

/// Reads files. All members may be called from several threads at once.
class FileAccess {
 public:
  virtual ~FileAccess() = default;
  /// The whole file, as it was at one moment; fails with `file-not-found`, `file-is-folder`, `file-not-readable` (the system refuses),
  /// `file-too-large` (more than `limit` bytes) or `file-changing` (written to again and again while it is read).
  virtual Result<std::string> read(const std::filesystem::path& path, std::size_t limit) const = 0;
  virtual bool exists(const std::filesystem::path& path) const = 0;
  /// The path with links and `..` resolved, or the path itself when it does not exist.
  virtual std::filesystem::path canonical(const std::filesystem::path& path) const = 0;
  /// Regular files directly in a folder, sorted by name; none when it cannot be read.
  virtual std::vector<std::filesystem::path> list(const std::filesystem::path& folder) const = 0;
};

/// The file system of the machine.
class DiskFileAccess : public FileAccess {
 public:
  Result<std::string> read(const std::filesystem::path& path, std::size_t limit) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::filesystem::path canonical(const std::filesystem::path& path) const override;
  std::vector<std::filesystem::path> list(const std::filesystem::path& folder) const override;
};

/// Files held in memory, for tests.
class MemoryFileAccess : public FileAccess {
 public:
  std::map<std::filesystem::path, std::string> files;

  Result<std::string> read(const std::filesystem::path& path, std::size_t limit) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::filesystem::path canonical(const std::filesystem::path& path) const override;
  std::vector<std::filesystem::path> list(const std::filesystem::path& folder) const override;
};

/// The folders that an article may read from: its own and those named by `--root`.
class ReadableRoots {
 public:
  ReadableRoots(const FileAccess& files, std::vector<std::filesystem::path> roots);

  /// Where `written` (as the article spells it, relative to `folder`) lies; fails with `file-outside-roots` when, links followed, that is
  /// in none of the roots. Whether the file exists is not asked.
  Result<std::filesystem::path> resolve(const std::filesystem::path& folder, const std::string& written, SourceSpan span) const;

 private:
  const FileAccess& files_;
  std::vector<std::filesystem::path> roots_;
};

/// All of standard input; fails as `FileAccess::read` does, with `-` as the path.
Result<std::string> read_standard_input(std::size_t limit);

}  // namespace banxin
