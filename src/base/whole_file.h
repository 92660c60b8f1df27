// Files that appear whole or not at all.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>

#include "base/diagnostic.h"

namespace banxin {

/// Writes files; may be used from several threads at once, and beside other programs that write to the same names. A file is written under
/// another name beside its own (`.banxin-XXXXXX`), synced, then renamed, so that whoever opens it finds the old file or the new one. What a
/// killed run left under such a name is taken away before the first file is written to a folder.
class FileWriter {
 public:
  /// Nothing on success, else `file-not-writable`. A link stays and its file is written; pipes and devices are written into.
  std::optional<Diagnostic> write(const std::filesystem::path& path, std::string_view bytes) const;

 private:
  void clean(const std::filesystem::path& folder) const;

  mutable std::mutex mutex_;
  mutable std::set<std::filesystem::path> cleaned_;
};

/// Writes one file as FileWriter does.
std::optional<Diagnostic> write_file_whole(const std::filesystem::path& path, std::string_view bytes);

}  // namespace banxin
