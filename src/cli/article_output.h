// The files that are made of a typeset article.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "driver/typeset.h"

namespace banxin {

struct OutputChoice {
  enum class Format { pdf, png, svg, text };
  Format format = Format::pdf;
  std::optional<int> dpi;           ///< png: pixels an inch; 150 without it
  std::optional<CountRange> pages;  ///< png and svg: those drawn, from 1; all without it

  bool one_file_a_page() const { return format == Format::png || format == Format::svg; }
};

/// `.pdf`, `.png`, `.svg`, `.layout.txt`
std::string extension_of(OutputChoice::Format format);

/// What is to be written: one file, or one for each page chosen; none after failures, which `sink` is told.
struct ArticleOutput {
  std::vector<std::string> files;
  std::size_t first_page = 1, pages = 0;  ///< number of the first page chosen; pages of the article
};
ArticleOutput make_output(const TypesetResult& result, const OutputChoice& choice, DiagnosticSink& sink);

/// Where the file of a page goes: `file` itself when the article has one page, else with the page's number before the extension, as wide as
/// the last page's: `a-01.png`.
std::filesystem::path page_file(const std::filesystem::path& file, std::size_t page, std::size_t pages);

}  // namespace banxin
