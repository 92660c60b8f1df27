// Whether a font of a foreign page may stand in an archive file, and whether its letters can be read out (ISO 19005-2, 6.2.11).
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace banxin {

/// Its name as a reader would say it, without the letters of a subset.
std::string plain_font_name(QPDFObjectHandle font);

/// Its program lies in the file, in a way that PDF/A takes. Fonts of kind Type 3 are drawn by their own content and always are.
bool is_embedded_for_archive(QPDFObjectHandle font);

/// Every letter's text is known: by a map, or by the names of a known encoding.
bool has_known_text(QPDFObjectHandle font);

/// Takes out what PDF/A-2 leaves optional and punishes when wrong (`CharSet`, `CIDSet`), writes what PDF takes for granted and PDF/A does
/// not
/// (`CIDToGIDMap`), and makes names of fonts valid UTF-8.
void tidy_font(QPDFObjectHandle font);

}  // namespace banxin
