#include "import/source_text.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "document/markdown_lines.h"
#include "document/printable.h"

namespace banxin {

namespace {

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool ends_in(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

bool looks_like_html(std::string_view text) {
  constexpr std::size_t head = 1024;
  const std::string beginning = lower_case(text.substr(leading_space(text), head));
  if (!beginning.starts_with('<')) return false;
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<p ", "<section", "<main", "<h1", "<!--"}) {
    if (beginning.find(tag) != std::string::npos) return true;
  }
  return false;
}

/// Front matter, a heading at the beginning, or several: one line with a number sign may be anything.
bool looks_like_markdown(std::string_view text) {
  if (text.starts_with("---\n") && text.find("\n---", 3) != std::string_view::npos) return true;
  std::size_t headings = 0;
  bool first = true;
  for (const markdown::Line& line : markdown::split_lines(text)) {
    if (line.blank()) continue;
    const auto heading = markdown::heading_line(text.substr(line.begin, line.end - line.begin));
    if (heading && heading->begin < heading->end) headings += first ? 2 : 1;
    first = false;
  }
  return headings >= 2;
}

}  // namespace

SourceKind kind_of_source(std::string_view name, std::string_view text) {
  const std::string file = lower_case(name);
  if (ends_in(file, {".html", ".htm", ".xhtml"})) return SourceKind::html;
  if (ends_in(file, {".md", ".markdown"})) return SourceKind::markdown;
  if (looks_like_html(text)) return SourceKind::html;
  return looks_like_markdown(text) ? SourceKind::markdown : SourceKind::text;
}

std::string_view declared_encoding(std::string_view bytes) {
  constexpr std::size_t head = 4096;
  const std::string beginning = lower_case(bytes.substr(0, head));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = beginning.find(key);
    if (at == std::string::npos || beginning.find('<') > at) continue;
    at += key.size();
    while (at < beginning.size() && (beginning[at] == '"' || beginning[at] == '\'' || beginning[at] == ' ')) ++at;
    const std::size_t end = std::min(beginning.find_first_of("\"' ;/>?", at), beginning.size());
    return bytes.substr(at, end - at);
  }
  return {};
}

}  // namespace banxin
