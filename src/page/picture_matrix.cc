#include "page/picture_matrix.h"

namespace banxin {

PictureMatrix picture_matrix(const Rectangle& area, int orientation) {
  const Length zero, w = area.width, h = area.height, left = area.x, right = area.right(), top = area.y, bottom = area.bottom();
  switch (orientation) {
    case 2:
      return {-w, zero, zero, h, right, top};  // mirrored left to right
    case 3:
      return {-w, zero, zero, -h, right, bottom};  // upside down
    case 4:
      return {w, zero, zero, -h, left, bottom};  // mirrored top to bottom
    case 5:
      return {zero, h, w, zero, left, top};  // mirrored along the falling diagonal
    case 6:
      return {zero, h, -w, zero, right, top};  // the camera lay on its left side: turned clockwise
    case 7:
      return {zero, -h, -w, zero, right, bottom};  // mirrored along the rising diagonal
    case 8:
      return {zero, -h, w, zero, left, bottom};  // turned counter-clockwise
    default:
      return {w, zero, zero, h, left, top};
  }
}

}  // namespace banxin
