#include "cli/options.h"

#include <fmt/core.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

namespace banxin {

namespace {

/// What the environment says of the user's language: LC_ALL, LC_MESSAGES, LANG, the first that is set.
MessageLanguage language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("zh") ? MessageLanguage::chinese : MessageLanguage::english;
  }
  return MessageLanguage::english;
}

/// Values of options as typed; turned into a CommandLine once they are all known.
struct Raw {
  std::vector<std::string> articles, font_paths, roots, set;
  std::string output, style, standard, format = "pdf", colour = "auto", diagnostics = "human", messages;
  int jobs = 0;
  bool strict = false, as_is = false;
};

void add_message_options(CLI::App& command, Raw& raw) {
  command.add_option("--color", raw.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--diagnostics", raw.diagnostics, "human or json")->check(CLI::IsMember({"human", "json"}));
  command.add_option("--messages", raw.messages, "en or zh; the locale's without it")->check(CLI::IsMember({"en", "zh"}));
}

void add_common_options(CLI::App& command, Raw& raw) {
  command.add_option("articles", raw.articles, "article files (.yaml), or - for standard input")->required()->type_name("ARTICLE.yaml");
  command.add_option("--style", raw.style, "name of a style, or a style file, instead of the article's")->type_name("NAME|FILE");
  command.add_option("--set", raw.set, "a style value for this run, as page.paper=A5")
      ->type_name("PATH=YAML")
      ->take_all()
      ->allow_extra_args(false);
  command.add_option("--font-path", raw.font_paths, "a folder of further fonts")->type_name("DIR")->allow_extra_args(false);
  command.add_option("--root", raw.roots, "a folder that articles may read from, besides their own")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_option("--jobs", raw.jobs, "articles typeset at once (0: one for each processor)")->check(CLI::Range(0, 1024));
  command.add_flag("--strict", raw.strict, "every warning fails");
  add_message_options(command, raw);
}

std::optional<std::int64_t> source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (!value || !*value) return std::nullopt;
  char* end = nullptr;
  const long long seconds = std::strtoll(value, &end, 10);
  if (*end != '\0') return std::nullopt;
  return seconds;
}

CommandLine command_line_of(const Raw& raw, CommandLine::Command command) {
  CommandLine result;
  result.command = command;
  result.articles = raw.articles;
  result.output = raw.output;
  result.format = raw.format == "text" ? CommandLine::Format::text : CommandLine::Format::pdf;
  if (!raw.style.empty()) result.typeset.style = raw.style;
  result.typeset.set = raw.set;
  result.typeset.roots.assign(raw.roots.begin(), raw.roots.end());
  result.typeset.source_date_epoch = source_date_epoch();
  result.font_paths.assign(raw.font_paths.begin(), raw.font_paths.end());
  result.jobs = raw.jobs;
  result.strict = raw.strict;
  result.as_is = raw.as_is;
  result.diagnostics.form = raw.diagnostics == "json" ? DiagnosticFormat::Form::json : DiagnosticFormat::Form::human;
  result.diagnostics.language = raw.messages.empty()   ? language_of_environment()
                                : raw.messages == "zh" ? MessageLanguage::chinese
                                                       : MessageLanguage::english;
  result.diagnostics.colour = raw.colour == "always" || (raw.colour == "auto" && ::isatty(STDERR_FILENO) && !std::getenv("NO_COLOR"));
  return result;
}

int usage_error(std::string_view message) {
  fmt::print(stderr, "banxin: {}\nTry: banxin --help\n", message);
  return exit_usage_wrong;
}

/// What the options ask for together and cannot have; empty when all is well.
std::string conflict_in(const CommandLine& line) {
  const bool from_standard_input = std::find(line.articles.begin(), line.articles.end(), "-") != line.articles.end();
  if (line.command != CommandLine::Command::build) return "";
  if (from_standard_input && line.output.empty()) return "an article from standard input needs -o FILE (or -o - for standard output)";
  if (line.articles.size() > 1 && line.output == "-") return "several articles cannot share standard output: name a folder with -o";
  return "";
}

}  // namespace

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  CLI::App app("banxin typesets Chinese, Japanese and Korean articles for print.", "banxin");
  app.footer("Example: banxin build article.yaml -o article.pdf");
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text);
  Raw raw;
  CLI::App* build = app.add_subcommand("build", "typeset articles to PDF");
  build->footer("Example: banxin build article.yaml -o article.pdf");
  add_common_options(*build, raw);
  build->add_option("-o,--output", raw.output, "the file to write, a folder for several articles, or -")->type_name("OUT");
  build->add_option("--format", raw.format, "pdf, or text: the page dump")->check(CLI::IsMember({"pdf", "text"}));
  build->add_option("--standard", raw.standard, "none; the others are not yet written")->check(CLI::IsMember({"none"}));
  CLI::App* check = app.add_subcommand("check", "say what is wrong with articles, write nothing");
  check->footer("Example: banxin check article.yaml");
  add_common_options(*check, raw);
  CLI::App* import = app.add_subcommand("import", "turn copied text, Markdown or a saved web page into an article");
  import->footer("Example: banxin import copied.txt -o article.yaml");
  import->add_option("file", raw.articles, "a text, Markdown or HTML file, or - for standard input")
      ->required()
      ->expected(1)
      ->type_name("FILE");
  import->add_option("-o,--output", raw.output, "the article to write; standard output without it")->type_name("ARTICLE.yaml");
  import->add_flag("--as-is", raw.as_is, "keep half-width marks beside Chinese and Japanese text");
  add_message_options(*import, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);
    return {std::nullopt, exit_done};
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, usage_error(error.what())};
  }
  const auto command = import->parsed()  ? CommandLine::Command::import_text
                       : check->parsed() ? CommandLine::Command::check
                                         : CommandLine::Command::build;
  CommandLine line = command_line_of(raw, command);
  const std::string conflict = conflict_in(line);
  if (!conflict.empty()) return {std::nullopt, usage_error(conflict)};
  return {std::move(line), exit_done};
}

}  // namespace banxin
