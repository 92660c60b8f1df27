#include "cli/live_files.h"

#include <algorithm>

namespace banxin {

LiveFiles::LiveFiles(const std::vector<std::filesystem::path>& font_paths) : font_paths_(font_paths) { look_at_fonts(); }

bool LiveFiles::fonts_changed(const std::vector<std::filesystem::path>& changed) {
  if (!any_of_these(changed, fonts_)) return false;
  look_at_fonts();
  return true;
}

void LiveFiles::look_at_fonts() {
  RecordingFileAccess record;
  for (const std::filesystem::path& folder : font_paths_) static_cast<void>(record.list(folder));
  fonts_ = record.take();
}

bool any_of_these(const std::vector<std::filesystem::path>& changed, const FileStamps& files) {
  return std::any_of(changed.begin(), changed.end(), [&](const std::filesystem::path& path) { return files.contains(path); });
}

}  // namespace banxin
