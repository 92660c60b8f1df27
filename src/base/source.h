// Where a text comes from: files with line numbers, byte ranges in them, and texts that remember their origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// A file as read: its name as the user gave it and its bytes. Lives as long as any span into it.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }

  /// 1-based line of a byte offset (offsets past the end count as the last line).
  std::size_t line_of(std::size_t offset) const;
  /// The bytes of a 1-based line, without its line break.
  std::string_view line_text(std::size_t line) const;
  /// Byte offset at which a 1-based line begins.
  std::size_t line_begin(std::size_t line) const { return line_begins_.at(line - 1); }
  std::size_t line_count() const { return line_begins_.size(); }

 private:
  std::string name_;
  std::string text_;
  std::vector<std::size_t> line_begins_;
};

/// A range of bytes of a file. `file` is null for what no file says (command line, built-in values).
struct SourceSpan {
  const SourceFile* file = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  explicit operator bool() const { return file != nullptr; }
  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// A text together with the place of every byte in its source: YAML's escapes, folding and removed markup make the two
/// run at different paces. Offsets are bytes of UTF-8.
class SourceText {
 public:
  SourceText() = default;
  /// A text that no file says.
  explicit SourceText(std::string text) : text_(std::move(text)) {}
  /// A text that stands in the file just as it is, from `source_begin`.
  SourceText(const SourceFile* file, std::string text, std::size_t source_begin);

  const std::string& text() const { return text_; }
  std::string_view view() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  const SourceFile* file() const { return file_; }

  /// Adds `text`, which the source spells in `source_length` bytes from `source_begin` (the same bytes when the lengths agree).
  void append(const SourceFile* file, std::string_view text, std::size_t source_begin, std::size_t source_length);
  /// Adds a part of another text, with its places.
  void append(const SourceText& other, std::size_t begin, std::size_t end);

  SourceText part(std::size_t begin, std::size_t end) const;
  /// The bytes of the source that `[begin, end)` of the text comes from; an empty range gives an empty span at its place.
  SourceSpan span(std::size_t begin, std::size_t end) const;
  SourceSpan span() const { return span(0, text_.size()); }

 private:
  struct Segment {
    std::uint32_t text_begin, text_length, source_begin, source_length;
  };
  const Segment* segment_at(std::size_t offset) const;

  std::string text_;
  const SourceFile* file_ = nullptr;
  std::vector<Segment> segments_;
};

/// Columns that `text` (UTF-8) takes in a terminal: East Asian wide characters two, combining marks none.
std::size_t display_width(std::string_view text);

}  // namespace banxin
