#include "document/read_question.h"

#include "document/texts.h"
#include "document/token_forms.h"

namespace banxin {

namespace {

using yaml::Entry;
using yaml::Value;

/// A whole number from 1 to `most` under `key`; 0 when there is none.
int count(const Value& block, std::string_view key, int most, MarkupContext& context) {
  const Value* value = block.find(key);
  if (!value || value->is_null()) return 0;
  const SourceText written = read_plain(value->text, context.sink);
  const auto number = read_number(written.view(), 1, most);
  if (!number) {
    context.sink.error("document-question-count", value->span,
                       {{"key", std::string(key)}, {"value", written.text()}, {"most", std::to_string(most)}});
  }
  return number.value_or(0);
}

/// An answer is given in one way.
void check_room(const Value& block, MarkupContext& context) {
  const Entry* first = nullptr;
  for (const Entry& entry : block.entries) {
    const std::string_view key = entry.key.view();
    if (entry.value.is_null() || (key != "lines" && key != "choices" && key != "squares")) continue;
    if (first) {
      context.sink.error("document-question-room", entry.key.span(), {{"first", first->key.text()}, {"second", entry.key.text()}});
      return;
    }
    first = &entry;
  }
}

}  // namespace

Question read_question(const Entry& kind, const Value& block, MarkupContext& context) {
  Question question;
  for (RichText& line : read_text_lines(kind.value.text, context)) question.paragraphs.push_back({std::move(line)});
  if (const Value* marks = block.find("marks")) question.marks = read_text(marks->text, context);
  check_room(block, context);
  question.lines = count(block, "lines", question_lines_form.most, context);
  question.squares = count(block, "squares", question_squares_form.most, context);
  if (const Value* choices = block.find("choices")) {
    for (const Value& choice : choices->items) question.choices.push_back(read_text(choice.text, context));
  }
  return question;
}

}  // namespace banxin
