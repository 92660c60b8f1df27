#include "font/folder_fonts.h"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "font/handles.h"

namespace banxin {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool is_font_file(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  constexpr std::array<std::string_view, 4> extensions = {".otf", ".ttf", ".ttc", ".otc"};
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view known) { return same_family_name(known, extension); });
}

std::string name_string(hb_face_t* face, const hb_ot_name_entry_t& entry) {
  unsigned size = hb_ot_name_get_utf8(face, entry.name_id, entry.language, nullptr, nullptr);
  std::string text(size, '\0');
  ++size;  // the terminating zero, which std::string has room for
  hb_ot_name_get_utf8(face, entry.name_id, entry.language, &size, text.data());
  return text;
}

/// Family names, those of the family of four and the typographic one, in all languages.
std::vector<std::string> family_names(hb_face_t* face) {
  constexpr hb_ot_name_id_t typographic_family = 16;
  unsigned count = 0;
  const hb_ot_name_entry_t* entries = hb_ot_name_list_names(face, &count);
  std::vector<std::string> names;
  for (unsigned i = 0; i < count; ++i) {
    if (entries[i].name_id != HB_OT_NAME_ID_FONT_FAMILY && entries[i].name_id != typographic_family) continue;
    std::string name = name_string(face, entries[i]);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

bool same_family_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

FolderFonts::FolderFonts(const std::vector<std::filesystem::path>& folders, const FileAccess& files) {
  for (const std::filesystem::path& folder : folders) {
    for (const std::filesystem::path& path : files.list(folder)) {
      if (is_font_file(path)) add_file(path);
    }
  }
}

void FolderFonts::add_file(const std::filesystem::path& path) {
  const BlobHandle blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (blob == nullptr) return;
  const unsigned count = hb_face_count(blob.get());
  for (unsigned index = 0; index < count; ++index) {
    const FaceHandle face(hb_face_create(blob.get(), index));
    const FontHandle font(hb_font_create(face.get()));
    Entry entry;
    entry.names = family_names(face.get());
    if (entry.names.empty()) continue;
    const float weight = hb_style_get_value(font.get(), HB_STYLE_TAG_WEIGHT);
    entry.file = {path, static_cast<int>(index), static_cast<int>(std::lround(weight)), true};
    entry.italic = hb_style_get_value(font.get(), HB_STYLE_TAG_ITALIC) > 0;
    entries_.push_back(std::move(entry));
  }
}

std::vector<FaceFile> FolderFonts::family(std::string_view name) const {
  std::vector<FaceFile> upright, italic;
  for (const Entry& entry : entries_) {
    const bool matches =
        std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& own) { return same_family_name(own, name); });
    if (matches) (entry.italic ? italic : upright).push_back(entry.file);
  }
  return upright.empty() ? italic : upright;
}

std::vector<FaceFile> FolderFonts::all() const {
  std::vector<FaceFile> result;
  for (const Entry& entry : entries_) {
    if (!entry.italic) result.push_back(entry.file);
  }
  return result;
}

}  // namespace banxin
