#include "cli/article_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/dump.h"
#include "raster/page_png.h"
#include "raster/page_svg.h"

namespace banxin {
namespace {

Result<std::string> picture_of(const PagedDocument& document, std::size_t page, const OutputChoice& choice, DiagnosticSink& sink) {
  if (choice.format == OutputChoice::Format::png) return page_png(document.pages[page - 1], choice.dpi.value_or(150), sink);
  return page_svg(document.pages[page - 1], document.metadata.title, sink);
}

/// Every page that was chosen, drawn.
void draw_pages(const PagedDocument& document, const OutputChoice& choice, ArticleOutput& output, DiagnosticSink& sink) {
  const std::size_t first = choice.pages ? static_cast<std::size_t>(choice.pages->least) : 1;
  const std::size_t last = choice.pages ? static_cast<std::size_t>(choice.pages->most) : output.pages;
  if (last > output.pages) {
    sink.error("cli-no-such-page", {},
               {{"page", std::to_string(std::max(first, output.pages + 1))}, {"pages", std::to_string(output.pages)}});
    return;
  }
  output.first_page = first;
  for (std::size_t page = first; page <= last; ++page) {
    std::optional<std::string> picture = picture_of(document, page, choice, sink).value_or_report(sink);
    if (!picture) {
      output.files.clear();
      return;
    }
    output.files.push_back(std::move(*picture));
  }
}

}  // namespace

std::string extension_of(OutputChoice::Format format) {
  switch (format) {
    case OutputChoice::Format::pdf:
      return ".pdf";
    case OutputChoice::Format::png:
      return ".png";
    case OutputChoice::Format::svg:
      return ".svg";
    case OutputChoice::Format::text:
      return ".layout.txt";
  }
  return "";
}

ArticleOutput make_output(const TypesetResult& result, const OutputChoice& choice, DiagnosticSink& sink) {
  const PagedDocument& document = *result.document;
  ArticleOutput output;
  output.pages = document.pages.size();
  if (choice.one_file_a_page()) {
    draw_pages(document, choice, output, sink);
  } else if (choice.format == OutputChoice::Format::text) {
    output.files.push_back(dump_text(document));
  } else if (auto bytes = write_document(result, sink)) {
    output.files.push_back(std::move(*bytes));
  }
  return output;
}

std::filesystem::path page_file(const std::filesystem::path& file, std::size_t page, std::size_t pages) {
  if (pages == 1) return file;
  const std::size_t width = std::to_string(pages).size();
  std::filesystem::path name = file.stem();
  name += fmt::format("-{:0{}}", page, width);
  name += file.extension();
  return file.parent_path() / name;
}

}  // namespace banxin
