#include "document/dump.h"

namespace banxin {

namespace {

std::string markup_letters(const InlineMarkup& markup) {
  std::string letters;
  if (markup.strong) letters += 's';
  if (markup.emphasis) letters += 'e';
  if (markup.code) letters += 'c';
  if (markup.marked) letters += 'm';
  if (markup.superscript) letters += '^';
  if (markup.subscript) letters += '_';
  const auto add = [&](char letter, const std::string& value) {
    if (value.empty()) return;
    if (!letters.empty()) letters += ' ';
    letters += letter;
    letters += '=' + value;
  };
  add('l', markup.link);
  add('L', markup.language);
  add('f', markup.footnote);
  return letters;
}

}  // namespace

std::string dump_rich_text(const RichText& text) {
  std::string result;
  for (const InlineRun& run : text.runs) {
    const std::string part = text.plain().substr(run.begin, run.end - run.begin);
    const std::string letters = markup_letters(run.markup);
    result += letters.empty() ? part : "⟨" + letters + ":" + part + "⟩";
  }
  return result;
}

}  // namespace banxin
