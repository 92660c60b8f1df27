// The test fonts, opened.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "font/face.h"

namespace banxin::test {

inline const FontFace& test_face(const std::string& file) {
  static std::map<std::string, std::shared_ptr<const FontFace>> faces;
  auto& face = faces[file];
  if (!face) {
    auto opened = open_face(BANXIN_SOURCE_DIR "/tests/fonts/" + file, 0);
    if (!opened) throw std::runtime_error("cannot open " + file);
    face = *opened;
  }
  return *face;
}

/// CFF with CIDs, and TrueType; both with an em of 1200 units.
inline const FontFace& song() { return test_face("BanxinTestSong-Regular.otf"); }
inline const FontFace& hei() { return test_face("BanxinTestHei-Regular.ttf"); }
inline const FontFace& latin() { return test_face("BanxinTestLatin-Regular.otf"); }

}  // namespace banxin::test
