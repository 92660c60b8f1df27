#include "cli/starter_article.h"

#include <string_view>

namespace banxin {

namespace {

constexpr std::string_view starter_with_both_languages =
#include "cli/starter_article.inc"
    ;

}  // namespace

std::string starter_article(MessageLanguage language) {
  constexpr std::string_view english = "#en ", chinese = "#zh ";
  const bool in_chinese = language == MessageLanguage::chinese;
  const std::string_view wanted = in_chinese ? chinese : english, other = in_chinese ? english : chinese;
  std::string result;
  for (std::string_view rest = starter_with_both_languages; !rest.empty();) {
    const std::size_t length = rest.find('\n') + 1;
    const std::string_view line = rest.substr(0, length);
    rest.remove_prefix(length);
    if (line.starts_with(other)) continue;
    if (line.starts_with(wanted)) result += "# ";
    result += line.starts_with(wanted) ? line.substr(wanted.size()) : line;
  }
  return result;
}

}  // namespace banxin
