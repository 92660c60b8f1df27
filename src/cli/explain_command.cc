#include "cli/explain_command.h"

#include <fmt/format.h>

#include "base/explanation.h"
#include "style/value_reader.h"

namespace banxin {

namespace {

constexpr std::string_view manual_head = R"(# Diagnostics · 诊断信息

Written by `tools/make-docs` from the tables that the program speaks from; a test compares it with them. `banxin explain CODE` prints one entry.
`…` stands for a name, text or number. Of two examples the first gets the message, the second does not; an article may hold more.
由 `tools/make-docs` 从程序所用的表生成，请勿手改。`banxin explain 代码` 显示其中一条。“…”代表名称、文字或数字；两个例子，前一个有错，后一个已改正。
)";

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result += "    " + std::string(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string explanation_of(const CatalogueEntry& entry, const Explanation& explanation, MessageLanguage language) {
  const bool chinese = language == MessageLanguage::chinese;
  const auto word = [&](const char* code) { return Message{code, {}}.text(language) + "\n"; };
  std::string text = fmt::format("{}\n{}\n\n", entry.code, general_text(chinese ? entry.chinese : entry.english));
  if (explanation.kind == Explanation::Kind::words) {
    text += word("explain-words-when") + indented(chinese ? explanation.chinese : explanation.english) + "\n";
    text += word("explain-words-cure") + indented(chinese ? explanation.chinese_cure : explanation.english_cure);
  } else {
    text += word("explain-words-wrong") + indented(explanation.wrong) + "\n";
    text += word("explain-words-right") + indented(explanation.right);
  }
  const std::string_view hint = chinese ? entry.chinese_hint : entry.english_hint;
  if (!hint.empty()) text += "\n" + general_text(hint) + "\n";
  return text;
}

std::string manual_entry(const CatalogueEntry& entry, const Explanation& explanation) {
  std::string text = fmt::format("\n## {}\n\n{}  \n{}\n\n", entry.code, general_text(entry.english), general_text(entry.chinese));
  if (explanation.kind == Explanation::Kind::words) {
    text += fmt::format("- {}\n- {}\n\n→ {}  \n→ {}\n", explanation.english, explanation.chinese, explanation.english_cure,
                        explanation.chinese_cure);
    return text;
  }
  const char* form = explanation.kind == Explanation::Kind::article ? "yaml" : "console";
  const auto fenced = [&](std::string_view example) {
    return fmt::format("```{}\n{}{}```\n", form, example, example.ends_with('\n') ? "" : "\n");
  };
  text += fenced(explanation.wrong) + "\n→\n\n" + fenced(explanation.right);
  if (!entry.english_hint.empty()) text += fmt::format("\n{}  \n{}\n", general_text(entry.english_hint), general_text(entry.chinese_hint));
  return text;
}

}  // namespace

std::string diagnostics_manual() {
  std::string text(manual_head);
  for (const CatalogueEntry& entry : message_catalogue()) {
    if (const Explanation* explanation = find_explanation(entry.code)) text += manual_entry(entry, *explanation);
  }
  return text;
}

int explain_command(const CommandLine& line, MessageOutput& messages) {
  const std::string& code = line.arguments.front();
  const Explanation* explanation = find_explanation(code);
  if (!explanation) {
    std::vector<std::string_view> codes;
    for (const CatalogueEntry& entry : message_catalogue()) {
      if (find_explanation(entry.code)) codes.push_back(entry.code);
    }
    Diagnostic error(Severity::error, "explain-no-code", {}, {{"code", code}});
    suggest(error, code, codes);
    messages.add(error);
    return exit_usage_wrong;
  }
  fmt::print("{}", explanation_of(*find_message(code), *explanation, line.diagnostics.language));
  return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
}

}  // namespace banxin
