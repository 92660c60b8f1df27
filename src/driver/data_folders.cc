// Where styles and fonts lie, and which versions are at work.

#include <fmt/format.h>

#include "driver/typeset.h"
#include "font/version.h"
#include "pdf/object_sink.h"
#include "pdf/pack.h"
#include "text/version.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return folder.is_absolute() && fs::exists(folder / "styles" / "newspaper.yaml", ignored);
}

}  // namespace

DataFolders find_data_folders() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  fs::path base = program.parent_path().parent_path() / "share" / "banxin";
  // Behind the source tree the usual places: in a chroot without /proc the program does not know where it lies.
  for (const char* other : {BANXIN_SOURCE_DATA, "/usr/local/share/banxin", "/usr/share/banxin"}) {
    if (!holds_data(base)) base = other;
  }
  return {base / "styles", base / "fonts", {"/usr/share/hyphen", "/usr/local/share/hyphen", "/usr/share/myspell/dicts"}};
}

std::string version_text() {
  return fmt::format("banxin {}\n{}\n{}\n{}\n{}", BANXIN_VERSION, pdf::library_version(), pdf::packing_library_version(),
                     font_library_versions(), text_library_version());
}

}  // namespace banxin
