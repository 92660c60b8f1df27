#include "font/installed_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <tuple>
#include <type_traits>

namespace banxin {

namespace {

template <auto destroy>
struct FontconfigDeleter {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using PatternHandle = std::unique_ptr<FcPattern, FontconfigDeleter<FcPatternDestroy>>;
using ObjectSetHandle = std::unique_ptr<FcObjectSet, FontconfigDeleter<FcObjectSetDestroy>>;
using FontSetHandle = std::unique_ptr<FcFontSet, FontconfigDeleter<FcFontSetDestroy>>;
using CharSetHandle = std::unique_ptr<FcCharSet, FontconfigDeleter<FcCharSetDestroy>>;
using ConfigHandle = std::unique_ptr<FcConfig, FontconfigDeleter<FcConfigDestroy>>;

const FcChar8* fontconfig_string(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

/// Fontconfig names the Chinese languages by region.
std::string fontconfig_language(std::string_view language) {
  if (language.starts_with("zh-Hant-HK") || language.starts_with("zh-HK")) return "zh-hk";
  if (language.starts_with("zh-Hant") || language.starts_with("zh-TW")) return "zh-tw";
  if (language.starts_with("zh")) return "zh-cn";
  return std::string(language.substr(0, language.find('-')));
}

/// The file of an upright outline face, or nothing for italics, bitmaps and named instances of variable fonts.
std::optional<FaceFile> usable_face(const FcPattern* pattern) {
  FcChar8* path = nullptr;
  int index = 0, slant = FC_SLANT_ROMAN;
  double weight = FC_WEIGHT_REGULAR;
  FcBool outline = FcTrue;
  if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
  FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetBool(pattern, FC_OUTLINE, 0, &outline);
  if (outline == FcFalse || slant != FC_SLANT_ROMAN || (index >> 16) != 0) return std::nullopt;
  return FaceFile{reinterpret_cast<const char*>(path), index, static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight)))};
}

}  // namespace

/// Fontconfig's data, loaded once. Its calls are made under one lock.
class InstalledFonts::Configuration {
 public:
  std::unique_lock<std::mutex> lock() {
    std::unique_lock<std::mutex> held(mutex_);
    if (!loaded_) {
      config_.reset(FcInitLoadConfigAndFonts());
      loaded_ = true;
    }
    return held;
  }
  FcConfig* get() const { return config_.get(); }

 private:
  std::mutex mutex_;
  bool loaded_ = false;
  ConfigHandle config_;
};

InstalledFonts::InstalledFonts() : configuration_(std::make_unique<Configuration>()) {}
InstalledFonts::~InstalledFonts() = default;

std::vector<FaceFile> InstalledFonts::family(std::string_view name) {
  const auto held = configuration_->lock();
  std::vector<FaceFile> faces;
  if (configuration_->get() == nullptr) return faces;
  const std::string family_name(name);
  const PatternHandle pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, fontconfig_string(family_name));
  const ObjectSetHandle objects(FcObjectSetBuild(FC_FILE, FC_INDEX, FC_SLANT, FC_WEIGHT, FC_OUTLINE, nullptr));
  const FontSetHandle found(FcFontList(configuration_->get(), pattern.get(), objects.get()));
  for (int i = 0; found != nullptr && i < found->nfont; ++i) {
    if (auto face = usable_face(found->fonts[i])) faces.push_back(std::move(*face));
  }
  std::sort(faces.begin(), faces.end(),
            [](const FaceFile& a, const FaceFile& b) { return std::tie(a.weight, a.path, a.index) < std::tie(b.weight, b.path, b.index); });
  return faces;
}

std::vector<FaceFile> InstalledFonts::covering(std::u32string_view characters, const std::string& language) {
  const auto held = configuration_->lock();
  std::vector<FaceFile> faces;
  if (configuration_->get() == nullptr) return faces;
  const std::string fontconfig_tag = fontconfig_language(language);
  const CharSetHandle wanted(FcCharSetCreate());
  for (const char32_t character : characters) FcCharSetAddChar(wanted.get(), character);
  const PatternHandle pattern(FcPatternCreate());
  FcPatternAddCharSet(pattern.get(), FC_CHARSET, wanted.get());
  FcPatternAddString(pattern.get(), FC_LANG, fontconfig_string(fontconfig_tag));
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcConfigSubstitute(configuration_->get(), pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultNoMatch;
  const FontSetHandle found(FcFontSort(configuration_->get(), pattern.get(), FcFalse, nullptr, &result));
  for (int i = 0; found != nullptr && i < found->nfont; ++i) {
    FcCharSet* own = nullptr;
    if (FcPatternGetCharSet(found->fonts[i], FC_CHARSET, 0, &own) != FcResultMatch || FcCharSetIsSubset(wanted.get(), own) == FcFalse)
      continue;
    if (auto face = usable_face(found->fonts[i])) faces.push_back(std::move(*face));
  }
  return faces;
}

}  // namespace banxin
