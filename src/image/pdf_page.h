// A page of a PDF file as a picture that stays lines and letters.
#pragma once

#include <string>

#include "base/result.h"
#include "image/picture.h"

namespace banxin {

/// Page `page` (from 1) of a PDF, cut to its trim box. Fails with `image-damaged`, `image-pdf-encrypted` (a password is needed),
/// `image-pdf-page` (there is no such page), `image-pdf-recursive` (a form that draws itself) or `image-pdf-too-complex`.
Result<Picture> read_pdf_page(const std::string& bytes, const std::string& name, int page, const PictureLimits& limits);

}  // namespace banxin
