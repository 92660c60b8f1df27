#include "layout/body_paragraphs.h"

#include <utility>

#include "base/parallel.h"

namespace banxin {

namespace {

/// Bytes of text that take about a millisecond.
constexpr std::size_t worth_a_thread = 4000;

}  // namespace

BodyParagraphs::BodyParagraphs(const FlowInput& input) : sink_(input.setter.sink()) {
  if (input.threads < 2 || input.setter.style().numbering.paragraphs) return;  // numbered ones are set with their numbers
  const std::vector<Block>& body = input.article.body;
  std::vector<std::size_t> paragraphs;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&body[i].content);
    if (paragraph == nullptr || paragraph->text.empty()) continue;
    paragraphs.push_back(i);
    bytes += paragraph->text.text.size();
  }
  if (bytes < worth_a_thread) return;
  ahead_.resize(body.size());
  const TextStyle& type = input.setter.style().of(Element::body);
  for_each_index(paragraphs.size(), input.threads, [&](std::size_t i) {
    Ahead& ahead = ahead_[paragraphs[i]].emplace();
    const TextSetter setter(input.setter, ahead.said);
    ahead.paragraph = set_paragraph(std::get<Paragraph>(body[paragraphs[i]].content).text, type, Length(), input.measures, setter);
  });
}

std::optional<SetParagraph> BodyParagraphs::take(std::size_t index) {
  if (index >= ahead_.size() || !ahead_[index]) return std::nullopt;
  Ahead ahead = std::move(*std::exchange(ahead_[index], std::nullopt));
  sink_.append(ahead.said);
  return std::move(ahead.paragraph);
}

}  // namespace banxin
