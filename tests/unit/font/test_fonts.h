// The test fonts (tests/fonts/make_fonts.py) opened for tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

#include "font/face.h"

namespace banxin {

inline std::filesystem::path test_fonts_folder() { return std::filesystem::path(BANXIN_SOURCE_DIR) / "tests/fonts"; }

inline std::shared_ptr<const FontFace> open_test_face(const std::string& file_name) {
  Result<std::shared_ptr<const FontFace>> face = open_face(test_fonts_folder() / file_name, 0);
  if (!face) throw std::runtime_error(face.failure().message.text(MessageLanguage::english));
  return *face;
}

}  // namespace banxin
