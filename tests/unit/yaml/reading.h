// What the tests of the YAML reader share: a schema in the manner of an article's, and reading from a string.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/read.h"

namespace banxin::yaml {

const Shape& article_like_schema();

/// A text as read, with the file that its spans point into.
struct Reading {
  explicit Reading(std::string text, const Shape& schema = article_like_schema(), const Limits& limits = {})
      : file(std::make_unique<SourceFile>("a.yaml", std::move(text))), value(read(*file, schema, limits, sink)) {}

  std::vector<std::string> codes() const;
  /// The text of the value under `key`; says so when there is none.
  std::string text(std::string_view key) const;
  /// The bytes of the file that the span covers.
  std::string source(const SourceSpan& span) const { return std::string(file->text().substr(span.begin, span.end - span.begin)); }
  /// All hints for a diagnostic in English, each on a line.
  std::string hints(std::size_t index) const;
  /// `line:column` (both from 1, columns in bytes) of a diagnostic's span.
  std::string place(std::size_t index) const;

  std::unique_ptr<SourceFile> file;
  DiagnosticSink sink;
  std::optional<Value> value;
};

}  // namespace banxin::yaml
