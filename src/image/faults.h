// The faults that pictures of every format share.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "image/picture.h"

namespace banxin {

inline Diagnostic image_fault(std::string code, const std::string& name, MessageArguments more = {}) {
  MessageArguments arguments = {{"name", name}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return Diagnostic(Severity::error, std::move(code), {}, std::move(arguments));
}

inline Diagnostic damaged(const std::string& name) { return image_fault("image-damaged", name); }

/// `image-too-large` when the picture has more pixels than `limits` allow; `width` and `height` are at least 1.
inline std::optional<Diagnostic> check_pixels(std::size_t width, std::size_t height, const std::string& name, const PictureLimits& limits) {
  if (width <= limits.pixels / height) return std::nullopt;
  return image_fault("image-too-large", name,
                     {{"width", std::to_string(width)}, {"height", std::to_string(height)}, {"limit", std::to_string(limits.pixels)}});
}

}  // namespace banxin
