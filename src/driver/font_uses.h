// Which faces serve which role, weight and language: what `banxin fonts` tells.
#pragma once

#include <string>
#include <vector>

#include "font/font.h"

namespace banxin {

/// A face that serves a role.
struct FontUse {
  FontRole role = FontRole::song;
  const FontFace* face = nullptr;
  std::vector<std::string> languages;  ///< in the order asked for
};

/// Whether a role is of Latin type, the same in every language.
constexpr bool is_western(FontRole role) { return role == FontRole::latin || role == FontRole::mono; }

/// A character that tells whether a face serves a role in a language (BCP 47): a Latin letter for Western roles.
std::u32string_view telling_character(FontRole role, std::string_view language);

/// Every face that one of the weights 100, 200 … 900 of a role chooses in one of the languages, by role, then by weight.
std::vector<FontUse> font_uses(const FontLibrary& fonts, const std::vector<std::string>& languages);

}  // namespace banxin
