// Fonts installed on the machine, asked of fontconfig: slow to start (10-20 ms), so only when everything nearer has failed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "font/face_file.h"

namespace banxin {

/// Fontconfig is loaded at the first question. Safe to ask from several threads.
class InstalledFonts {
 public:
  InstalledFonts();
  ~InstalledFonts();

  /// The upright faces of a family, sorted by weight and path.
  std::vector<FaceFile> family(std::string_view name);
  /// Faces that have all the characters, the most fitting for `language` first.
  std::vector<FaceFile> covering(std::u32string_view characters, const std::string& language);

 private:
  class Configuration;
  std::unique_ptr<Configuration> configuration_;
};

}  // namespace banxin
