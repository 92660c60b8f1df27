// One content stream of a foreign page (ISO 32000-2, 7.8.2): read operator by operator, written anew without what may not stand in our
// files.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

/// What a content stream asks for on its way.
class ContentUse {
 public:
  virtual ~ContentUse() = default;
  /// A resource of `category` (`Font`, `XObject`, …) by its name with slash; false when the operator shall be left out.
  virtual bool resource(std::string_view category, const std::string& name) = 0;
  /// A colour space named in an inline image or by `cs`.
  virtual bool colour_space(const std::string& name) = 0;
  /// Colours of the device, with so many components: 3 or 4.
  virtual void device_colour(int components) = 0;
  /// Whether the optional content of this property list is switched off.
  virtual bool is_hidden(const std::string& property_list) = 0;
  /// Something that PDF/A forbids, in the words of the standard.
  virtual void forbidden(std::string_view what) = 0;
};

/// `content` (decoded) with balanced `q` and `Q`, and without marked content, compatibility sections, unknown operators and what is
/// switched off. Neutral RGB and black-only CMYK colours become gray, which prints in black ink alone.
std::string clean_content(const std::string& content, ContentUse& use);

}  // namespace banxin
