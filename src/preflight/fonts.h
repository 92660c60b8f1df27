// The parts of a font dictionary.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace banxin::preflight {

/// Without its slash; of a Type0 font that of its descendant.
std::string font_name(QPDFObjectHandle font);
/// The descendant of a Type0 font, null for others.
QPDFObjectHandle descendant_of(QPDFObjectHandle font);
QPDFObjectHandle descriptor_of(QPDFObjectHandle font);
/// Whether the file holds its program; Type 3 fonts are programs of the page's own kind.
bool is_embedded(QPDFObjectHandle font);

}  // namespace banxin::preflight
