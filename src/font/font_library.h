// The fonts of a run: the bundle's catalogue, the user's folders and the installed fonts as one library.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/file_access.h"
#include "font/font.h"

namespace banxin {

struct FontLibraryOptions {
  std::filesystem::path bundle_folder;            ///< holds catalogue.yaml and the files it names
  std::vector<std::filesystem::path> font_paths;  ///< folders that the user named (`--font-path`)
  bool use_installed = true;
  /// Where the catalogue's installed families are looked for before fontconfig is asked.
  std::vector<std::filesystem::path> installed_folders = {"/usr/local/share/fonts", "/usr/share/fonts"};
};

/// Family names in order of preference by role: `fonts.ROLE` of a style.
using PreferredFamilies = std::map<FontRole, std::vector<std::string>>;

/// A font library with a catalogue. Opens a face when it is first needed, and asks fontconfig only for a family or a character that nothing
/// nearer has.
class CataloguedFontLibrary : public FontLibrary {
 public:
  /// This library, with a style's families before the catalogue's. It shares the faces; those live as long as any library that shares them.
  virtual std::unique_ptr<CataloguedFontLibrary> with_families(PreferredFamilies preferred) const = 0;
  /// What was put up with so far, each once and in an order that does not depend on threads: `font-family-not-found` and faults of font
  /// files (warnings), `font-role-substituted` and `font-weight-substituted` (notes).
  virtual void report(DiagnosticSink& sink) const = 0;
};

/// Reads the bundle's catalogue; null after errors. `files` must outlive the library.
std::unique_ptr<CataloguedFontLibrary> open_font_library(const FontLibraryOptions& options, const FileAccess& files, DiagnosticSink& sink);

}  // namespace banxin
