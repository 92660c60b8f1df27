// The files that a command reads again and again, and whether they changed.
#pragma once

#include <filesystem>
#include <vector>

#include "base/file_record.h"

namespace banxin {

/// Records what is read through `access()`. Fonts are read once and kept open, so that they are looked after apart.
class LiveFiles {
 public:
  explicit LiveFiles(const std::vector<std::filesystem::path>& font_paths);

  const FileAccess& access() const { return record_; }
  /// What was read since it was asked last.
  FileStamps take() { return record_.take(); }
  /// The folders of `font_paths` and their files.
  const FileStamps& fonts() const { return fonts_; }
  /// Whether a font is among the changed files; if so, fonts are to be opened anew, and the next question is about the fonts as they are
  /// now.
  bool fonts_changed(const std::vector<std::filesystem::path>& changed);

 private:
  void look_at_fonts();

  const std::vector<std::filesystem::path>& font_paths_;
  RecordingFileAccess record_;
  FileStamps fonts_;
};

/// Whether one of the changed files is among `files`.
bool any_of_these(const std::vector<std::filesystem::path>& changed, const FileStamps& files);

}  // namespace banxin
