// Every face of a program, opened when it is first needed and kept as long as the store.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "font/face_file.h"
#include "font/font.h"

namespace banxin {

/// A face that may not be open yet. Safe to use from several threads.
class FaceSlot {
 public:
  explicit FaceSlot(FaceFile file) : file_(std::move(file)) {}

  const FaceFile& file() const { return file_; }
  /// The face, opened at the first call; null when the file is unsound.
  const FontFace* face() const;
  /// Why it could not be opened, once `face()` was called.
  std::optional<Diagnostic> fault() const;

 private:
  FaceFile file_;
  mutable std::once_flag once_;
  mutable std::mutex fault_mutex_;
  mutable std::shared_ptr<const FontFace> face_;
  mutable std::optional<Diagnostic> fault_;
};

class FaceStore {
 public:
  /// The slot of a file, the same one for the same path and index; valid as long as the store. Safe to call from several threads.
  const FaceSlot* slot(const FaceFile& file);
  /// Faults of the files that could not be opened, in the order of their paths.
  std::vector<Diagnostic> faults() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<std::filesystem::path, int>, std::unique_ptr<FaceSlot>> slots_;
};

}  // namespace banxin
