#include "font/font_sources.h"

#include <algorithm>
#include <utility>

namespace banxin {

FontSources::FontSources(FontCatalogue catalogue, FontLibraryOptions options, const FileAccess& files)
    : catalogue_(std::move(catalogue)), options_(std::move(options)), files_(files) {}

std::vector<FaceFile> FontSources::family(const std::string& name, int weight) {
  std::vector<FaceFile> faces = locate(name);
  const auto has_weight = [&](const std::vector<FaceFile>& among) {
    return std::any_of(among.begin(), among.end(), [&](const FaceFile& face) { return face.weight == weight; });
  };
  const CatalogueFamily* catalogued = catalogue_.find(name);
  if (catalogued != nullptr && !faces.empty() && !has_weight(faces)) {
    for (const std::string& companion : catalogued->more_weights) {
      for (FaceFile& face : locate(companion)) {
        if (face.weight == weight) faces.push_back(std::move(face));
      }
      if (has_weight(faces)) break;
    }
  }
  std::vector<FaceFile> ordered;
  while (const FaceFile* nearest = nearest_weight(faces, weight)) {
    ordered.push_back(*nearest);
    faces.erase(faces.begin() + (nearest - faces.data()));
  }
  return ordered;
}

std::vector<FaceFile> FontSources::locate(const std::string& name) {
  const std::scoped_lock lock(located_mutex_);
  const auto known = located_.find(name);
  if (known != located_.end()) return known->second;

  const CatalogueFamily* catalogued = catalogue_.find(name);
  std::vector<FaceFile> faces;
  if (catalogued != nullptr && !catalogued->installed) faces = catalogued_faces(*catalogued);
  if (faces.empty() && !options_.font_paths.empty()) faces = folder_fonts().family(name);
  if (faces.empty() && options_.use_installed) {
    if (catalogued != nullptr && catalogued->installed) faces = catalogued_faces(*catalogued);
    if (faces.empty()) faces = installed_.family(name);
  }
  return located_.emplace(name, std::move(faces)).first->second;
}

std::vector<FaceFile> FontSources::catalogued_faces(const CatalogueFamily& family) const {
  const std::vector<std::filesystem::path> folders =
      family.installed ? options_.installed_folders : std::vector<std::filesystem::path>{options_.bundle_folder};
  std::vector<FaceFile> faces;
  for (const FaceFile& face : family.faces) {
    for (const std::filesystem::path& folder : folders) {
      const std::filesystem::path path = folder / face.path;
      if (!files_.exists(path)) continue;
      faces.push_back({path, face.index, face.weight});
      break;
    }
  }
  return faces;
}

const FolderFonts& FontSources::folder_fonts() {
  std::call_once(folder_once_, [this] { folder_fonts_.emplace(options_.font_paths, files_); });
  return *folder_fonts_;
}

std::vector<FaceFile> FontSources::installed_covering(std::u32string_view characters, const std::string& language) {
  return options_.use_installed ? installed_.covering(characters, language) : std::vector<FaceFile>{};
}

}  // namespace banxin
