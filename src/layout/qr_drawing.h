// QR codes on the page.
#pragma once

#include "base/geometry.h"
#include "document/article.h"
#include "image/qr_code.h"
#include "layout/furniture.h"
#include "page/page.h"

namespace banxin {

/// The code of `text` in a square of `side`, as long as its modules are large enough for a phone (0.33 mm).
std::optional<QrSymbol> qr_symbol_in(std::string_view text, Length side);

/// The side of an item that is a QR code: its width, or 64 pt, which phones read with ease.
Length qr_side(const FurnitureItem& item);

/// All dark modules as one path that fills `square`.
PathItem qr_path(const QrSymbol& code, const Rectangle& square);

/// Adds the structure of the QR code that the style's furniture prints, if it prints one, below `parent`. Reports a link that is too long.
QrNodes add_qr_nodes(const Article& article, const Style& style, const Variables& variables, int parent, PagedDocument& document,
                     DiagnosticSink& sink);

}  // namespace banxin
