// Makes what a page of a foreign PDF draws fit to stand in a file of ours: content and resources, and what these name in turn.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <set>
#include <string>

#include "image/vector_figure.h"

namespace banxin {

/// What a page draws with, found while it was cleaned.
struct PageUse {
  bool device_rgb = false, device_cmyk = false;  ///< colours that only the printing condition gives a meaning to
  bool transparency = false;
  std::optional<Diagnostic> archive_fault, unmapped_text;  ///< as in `VectorFigure`; the first of each
};

/// Cleans the objects of `document` in place.
class PdfCleaner {
 public:
  PdfCleaner(QPDF& document, std::string name);

  /// Rewrites a form (content and `Resources`, all that it does not use left out) and what it names. Throws `PdfFault`: damaged, content
  /// that draws itself, content out of all proportion.
  void clean_form(QPDFObjectHandle form);

  PageUse use;

 private:
  class Scope;

  QPDFObjectHandle clean_stream(QPDFObjectHandle stream, QPDFObjectHandle resources);
  void clean_type_3(QPDFObjectHandle font, QPDFObjectHandle resources);
  void clean_font(QPDFObjectHandle font, QPDFObjectHandle resources);
  void clean_graphics_state(QPDFObjectHandle state, QPDFObjectHandle resources);
  void clean_group(QPDFObjectHandle form);
  bool clean_external_object(QPDFObjectHandle object, QPDFObjectHandle resources);
  void clean_image(QPDFObjectHandle image, QPDFObjectHandle resources);
  void note_space(QPDFObjectHandle space, QPDFObjectHandle resources, int depth = 0);
  void note_device(int components, QPDFObjectHandle resources);
  void note_profile(QPDFObjectHandle profile);
  bool is_hidden(QPDFObjectHandle content_group) const;
  void forbid(std::string_view what);

  std::string name_;
  std::set<QPDFObjGen> switched_off_;  ///< optional content groups
  std::set<QPDFObjGen> begun_, done_;
  std::size_t content_left_;
};

}  // namespace banxin
