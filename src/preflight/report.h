// What a PDF says and holds, read back by a way of its own: nothing here knows how Banxin writes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"

namespace banxin {

/// Left, bottom, right, top in points.
struct PdfBox {
  double left = 0, bottom = 0, right = 0, top = 0;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
  friend bool operator==(const PdfBox&, const PdfBox&) = default;
};

struct PdfPageFacts {
  std::map<std::string, PdfBox> boxes;  ///< `MediaBox`, `TrimBox`, …, those that are stated or inherited
  std::string label;
};

struct PdfFontFacts {
  std::string name, type;  ///< as `ABCDEF+Song`, `CIDFontType0`
  bool embedded = false, subset = false, has_text = false;
};

struct PdfPictureFacts {
  std::size_t page = 0;  ///< from 0
  int width = 0, height = 0;
  std::string colour_space;
  double dots_per_inch = 0;  ///< the coarser of both directions, as placed
};

/// An element of the structure tree.
struct PdfElementFacts {
  std::string type, language, alternative;
  int depth = 0;
  std::string text;  ///< of its own marked content, that of its children left out
};

struct PdfMetadataFacts {
  std::string title, author, subject, keywords, producer, language, created;
};

struct PdfReport {
  std::string version;  ///< `1.7`
  bool encrypted = false, linearized = false, object_streams = false, tagged = false;
  std::optional<std::string> claimed;  ///< `PDF/A-2a + PDF/UA-1`
  std::vector<PdfPageFacts> pages;
  std::vector<PdfFontFacts> fonts;
  std::vector<std::string> colour_spaces;  ///< that pages use, by name
  std::vector<PdfPictureFacts> pictures;
  std::string output_intent;
  std::vector<PdfElementFacts> structure;  ///< in reading order
  std::string text;                        ///< of the structure in reading order, a line for each block
  std::vector<std::string> attachments;
  PdfMetadataFacts metadata;
  std::vector<Diagnostic> findings;  ///< `preflight-…`: errors where a claimed standard is broken, else warnings
};

/// Reads and checks a file. Fails with `preflight-unreadable`.
Result<PdfReport> inspect_pdf(const std::string& bytes, const std::string& password = {});

}  // namespace banxin
