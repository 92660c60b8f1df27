// The rules of preflight, by topic. Each adds findings `preflight-…` to `findings`.
#pragma once

#include <vector>

#include "preflight/document_facts.h"

namespace banxin::preflight {

/// Findings about a file: errors where the rule belongs to a standard that the file claims, else warnings.
class Findings {
 public:
  explicit Findings(std::vector<Diagnostic>& list) : list_(list) {}
  void add(bool breaks_claim, const char* code, MessageArguments arguments = {}) {
    list_.emplace_back(breaks_claim ? Severity::error : Severity::warning, code, SourceSpan{}, std::move(arguments));
  }

 private:
  std::vector<Diagnostic>& list_;
};

/// Identifier, encryption, object streams, metadata, attachments, actions.
void check_file(DocumentFacts& facts, Findings& findings);
/// Boxes, nesting of content, operators, transparency, colour spaces against the output intent, resolution.
void check_pages(DocumentFacts& facts, Findings& findings);
/// Embedding, text of glyphs, maps and sets of glyphs.
void check_fonts(DocumentFacts& facts, Findings& findings);
/// What print shops are promised (PDF/X-4): claims, boxes, output intent, blending, annotations, and what presses choke on.
void check_exchange(DocumentFacts& facts, Findings& findings);
/// Tags: marked content and its owners, the tree, alternatives, annotations, language.
void check_structure(DocumentFacts& facts, Findings& findings);

}  // namespace banxin::preflight
