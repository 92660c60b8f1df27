// Colours as written to the inks that print them.
#pragma once

#include <optional>

#include "colour/colour.h"
#include "colour/transform.h"

namespace banxin {

/// What a colour covers: tints of areas hold where hairs and strokes of characters would fall apart into dots.
enum class ColourUse { area, line };

/// Maps colours for one kind of output.
class PrintedColours {
 public:
  virtual ~PrintedColours() = default;
  virtual Colour printed(const Colour& colour, ColourUse use) const = 0;
};

/// Black toner alone, for office printers. Areas are not lighter than 10% (dots that toner does not hold) and are solid from 90% on (gaps
/// that it fills). Lines and text are solid from 50% on, and not lighter than 40%. White stays white.
class BlackAlone : public PrintedColours {
 public:
  BlackAlone();
  Colour printed(const Colour& colour, ColourUse use) const override;
  /// As light as the colour, without the limits of toner.
  GrayColour gray_of(const Colour& colour) const;

 private:
  std::optional<ColourTransform> from_rgb_;
};

/// The process inks of a printing condition. Black and neutral grays print in black ink alone, spot colours in their own, and a colour
/// that has a CMYK value in that; others are converted.
class ProcessInks : public PrintedColours {
 public:
  explicit ProcessInks(const IccProfile& condition);
  Colour printed(const Colour& colour, ColourUse use) const override;

 private:
  std::optional<ColourTransform> from_rgb_;
};

/// The ink on one spot when a colour prints, thousandths of a full layer: 4000 for four full layers. An ink of its own counts as one.
int total_ink(const Colour& colour);

}  // namespace banxin
