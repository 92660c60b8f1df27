// The font catalogue: which families serve which role and language, and which files they are, told without opening any.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "font/face_file.h"
#include "font/font.h"

namespace banxin {

struct CatalogueFamily {
  std::string name;
  bool installed = false;                 ///< files are relative to a folder of installed fonts, not to the catalogue
  std::vector<FaceFile> faces;            ///< with relative paths
  std::vector<std::string> more_weights;  ///< families of the same design whose faces serve weights that this one lacks
};

/// Family names in order for each role and language; the language `any` serves what has no list of its own.
using RoleFamilies = std::map<FontRole, std::map<std::string, std::vector<std::string>, std::less<>>>;

struct FontCatalogue {
  std::vector<CatalogueFamily> families;  ///< in file order
  RoleFamilies roles;
  std::map<FontRole, FontRole> substitutes;  ///< the role whose families stand in, with a note, when a role has none

  const CatalogueFamily* find(std::string_view name) const;
  /// The list for a BCP 47 tag: its own, else that of the tag with subtags taken off its end, else `any`; empty when the role has none.
  std::vector<std::string> families_of(FontRole role, std::string_view language) const;
};

/// Reads a catalogue (see fonts/catalogue.yaml); faults are reported and give nothing. `file` is not kept.
std::optional<FontCatalogue> read_font_catalogue(const SourceFile& file, DiagnosticSink& sink);

}  // namespace banxin
