// The shapes of inline markup: where each one that begins at a given byte ends. Nothing here looks at what it means.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// ASCII punctuation: what a backslash escapes.
bool is_escapable(char c);

/// How often the byte at `begin` repeats there.
std::size_t run_length(std::string_view text, std::size_t begin);

/// Bytes `[begin, end)` of content, and where the markup as a whole ends.
struct MarkupExtent {
  std::size_t begin = 0, end = 0, next = 0;
};

/// Code spans of one text: a run of backticks ends at the next run of the same length.
class CodeSpans {
 public:
  explicit CodeSpans(std::string_view text);
  /// The code that opens with the run of backticks at `begin`; one space inside each end goes, as in CommonMark.
  std::optional<MarkupExtent> at(std::size_t begin) const;

 private:
  std::string_view text_;
  std::map<std::size_t, std::vector<std::size_t>> runs_;  ///< begins of the runs, by length
};

/// `{{field}}`
std::optional<MarkupExtent> field_at(std::string_view text, std::size_t begin);
/// `[^mark]`
std::optional<MarkupExtent> footnote_at(std::string_view text, std::size_t begin);
/// `{漢字|かん|じ}`
std::optional<MarkupExtent> ruby_at(std::string_view text, std::size_t begin);
/// `^sup^` and `~sub~`
std::optional<MarkupExtent> script_at(std::string_view text, std::size_t begin);
/// Whether braces that open at `begin` hold attributes: a name and an equals sign, or nothing but names.
bool attributes_at(std::string_view text, std::size_t begin);

/// `(address "title")` behind a bracketed text, without escapes and angle brackets.
struct LinkTail {
  std::string address;
  bool has_title = false;
  std::size_t next = 0;
};
std::optional<LinkTail> link_tail_at(std::string_view text, std::size_t begin);

/// Whether a link's address can be one: with a scheme, a dot, a slash, a fragment, ... and not a remark in brackets.
bool looks_like_address(std::string_view address);

/// Whether a reader of the PDF may be led there: by http, https, mailto or tel, or within the site (no scheme). Others run programs
/// (`javascript:`) or open files of the reader's machine.
bool is_harmless_address(std::string_view address);

}  // namespace banxin
