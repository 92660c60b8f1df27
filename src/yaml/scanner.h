// The scanner: line by line through the source, the open block collections on a stack. Its parts are in scan_*.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/scan.h"

namespace banxin::yaml {

/// Place of the quote that closes a quoted scalar, looked for from `begin`, which is inside it, up to `end`; npos when there is none.
/// Escaped quotes (`\"` and `''`) do not close.
std::size_t find_quote(std::string_view text, std::size_t begin, std::size_t end, char quote);

/// A key stands within so many bytes of its line (YAML 1.2.2, 7.4.2: 1024 characters, which yaml-cpp counts as bytes).
inline constexpr std::size_t longest_key = 1000;

class Scanner {
 public:
  Scanner(const SourceFile& file, const KnownKeys& known, Top top, const Limits& limits, DiagnosticSink& sink);
  Scan run();

 private:
  enum class Block { sequence, mapping };
  /// A block collection that may still grow.
  struct Open {
    Block kind;
    int column;
    std::size_t entry;  ///< place of its last `-` or key
    bool awaiting;      ///< its last entry has no value yet
  };
  struct KeyPlace {
    std::size_t end;  ///< of the key, quotes included
    std::size_t colon;
    std::size_t after;  ///< behind the colon, which is wider when it is full-width
  };
  enum class Context { block, flow };

  // The cursor (scanner.cc): `at_` lies on the line [line_begin_, line_end_), whose break is not part of it.
  void enter_line(std::size_t offset);
  bool enter_next_line();
  int column() const { return static_cast<int>(at_ - line_begin_); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < line_end_ ? text_[at_ + ahead] : '\0'; }
  bool at_line_end() const { return at_ >= line_end_; }
  void skip_blanks();
  /// Whether a blank or the line's end stands at `offset` of this line.
  bool blank_or_end(std::size_t offset) const;
  std::string_view rest_of_line() const { return text_.substr(at_, line_end_ - at_); }
  /// Where the line's text ends, the blanks behind it left out.
  std::size_t trimmed_line_end() const;
  SourceSpan place(std::size_t begin, std::size_t end) const;

  // Findings (scanner.cc).
  Diagnostic& fault(std::string code, std::size_t begin, std::size_t end, MessageArguments arguments = {});
  /// A fault of structure: what follows from it is no news, so only the first is told.
  Diagnostic* structure_fault(std::string code, std::size_t begin, std::size_t end, MessageArguments arguments = {});
  void mark(std::size_t offset, std::string_view token);
  ScannedScalar& add_scalar(Value::ScalarStyle style, std::size_t begin, std::size_t end, SourceText text);
  bool count_value(std::size_t offset);

  // Lines and the collections they open (scan_lines.cc).
  void scan_line();
  bool scan_indentation();
  bool scan_document_marker();
  void scan_entries();
  std::optional<KeyPlace> find_key() const;
  void scan_key(const KeyPlace& key);
  void scan_bare(bool on_own_line);
  void scan_hash(const char* code);
  bool has_lost_indentation(const std::optional<KeyPlace>& key);
  void scan_misplaced_text();
  std::optional<KeyPlace> find_slipped_key() const;
  void report_slipped_key(const KeyPlace& key);
  void skip_lines_without_key(int at_column);

  // The stack of open collections (scan_stack.cc).
  void open(Block kind, std::size_t entry);
  void push(Block kind, int at_column, std::size_t entry);
  void pop();
  void close_deeper(int than_column);
  bool may_hold(const Open& outer, Block kind, int at_column) const;
  void report_misplaced_entry(Block kind, int at_column, std::size_t entry);

  // Values (scan_values.cc). `parent_column` is that of the collection whose value is scanned, -1 at the top: lines that belong to the
  // value are indented deeper.
  void scan_value(int parent_column);
  void scan_properties();
  void finish_quoted(std::size_t value_begin);
  std::size_t scan_plain(int parent_column);
  std::size_t plain_end_on_line(ScannedScalar& scalar);
  bool enter_continuation(int parent_column, std::size_t& blank_lines);
  void scan_text_with_indicator(int parent_column);
  ScannedScalar& scan_mistaken_text(int parent_column);

  // Quoted scalars (scan_quoted.cc).
  bool scan_quoted(int parent_column, Context context);
  std::optional<std::size_t> closing_quote(std::size_t opening, int parent_column) const;
  bool quoted_text_goes_on(std::size_t end, Context context) const;
  void recover_unclosed_quote(int parent_column, Context context);
  SourceText quoted_text(std::size_t begin, std::size_t end);
  std::size_t append_escape(SourceText& text, std::size_t begin, std::size_t end);
  std::size_t append_quoted_break(SourceText& text, std::size_t blanks, std::size_t newline, std::size_t end);

  // Flow collections (scan_flow.cc).
  struct FlowExtent {
    bool closed;
    std::size_t end;   ///< behind the closing bracket
    const char* code;  ///< when it is not closed: the cause and its place
    std::size_t culprit;
  };
  void scan_flow_value(int parent_column);
  FlowExtent flow_extent(int parent_column) const;
  void scan_unclosed_flow(const FlowExtent& extent, int parent_column);
  bool scan_flow_collection(int parent_column, std::size_t depth);
  bool scan_flow_item(int parent_column, std::size_t depth);
  bool scan_flow_entry(int parent_column, std::size_t depth);
  bool scan_flow_key(int parent_column);
  bool scan_flow_plain();
  std::size_t flow_plain_end_on_line();
  bool enter_flow_continuation(std::size_t& blank_lines);
  void skip_flow_space();
  void note_flow_comment();

  // Block scalars (block_scalar.cc).
  struct BlockHeader {
    bool folded;
    char chomping;    ///< `-`, `+` or, for neither, a space
    int indentation;  ///< as the header says it, 0 when it does not
    std::size_t end;
  };
  /// The lines of a block scalar.
  struct BlockLines {
    std::size_t begin = 0;        ///< of the first line
    std::size_t content_end = 0;  ///< behind the last line that is not blank, its break included; `begin` when there is none
    std::size_t end = 0;          ///< behind the blank lines that follow it
    std::size_t indentation = 0;  ///< the least of the lines that are not blank
  };
  struct BlockLine {
    std::size_t begin, end, next;  ///< `end` without the line break, `next` behind it
    std::size_t indentation;       ///< spaces at its beginning
    bool blank;
  };
  std::optional<BlockHeader> block_scalar_header() const;
  void scan_block_scalar(const BlockHeader& header, int parent_column);
  BlockLines find_block_lines(int parent_column);
  BlockLine block_line(std::size_t begin) const;
  SourceText literal_text(const BlockLines& lines, std::size_t indentation) const;
  SourceText folded_text(const BlockLines& lines, std::size_t indentation) const;
  void chomp(SourceText& text, const BlockLines& lines, char chomping) const;

  const SourceFile& file_;
  const KnownKeys& known_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  const std::string_view text_;
  const Top top_;

  std::size_t line_begin_ = 0, line_end_ = 0, next_line_ = 0, at_ = 0;
  std::vector<Open> open_;
  bool top_seen_ = false;
  bool marker_seen_ = false;  ///< of the document's beginning
  bool document_ended_ = false;
  bool after_block_scalar_ = false;  ///< the last thing scanned was a `|` or `>` block: text that follows has lost its indentation
  bool stopped_ = false;
  std::size_t values_ = 0;
  Scan scan_;
};

}  // namespace banxin::yaml
