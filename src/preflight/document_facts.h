// A PDF opened for reading: what the rules ask of it, gathered once.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "preflight/content_scan.h"
#include "preflight/report.h"
#include "preflight/structure_reader.h"

namespace banxin::preflight {

/// The standards that a file claims.
struct Claim {
  int archive_part = 0;
  std::string archive_level;  ///< `A`, `B`, `U`, as written
  bool accessible = false;
  std::string exchange;  ///< `PDF/X-4`, as written
  bool is_archive() const { return archive_part > 0; }
  bool is_exchange() const { return !exchange.empty(); }
  bool any() const { return is_archive() || accessible || is_exchange(); }
  std::string text() const;
};

struct PageFacts {
  QPDFPageObjectHelper page;
  ContentFacts content;
};

struct DocumentFacts {
  QPDF& document;
  const std::string& bytes;
  QPDFObjectHandle catalogue, information;
  std::string xmp;
  Claim claim;
  std::vector<PageFacts> pages;
  FontReaders font_readers;
  Structure structure;
};

DocumentFacts gather(QPDF& document, const std::string& bytes);

/// The value of an XMP property: its text, or that of its first item; empty when it is not there.
std::string xmp_value(const std::string& xmp, const std::string& property);

}  // namespace banxin::preflight
