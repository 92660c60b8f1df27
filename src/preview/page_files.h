// The files of the page that shows a preview (src/preview/page/), as constants of the program.
#pragma once

#include <string_view>

namespace banxin::preview {

std::string_view index_html();
std::string_view icon_svg();
std::string_view preview_css();
std::string_view preview_js();
std::string_view geometry_js();
std::string_view words_js();

}  // namespace banxin::preview
