#include "document/figure_options.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "document/texts.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

constexpr int most_ratio = 9999;

/// Options whose values are words and numbers.
constexpr std::array<std::string_view, 6> token_options{"ratio", "span", "place", "fit", "focus", "page"};

std::optional<AspectRatio> ratio_from(std::string_view written) {
  const std::size_t colon = written.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto width = read_number(written.substr(0, colon), 1, most_ratio);
  const auto height = read_number(written.substr(colon + 1), 1, most_ratio);
  // A strip more than twenty times as long as wide is a slip of the finger, not a picture.
  if (!width || !height || *width > 20 * *height || *height > 20 * *width) return std::nullopt;
  return AspectRatio{*width, *height};
}

template <typename Value>
struct Word {
  std::string_view word;
  Value value;
};

constexpr std::array<Word<Figure::Place>, 4> places{{{figure_place_words[0], Figure::Place::here},
                                                     {figure_place_words[1], Figure::Place::top},
                                                     {figure_place_words[2], Figure::Place::bottom},
                                                     {figure_place_words[3], Figure::Place::page}}};
constexpr std::array<Word<Figure::Fit>, 2> fits{{{figure_fit_words[0], Figure::Fit::contain}, {figure_fit_words[1], Figure::Fit::cover}}};

std::optional<int> percentage_from(std::string_view written) {
  if (!written.ends_with('%')) return std::nullopt;
  return read_number(written.substr(0, written.size() - 1), 0, 100);
}

/// `left`, `top right`, `30% 40%` (across, then down), `centre`.
std::optional<PictureFocus> focus_from(const SourceText& written) {
  PictureFocus focus;
  const std::vector<SourceText> parts = split_at_blanks(written);
  if (parts.empty() || parts.size() > 2) return std::nullopt;
  const auto x = percentage_from(parts.front().view()), y = percentage_from(parts.back().view());
  if (x && y && parts.size() == 2) return PictureFocus{*x, *y};
  bool across = false, down = false;
  for (const SourceText& part : parts) {
    const std::string_view word = part.view();
    const bool is_across = word == "left" || word == "right", is_down = word == "top" || word == "bottom";
    if ((is_across && across) || (is_down && down) || (!is_across && !is_down && word != "centre")) return std::nullopt;
    if (is_across) focus.x = word == "left" ? 0 : 100;
    if (is_down) focus.y = word == "top" ? 0 : 100;
    across = across || is_across;
    down = down || is_down;
  }
  return focus;
}

template <typename Words, typename Value>
bool set_word(Value& value, const Words& words, std::string_view written) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.word == written; });
  if (found == words.end()) return false;
  value = found->value;
  return true;
}

/// One of `token_options`; false when the value is not good.
bool set_token(Figure& figure, std::string_view name, const SourceText& value) {
  const std::string_view written = value.view();
  if (name == "ratio") {
    figure.ratio = ratio_from(written);
    return figure.ratio.has_value();
  }
  if (name == "span") {
    const std::optional<ColumnSpan> span = read_column_span(written);
    figure.span = span.value_or(ColumnSpan{});
    return span.has_value();
  }
  if (name == "focus") {
    const std::optional<PictureFocus> focus = focus_from(value);
    figure.focus = focus.value_or(PictureFocus{});
    return focus.has_value();
  }
  if (name == "page") {
    const std::optional<int> page = read_number(written, picture_page_form.least, picture_page_form.most);
    figure.page = page.value_or(1);
    return page.has_value();
  }
  if (name == "place") return set_word(figure.place, places, written);
  return set_word(figure.fit, fits, written);
}

void report_bad_token(std::string_view name, const SourceText& value, DiagnosticSink& sink) {
  const MessageArguments arguments{{"value", value.text()}};
  if (name == "ratio") {
    sink.error("document-ratio", value.span(), arguments);
  } else if (name == "span") {
    sink.error("document-span", value.span(), arguments);
  } else if (name == "focus") {
    sink.error("document-focus", value.span(), arguments);
  } else if (name == "page") {
    sink.error("document-page", value.span(), arguments);
  } else if (name == "place") {
    sink.error("document-place", value.span(), arguments);
  } else {
    sink.error("document-fit", value.span(), arguments);
  }
}

}  // namespace

bool set_figure_option(Figure& figure, std::string_view name, const SourceText& value, MarkupContext& context) {
  if (name == "caption") {
    figure.caption = read_text(value, context);
  } else if (name == "credit") {
    figure.credit = read_text(value, context);
  } else if (name == "label") {
    figure.label = read_text(value, context);
  } else if (name == "alt") {
    figure.alt = read_text(value, context).plain();
  } else if (std::find(token_options.begin(), token_options.end(), name) != token_options.end()) {
    const SourceText token = read_plain(value, context.sink);
    if (!set_token(figure, name, token)) report_bad_token(name, token, context.sink);
  } else {
    return false;
  }
  return true;
}

}  // namespace banxin
