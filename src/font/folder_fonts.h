// An index of the font files in folders that the user names: families and weights, read from the files' name tables.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_access.h"
#include "font/face_file.h"

namespace banxin {

/// Whether two family names are the same: ASCII letters in either case.
bool same_family_name(std::string_view a, std::string_view b);

class FolderFonts {
 public:
  /// Reads the name tables of the fonts directly in `folders`, in the order of folders and file names; other files are passed over.
  FolderFonts(const std::vector<std::filesystem::path>& folders, const FileAccess& files);

  /// The upright faces of a family, by any of its names in any language; italic ones when there are no others.
  std::vector<FaceFile> family(std::string_view name) const;
  /// Every upright face.
  std::vector<FaceFile> all() const;

 private:
  struct Entry {
    FaceFile file;
    bool italic = false;
    std::vector<std::string> names;
  };
  void add_file(const std::filesystem::path& path);

  std::vector<Entry> entries_;
};

}  // namespace banxin
