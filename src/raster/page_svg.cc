#include "raster/page_svg.h"

#include <fmt/format.h>

#include "base/xml_text.h"
#include "page/number_text.h"
#include "raster/svg_canvas.h"

namespace banxin {
namespace {

std::string links(const std::vector<LinkArea>& areas) {
  std::string out;
  for (const LinkArea& link : areas) {
    if (link.place) continue;  // the file holds one page
    const Rectangle& area = link.area;
    out +=
        fmt::format("<a xlink:href=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" pointer-events=\"all\"/></a>\n",
                    xml_text(link.target), svg_number(area.x), svg_number(area.y), svg_number(area.width), svg_number(area.height));
  }
  return out;
}

}  // namespace

std::string page_svg(const Page& page, std::string_view title, DiagnosticSink& sink) {
  SvgCanvas canvas;
  draw_page(page, canvas, sink);
  const std::string width = svg_number(page.trim.width), height = svg_number(page.trim.height);
  std::string svg = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
      "width=\"{0}pt\" height=\"{1}pt\" viewBox=\"0 0 {0} {1}\">\n",
      width, height);
  if (!title.empty()) svg += fmt::format("<title>{}</title>\n", xml_text(title));
  svg += canvas.definitions();
  svg += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n", width, height);
  // 10 is PDF's limit of mitred corners.
  svg += "<g stroke-miterlimit=\"10\">\n" + canvas.body() + "</g>\n" + links(page.links) + "</svg>\n";
  return svg;
}

}  // namespace banxin
