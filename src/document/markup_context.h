// What the readers of an article's texts share: where faults go, and what the whole file says about its markup.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace banxin {

/// The fields of one row of data by name; nothing: the row has no value for it.
using FieldValues = std::map<std::string, std::optional<std::string>, std::less<>>;

struct MarkupContext {
  using FootnoteMarks = std::set<std::string, std::less<>>;

  explicit MarkupContext(DiagnosticSink& sink_, FootnoteMarks footnotes_ = {}) : sink(sink_), footnotes(std::move(footnotes_)) {}

  DiagnosticSink& sink;
  FootnoteMarks footnotes;              ///< the marks that `footnotes` explains
  const FieldValues* fields = nullptr;  ///< what fills `{{field}}`; null: such a text is printed as typed
  bool join_lines = false;              ///< `wrap: true`
  bool indent_noted = false;            ///< the note on dropped indents is given once a file
};

/// Says, the first time in a file, that white space at the head of a paragraph is left out.
inline void note_dropped_indent(MarkupContext& context, SourceSpan place) {
  if (!context.indent_noted) context.sink.note("document-indent-dropped", place);
  context.indent_noted = true;
}

}  // namespace banxin
