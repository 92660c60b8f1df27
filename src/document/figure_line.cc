#include "document/figure_line.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "document/attributes.h"
#include "document/fields.h"
#include "document/figure_options.h"
#include "document/inline_syntax.h"
#include "document/printable.h"
#include "document/schema.h"
#include "document/texts.h"
#include "yaml/read.h"

namespace banxin {

namespace {

/// The bracket that ends the caption of a line that begins with `![`, when a parenthesis (or a full-width one) follows it.
std::optional<std::size_t> caption_end(std::string_view line) {
  const auto is_parenthesis = [&](std::size_t at) { return line.substr(at).starts_with('(') || line.substr(at).starts_with("（"); };
  const CodeSpans code_spans(line);
  int depth = 0;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '`') {
      const auto code = code_spans.at(at);
      at = (code ? code->next : at + run_length(line, at)) - 1;
    } else if (line[at] == '[') {
      ++depth;
    } else if (line[at] == ']' && --depth == 0) {
      return is_parenthesis(at + 1) ? std::optional(at) : std::nullopt;
    }
  }
  const std::size_t unbalanced = line.find("](");
  return unbalanced == std::string_view::npos ? std::nullopt : std::optional(unbalanced);
}

/// Where the path of a picture ends, and its attributes.
struct FigureTail {
  std::size_t path_end = 0;
  std::optional<AttributeList> attributes;
};

bool is_balanced(std::string_view path) {
  int depth = 0;
  for (const char c : path) {
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return false;
  }
  return depth == 0;
}

class FigureLineReader {
 public:
  FigureLineReader(const SourceText& source, MarkupContext& context)
      : source_(source), line_(without_trailing_space(source.view())), context_(context) {}

  Figure read() {
    const std::size_t caption_stop = *caption_end(line_);
    Figure figure;
    figure.caption = read_text(source_.part(2, caption_stop), context_);
    if (line_[caption_stop + 1] != '(') {
      context_.sink.error("document-picture-full-width", source_.span(caption_stop + 1, line_.size()));
      return figure;
    }
    const std::size_t path_begin = caption_stop + 2;
    const std::optional<FigureTail> tail = read_tail(path_begin);
    if (!tail) return figure;
    read_path(figure, path_begin, tail->path_end);
    if (tail->attributes) set_attributes(figure, *tail->attributes);
    return figure;
  }

 private:
  std::optional<FigureTail> read_tail(std::size_t path_begin) {
    if (line_.ends_with('}')) {
      bool braces = false;
      for (std::size_t close = line_.find(')', path_begin); close != std::string_view::npos; close = line_.find(')', close + 1)) {
        const std::size_t brace = line_.find_first_not_of(" \t", close + 1);
        if (brace == std::string_view::npos || line_[brace] != '{') continue;
        if (auto list = read_attributes(source_, brace); list && list->end == line_.size()) return FigureTail{close, std::move(list)};
        if (!braces) attributes_begin_ = brace;
        braces = true;
      }
      if (braces) {
        context_.sink.error("document-attributes", source_.span(attributes_begin_, line_.size()));
        return std::nullopt;
      }
    }
    const std::size_t close = line_.rfind(')');
    if (close == std::string_view::npos || close < path_begin) {
      context_.sink.error("document-picture-unclosed", source_.span(path_begin - 1, line_.size()));
      return std::nullopt;
    }
    if (close + 1 != line_.size() || !is_balanced(line_.substr(path_begin, close - path_begin))) {
      context_.sink.error("document-picture-in-text", source_.span(0, line_.size()));
      return std::nullopt;
    }
    return FigureTail{close, std::nullopt};
  }

  void read_path(Figure& figure, std::size_t begin, std::size_t end) {
    begin += leading_space(line_.substr(begin, end - begin));
    end = std::max(begin, without_trailing_space(line_.substr(0, end)).size());
    if (end - begin >= 2 && line_[begin] == '<' && line_[end - 1] == '>') {
      ++begin;
      --end;
    }
    const std::string_view path = line_.substr(begin, end - begin);
    if (path.ends_with('"') && path.find(" \"") < path.size() - 1) {
      context_.sink.error("document-picture-title", source_.span(begin + path.find(" \"") + 1, end));
    }
    figure.path = filled(source_.part(begin, end), context_);
    figure.placeholder = path.empty();
  }

  void set_attributes(Figure& figure, const AttributeList& list) {
    std::vector<std::string_view> seen;
    for (const Attribute& attribute : list.attributes) {
      const std::string& name = attribute.name.text();
      if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
        context_.sink.error("document-attribute-twice", attribute.name.span(), {{"name", name}});
      } else if (name == "caption" || !set_figure_option(figure, name, attribute.value, context_)) {
        Diagnostic& fault = context_.sink.error("document-attribute-unknown", attribute.name.span(), {{"name", name}});
        const std::string_view nearest = yaml::nearest_key(name, figure_attribute_keys());
        if (!nearest.empty()) fault.hint("hint-did-you-mean", {{"name", std::string(nearest)}});
      }
      seen.push_back(attribute.name.view());
    }
  }

  const SourceText& source_;
  std::string_view line_;
  MarkupContext& context_;
  std::size_t attributes_begin_ = 0;
};

}  // namespace

bool begins_figure(std::string_view line) { return line.starts_with("![") && caption_end(line); }

Figure read_figure_line(const SourceText& line, MarkupContext& context) { return FigureLineReader(line, context).read(); }

}  // namespace banxin
