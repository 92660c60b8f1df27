// Pictures in the inks that print them.
#pragma once

#include <memory>
#include <optional>

#include "base/result.h"
#include "colour/icc_profile.h"
#include "image/picture.h"

namespace banxin {

/// Of libjpeg: what a second encoding takes away is not to be seen in print.
constexpr int picture_quality = 95;

/// The picture in black alone, without a profile; the same picture when it is so already. Fails with `image-damaged`, and with
/// `press-figure-in-colour` (a warning) for a vector figure that cannot be followed.
Result<std::shared_ptr<const Picture>> picture_in_gray(const std::shared_ptr<const Picture>& picture);

/// An RGB picture in the inks of `condition`, which is a CMYK one; gray and CMYK pictures and vector figures stay as they are. Fails with
/// `image-damaged`.
Result<std::shared_ptr<const Picture>> picture_in_inks(const std::shared_ptr<const Picture>& picture, const IccProfile& condition);

/// How much ink a CMYK picture lays, thousandths of a full layer. What a hundredth of its pixels may be over is left out: single spots
/// neither smear nor stick. Nothing for pictures in other colours, or damaged ones.
std::optional<int> total_ink(const Picture& picture);

}  // namespace banxin
