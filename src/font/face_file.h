// Font files not yet opened: what the catalogue, an index or fontconfig say of them.
#pragma once

#include <filesystem>
#include <vector>

namespace banxin {

struct FaceFile {
  std::filesystem::path path;
  int index = 0;            ///< within a collection
  int weight = 400;         ///< CSS number
  bool may_change = false;  ///< the user's own: somebody may write it while it is open
  friend bool operator==(const FaceFile&, const FaceFile&) = default;
};

/// The face whose weight is nearest to `weight`: from 600 up the next heavier one first, below 600 the next lighter one; null when there is
/// none.
const FaceFile* nearest_weight(const std::vector<FaceFile>& faces, int weight);

}  // namespace banxin
