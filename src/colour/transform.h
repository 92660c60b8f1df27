// Colours from one device to another by their ICC profiles, with lcms2.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "colour/colour.h"
#include "colour/icc_profile.h"

namespace banxin {

/// Relative colorimetric, black points matched: white stays paper, and shadows keep their detail. Safe for several threads.
class ColourTransform {
 public:
  ColourTransform(ColourTransform&&) noexcept;
  ColourTransform& operator=(ColourTransform&&) noexcept;
  ~ColourTransform();

  /// Into the inks of a CMYK or gray `target`; `source` is the profile of colours in `space`, empty for sRGB or for gray of its gamma.
  /// Nothing when lcms2 cannot connect the two.
  static std::optional<ColourTransform> to_profile(std::string_view source, ColourSpace space, const IccProfile& target);
  /// Into gray of sRGB's gamma: the lightness stays.
  static std::optional<ColourTransform> to_gray(std::string_view source, ColourSpace space);

  /// Pixels of 8 bits a component; CMYK counts ink.
  std::string pixels(std::string_view samples) const;
  CmykColour inks_of(RgbColour colour) const;  ///< of a transform from RGB to CMYK
  GrayColour gray_of(RgbColour colour) const;  ///< of a transform from RGB to gray
  GrayColour gray_of(CmykColour colour) const;

 private:
  struct Transforms;
  explicit ColourTransform(std::unique_ptr<Transforms> transforms);
  std::unique_ptr<Transforms> transforms_;
};

}  // namespace banxin
