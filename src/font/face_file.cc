#include "font/face_file.h"

#include <cstdlib>
#include <tuple>

namespace banxin {

const FaceFile* nearest_weight(const std::vector<FaceFile>& faces, int weight) {
  const bool heavier_first = weight >= 600;
  const auto distance = [&](const FaceFile& face) {
    const bool wrong_side = heavier_first ? face.weight < weight : face.weight > weight;
    return std::tuple(wrong_side, std::abs(face.weight - weight));
  };
  const FaceFile* nearest = nullptr;
  for (const FaceFile& face : faces) {
    if (nearest == nullptr || distance(face) < distance(*nearest)) nearest = &face;
  }
  return nearest;
}

}  // namespace banxin
