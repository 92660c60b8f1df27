#include "cli/manual_page.h"

#include <fmt/format.h>

#include "cli/command_description.h"

namespace banxin {

namespace {

struct Section {
  std::string_view english, chinese, english_text, chinese_text;
};

constexpr Section name{"NAME", "名称", "banxin \\- typesets Chinese, Japanese and Korean articles for print",
                       "banxin \\- 把中文、日文和韩文文章排成可以付印的版面"};
constexpr Section synopsis{"SYNOPSIS", "用法", "", ""};
constexpr Section commands{"COMMANDS", "命令", "", ""};
constexpr Section rest[] = {
    {"EXIT STATUS", "退出状态",
     "0 done (warnings allowed); 1 an input is wrong, nothing was written for it; 2 the command line is wrong; 3 the machine failed (disk "
     "full, no permission). "
     "Of several articles the worst counts, and the good ones are written.",
     "0 完成（可有警告）；1 输入有误，没有写出；2 命令行有误；3 "
     "机器出了问题（磁盘满、没有权限）。几篇文章以最坏的为准，没有错误的照常写出。"},
    {"ENVIRONMENT", "环境变量",
     "SOURCE_DATE_EPOCH: the date in the files written, in seconds since 1970. LC_ALL, LC_MESSAGES, LANG: the language of messages. "
     "NO_COLOR: no colours.",
     "SOURCE_DATE_EPOCH：写进文件的日期，1970 年以来的秒数。LC_ALL、LC_MESSAGES、LANG：信息的语言。NO_COLOR：不用颜色。"},
};

/// Text in which roff sees no commands.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else if ((c == '.' || c == '\'') && (result.empty() || result.back() == '\n')) {
      result += fmt::format("\\&{}", c);
    } else {
      result += c;
    }
  }
  return result;
}

std::string option_entry(const OptionDescription& option) {
  std::string names;
  for (const std::string& one : option.names) names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", roff(one));
  if (!option.value.empty()) names += fmt::format("{}\\fI{}\\fR", names.empty() ? "" : " ", roff(option.value));
  std::string choices;
  for (const std::string& choice : option.choices) choices += (choices.empty() ? " (" : ", ") + roff(choice);
  return fmt::format(".TP\n{}\n{}{}\n", names, roff(option.help), choices.empty() ? "" : choices + ")");
}

}  // namespace

std::string manual_page(MessageLanguage language) {
  const bool chinese = language == MessageLanguage::chinese;
  const auto heading = [&](const Section& section) { return fmt::format(".SH {}\n", chinese ? section.chinese : section.english); };
  std::string page =
      ".TH BANXIN 1\n" + heading(name) + std::string(chinese ? name.chinese_text : name.english_text) + "\n" + heading(synopsis);
  page += fmt::format("\\fBbanxin\\fR \\fI{}\\fR [\\fI{}\\fR]\n", chinese ? "命令" : "COMMAND", chinese ? "选项" : "OPTIONS");
  page += heading(commands);
  for (const CommandDescription& command : describe_commands(language)) {
    page += fmt::format(".SS banxin {}\n{}\n", command.name, roff(command.help));
    for (const OptionDescription& option : command.options) page += option_entry(option);
    page += fmt::format(".PP\n{}\n.PP\n.RS\n{}\n.RE\n", chinese ? "例如：" : "Example:", roff(command.example));
  }
  for (const Section& section : rest) page += heading(section) + roff(chinese ? section.chinese_text : section.english_text) + "\n";
  return page;
}

}  // namespace banxin
