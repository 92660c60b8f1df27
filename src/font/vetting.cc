#include "font/vetting.h"

#include <freetype/freetype.h>
#include <freetype/ftfntfmt.h>
#include <freetype/tttables.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "font/sfnt.h"

namespace banxin {

namespace {

// OpenType, OS/2: fsType.
constexpr unsigned restricted_embedding = 0x0002, embedding_mask = 0x000f, no_subsetting = 0x0100, bitmaps_only = 0x0200;

struct LibraryDeleter {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceDeleter {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using LibraryOwner = std::unique_ptr<std::remove_pointer_t<FT_Library>, LibraryDeleter>;
using FaceOwner = std::unique_ptr<std::remove_pointer_t<FT_Face>, FaceDeleter>;

/// One vetting: every check says by its code what is wrong, or nothing.
class Vetting {
 public:
  Vetting(std::string_view data, int index) : data_(data), index_(index) {}

  std::optional<const char*> fault() {
    for (auto check :
         {&Vetting::check_tables, &Vetting::open, &Vetting::check_outlines, &Vetting::check_glyphs, &Vetting::check_embedding}) {
      if (auto code = (this->*check)()) return code;
    }
    return std::nullopt;
  }

  FaceDescription description() const {
    FaceDescription result;
    result.family = face_->family_name != nullptr ? face_->family_name : "";
    const char* name = FT_Get_Postscript_Name(face_.get());
    result.postscript_name = name != nullptr ? name : "";
    result.italic = (face_->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
    result.outlines = format() == "CFF" ? FontFace::Outlines::cff : FontFace::Outlines::truetype;
    result.units_per_em = face_->units_per_EM;
    result.glyph_count = static_cast<int>(face_->num_glyphs);
    describe_metrics(result);
    return result;
  }

 private:
  using Fault = std::optional<const char*>;

  Fault check_tables() {
    const SfntDirectory directory(data_, index_);
    switch (directory.state()) {
      case SfntDirectory::State::unknown_format:
        return "font-unknown-format";
      case SfntDirectory::State::no_such_face:
        return "font-no-such-face";
      case SfntDirectory::State::damaged:
        return "font-damaged";
      case SfntDirectory::State::sound:
        break;
    }
    if (!directory.has("glyf") && !directory.has("CFF ")) return "font-no-outlines";
    // FreeType would make a map up from glyph names; HarfBuzz does not.
    if (!directory.has("cmap")) return "font-no-characters";
    return std::nullopt;
  }

  Fault open() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return "font-damaged";
    library_.reset(library);
    FT_Face face = nullptr;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(data_.data());
    const FT_Error error = FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(data_.size()), index_, &face);
    if (error != 0) return "font-damaged";
    face_.reset(face);
    return std::nullopt;
  }

  Fault check_outlines() {
    if (!FT_IS_SFNT(face_.get()) || !FT_IS_SCALABLE(face_.get())) return "font-no-outlines";
    if (format() != "CFF" && format() != "TrueType") return "font-no-outlines";
    if (face_->units_per_EM < 16 || face_->units_per_EM > 16384 || face_->num_glyphs < 1) return "font-damaged";
    return std::nullopt;
  }

  /// A table cut short shows at its last glyph.
  Fault check_glyphs() {
    for (const FT_Long glyph : {FT_Long{0}, face_->num_glyphs / 2, face_->num_glyphs - 1}) {
      if (FT_Load_Glyph(face_.get(), static_cast<FT_UInt>(glyph), FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0) return "font-damaged";
    }
    if (FT_Select_Charmap(face_.get(), FT_ENCODING_UNICODE) != 0) return "font-no-characters";
    return std::nullopt;
  }

  Fault check_embedding() {
    const TT_OS2* os2 = os2_table();
    if (os2 == nullptr) return std::nullopt;
    const bool restricted = (os2->fsType & embedding_mask) == restricted_embedding;
    if (restricted || (os2->fsType & (no_subsetting | bitmaps_only)) != 0) return "font-embedding-forbidden";
    return std::nullopt;
  }

  std::string_view format() const {
    const char* name = FT_Get_Font_Format(face_.get());
    return name != nullptr ? name : "";
  }

  const TT_OS2* os2_table() const {
    const auto* table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face_.get(), FT_SFNT_OS2));
    constexpr unsigned absent = 0xffff;
    return table == nullptr || table->version == absent ? nullptr : table;
  }

  void describe_metrics(FaceDescription& result) const {
    result.ascent = face_->ascender;
    result.descent = face_->descender;
    result.cap_height = result.units_per_em * 7 / 10;
    if (const TT_OS2* os2 = os2_table()) {
      result.weight = std::clamp<int>(os2->usWeightClass, 1, 1000);
      if (os2->sTypoAscender > os2->sTypoDescender) {
        result.ascent = os2->sTypoAscender;
        result.descent = os2->sTypoDescender;
      }
      if (os2->version >= 2 && os2->sCapHeight > 0) result.cap_height = os2->sCapHeight;
    }
  }

  std::string_view data_;
  int index_;
  LibraryOwner library_;  // outlives face_
  FaceOwner face_;
};

}  // namespace

Result<FaceDescription> vet_face(std::string_view data, int index, const std::filesystem::path& path) {
  Vetting vetting(data, index);
  if (const auto code = vetting.fault()) {
    return Diagnostic(Severity::warning, *code, {}, {{"path", path.filename().string()}, {"face", std::to_string(index)}});
  }
  return vetting.description();
}

}  // namespace banxin
