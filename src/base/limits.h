// How much one input may ask for: every bound that keeps a hostile or mistaken file from filling memory or never ending, in one place.
// Generous: no article for print comes near them. docs/reliability.md tells them to users; what one run may take in time and memory is
// said on the command line (`--timeout`, `--max-memory`).
#pragma once

#include <cstddef>

namespace banxin::limits {

constexpr std::size_t kibibyte = 1024, mebibyte = 1024 * kibibyte, gibibyte = 1024 * mebibyte;

// Files, in bytes as they lie on the disk or come from standard input.
constexpr std::size_t text_file = 64 * mebibyte;      ///< an article, a style, a table of data, a text to import, a job of the worker
constexpr std::size_t picture_file = 256 * mebibyte;  ///< PNG, JPEG, SVG, or the PDF that a figure is a page of
constexpr std::size_t other_file = 64 * mebibyte;     ///< to embed; an ICC profile
constexpr std::size_t pdf_file = gibibyte;            ///< to impose, to check
constexpr std::size_t font_file = gibibyte;
constexpr std::size_t font_catalogue = mebibyte;
constexpr std::size_t hyphenation_file = 16 * mebibyte;

// YAML.
constexpr std::size_t yaml_nesting = 64;
constexpr std::size_t yaml_values = 1'000'000;
constexpr std::size_t yaml_errors = 200;  ///< after so many the rest is not looked at

// Articles.
constexpr int list_nesting = 8;
constexpr int table_columns = 50;
constexpr int table_cells = 50'000;  ///< of one table
constexpr int rows_of_cell = 1'000;
constexpr int pages = 10'000;

// Saved web pages.
constexpr int html_nesting = 400;

// Pictures.
constexpr std::size_t picture_pixels = 200'000'000;     ///< of one: two metres by one and a half at 300 to the inch
constexpr std::size_t png_chunk = 64 * mebibyte;        ///< unpacked
constexpr std::size_t article_pictures = 2 * gibibyte;  ///< bytes that all pictures of an article hold in memory

// PDF files that figures are pages of, unpacked.
constexpr std::size_t figure_content = 64 * mebibyte;  ///< of a page's drawing operators
constexpr std::size_t figure_profile = 8 * mebibyte;   ///< of one ICC profile
constexpr std::size_t figure_objects = 200'000;
constexpr std::size_t figure_operands = 100'000;  ///< before one operator
constexpr std::size_t figure_forms = 32;          ///< within one another
constexpr int figure_colour_spaces = 8;           ///< within one another

// PDF figures whose colours are made gray.
constexpr std::size_t gray_work = 1'000'000'000;      ///< pixels, samples and operators reckoned for one figure
constexpr std::size_t gray_content = 128 * mebibyte;  ///< of drawing operators with all that forms repeat
constexpr std::size_t gray_objects = 512 * mebibyte;  ///< bytes of what comes of it
constexpr std::size_t function_inputs = 8;            ///< a sample table of more would have no room for its corners
constexpr std::size_t function_outputs = 64;
constexpr std::size_t function_samples = 16 * mebibyte;
constexpr std::size_t function_stream = 64 * mebibyte;
constexpr int functions_stitched = 8;    ///< within one another
constexpr std::size_t figure_inks = 32;  ///< of one colour space

}  // namespace banxin::limits
