// Where a family's files are: in the bundle, in the user's folders, among the installed fonts; asked in this order, each only when needed.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "font/catalogue.h"
#include "font/face_store.h"
#include "font/folder_fonts.h"
#include "font/font_library.h"
#include "font/installed_fonts.h"

namespace banxin {

/// Safe to use from several threads. `files` must outlive it.
class FontSources {
 public:
  FontSources(FontCatalogue catalogue, FontLibraryOptions options, const FileAccess& files);

  const FontCatalogue& catalogue() const { return catalogue_; }
  FaceStore& store() { return store_; }

  /// Faces of a family, the nearest to `weight` first; empty when nobody has it.
  std::vector<FaceFile> family(const std::string& name, int weight);
  /// All faces of the folders that the user named.
  std::vector<FaceFile> folder_faces() { return folder_fonts().all(); }
  /// Installed faces that have all the characters.
  std::vector<FaceFile> installed_covering(std::u32string_view characters, const std::string& language);

 private:
  /// The files of a family where it is found first, in no order of weight.
  std::vector<FaceFile> locate(const std::string& name);
  std::vector<FaceFile> catalogued_faces(const CatalogueFamily& family) const;
  const FolderFonts& folder_fonts();

  const FontCatalogue catalogue_;
  const FontLibraryOptions options_;
  const FileAccess& files_;
  FaceStore store_;
  InstalledFonts installed_;
  std::once_flag folder_once_;
  std::optional<FolderFonts> folder_fonts_;
  std::mutex located_mutex_;
  std::map<std::string, std::vector<FaceFile>> located_;
};

}  // namespace banxin
