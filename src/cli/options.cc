#include "cli/options.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "cli/command_description.h"
#include "cli/message_output.h"
#include "cli/usage.h"
#include "raster/page_png.h"
#include "style/style_keys.h"
#include "style/value_reader.h"

namespace banxin {

namespace {

/// Values of options as typed; turned into a CommandLine once they are all known.
struct Raw {
  std::vector<std::string> arguments, font_paths, languages, roots, set;
  std::string output, style, standard, pages, drawn_pages, bleed, data, format = "pdf", colour = "auto", diagnostics = "human", messages;
  int jobs = 0, memory = 0, page = 0, dpi = 0, port = 0;
  double timeout = 0;
  ImposeArguments impose;
  bool strict = false, as_is = false, attach_source = false, pdf = false, marks = false;
};

std::string words(const char* code, MessageLanguage language) { return Message{code, {}}.text(language); }

/// Adds options to a command, described in the user's language.
class OptionAdder {
 public:
  OptionAdder(CLI::App& command, Raw& raw, MessageLanguage language) : command_(command), raw_(raw), language_(language) {}

  void message_options() {
    command_.add_option("--color", raw_.colour, help("cli-help-color"))->check(one_of({"auto", "always", "never"}))->type_name("WHEN");
    command_.add_option("--diagnostics", raw_.diagnostics, help("cli-help-diagnostics"))
        ->check(one_of({"human", "json", "sarif"}))
        ->type_name("FORM");
    command_.add_option("--messages", raw_.messages, help("cli-help-messages"))->check(one_of({"en", "zh"}))->type_name("LANGUAGE");
  }

  void article_options() {
    command_.add_option("articles", raw_.arguments, help("cli-help-articles"))->required()->type_name("ARTICLE.yaml");
    style_options();
    jobs();
    strict();
    machine_options();
    command_.add_option("--data", raw_.data, help("cli-help-data"))->type_name("FILE");
    message_options();
  }

  void worker_options() {
    style_options();
    jobs();
    strict();
    machine_options();
    message_options();
  }

  void check_options() {
    article_options();
    command_.add_flag("--pdf", raw_.pdf, help("cli-help-check-pdf"))->disable_flag_override();
  }

  void build_options() {
    article_options();
    output_options();
  }

  void watch_options() {
    command_.add_option("articles", raw_.arguments, help("cli-help-watch-articles"))->required()->type_name("ARTICLE.yaml");
    style_options();
    strict();
    machine_options();
    message_options();
    output_options();
  }

  void import_options() {
    command_.add_option("file", raw_.arguments, help("cli-help-import-file"))->required()->expected(1)->type_name("FILE");
    output("cli-help-import-output", "ARTICLE.yaml");
    command_.add_flag("--as-is", raw_.as_is, help("cli-help-as-is"))->disable_flag_override();
    message_options();
  }

  void new_options() {
    command_.add_option("folder", raw_.arguments, help("cli-help-new-folder"))->required()->expected(1)->type_name("DIR");
    message_options();
  }

  void why_options() {
    command_.add_option("place", raw_.arguments, help("cli-help-why-place"))->required()->expected(1)->type_name("FILE[:LINE]");
    command_.add_option("--page", raw_.page, help("cli-help-why-page"))->check(whole_number(1, 10'000))->type_name("N");
    style_options();
    message_options();
  }

  void preview_options() {
    command_.add_option("article", raw_.arguments, help("cli-help-preview-article"))->required()->expected(1)->type_name("ARTICLE.yaml");
    style_options();
    command_.add_option("--port", raw_.port, help("cli-help-port"))->check(whole_number(0, 65'535))->type_name("N");
    message_options();
  }

  void explain_options() {
    command_.add_option("code", raw_.arguments, help("cli-help-explain-code"))->required()->expected(1)->type_name("CODE");
    message_options();
  }

  void schema_options() {
    command_.add_option("kind", raw_.arguments, help("cli-help-schema-kind"))
        ->required()
        ->expected(1)
        ->type_name("article|style")
        ->check(one_of({"article", "style"}));
    output("cli-help-schema-output", "FILE");
    message_options();
  }

  void impose_options() {
    ImposeArguments& impose = raw_.impose;
    command_.add_option("file", raw_.arguments, help("cli-help-impose-file"))->required()->expected(1)->type_name("IN.pdf");
    command_.add_option("-o,--output", raw_.output, help("cli-help-impose-output"))->required()->type_name("OUT.pdf");
    command_.add_option("--layout", impose.layout, help("cli-help-layout"))
        ->check(one_of({"2-up", "4-up", "booklet", "signatures"}))
        ->type_name("LAYOUT");
    command_.add_option("--sheet", impose.sheet, help("cli-help-sheet"))->type_name("PAPER");
    command_.add_option("--gutter", impose.gutter, help("cli-help-gutter"))->type_name("LENGTH");
    command_.add_option("--creep", impose.creep, help("cli-help-creep"))->type_name("LENGTH");
    command_.add_option("--signature", impose.signature, help("cli-help-signature"))->check(whole_number(4, 64))->type_name("N");
    command_.add_option("--binding", impose.binding, help("cli-help-binding"))->check(one_of({"left", "right"}))->type_name("SIDE");
    command_.add_flag("--marks", impose.marks, help("cli-help-impose-marks"))->disable_flag_override();
    message_options();
  }

  void fonts_options() {
    command_.add_option("--lang", raw_.languages, help("cli-help-lang"))->type_name("LANGUAGE")->allow_extra_args(false);
    font_paths();
    command_.add_option("--specimen", raw_.output, help("cli-help-specimen"))->type_name("OUT.pdf");
    message_options();
  }

 private:
  void output_options() {
    output("cli-help-build-output", "OUT");
    command_.add_option("--format", raw_.format, help("cli-help-format"))
        ->check(one_of({"pdf", "png", "svg", "text"}))
        ->type_name("FORMAT");
    command_.add_option("--dpi", raw_.dpi, help("cli-help-dpi"))->check(whole_number(smallest_dpi, largest_dpi))->type_name("N");
    command_.add_option("--page", raw_.drawn_pages, help("cli-help-drawn-pages"))->check(count_range())->type_name("N|A..B");
    command_.add_option("--standard", raw_.standard, Message{"cli-help-standard", {{"standards", pdf_standard_names()}}}.text(language_))
        ->type_name("NAME");
    command_.add_flag("--marks", raw_.marks, help("cli-help-marks"))->disable_flag_override();
    command_.add_option("--bleed", raw_.bleed, help("cli-help-bleed"))->type_name("LENGTH");
    command_.add_flag("--attach-source", raw_.attach_source, help("cli-help-attach-source"))->disable_flag_override();
  }
  void style_options() {
    command_.add_option("--style", raw_.style, help("cli-help-style"))->type_name("NAME|FILE");
    command_.add_option("--set", raw_.set, help("cli-help-set"))->type_name("PATH=YAML")->take_all()->allow_extra_args(false);
    command_.add_option("--pages", raw_.pages, help("cli-help-pages"))->check(count_range())->type_name("N|A..B");
    font_paths();
    command_.add_option("--root", raw_.roots, help("cli-help-root"))->type_name("DIR")->allow_extra_args(false);
  }
  void jobs() { command_.add_option("--jobs", raw_.jobs, help("cli-help-jobs"))->check(whole_number(0, 1024))->type_name("N"); }
  void machine_options() {
    command_.add_option("--timeout", raw_.timeout, help("cli-help-timeout"))->check(seconds())->type_name("S");
    command_.add_option("--max-memory", raw_.memory, help("cli-help-max-memory"))->check(whole_number(1, 1 << 20))->type_name("MB");
  }
  void strict() { command_.add_flag("--strict", raw_.strict, help("cli-help-strict"))->disable_flag_override(); }
  std::string help(const char* code) const { return words(code, language_); }
  void output(const char* code, const char* type) { command_.add_option("-o,--output", raw_.output, help(code))->type_name(type); }
  void font_paths() {
    command_.add_option("--font-path", raw_.font_paths, help("cli-help-font-path"))->type_name("DIR")->allow_extra_args(false);
  }

  CLI::App& command_;
  Raw& raw_;
  MessageLanguage language_;
};

/// The commands, by the names that are typed.
struct CommandSyntax {
  CommandLine::Command command;
  const char *name, *help, *example;
  void (OptionAdder::*add_options)();
};
using Command = CommandLine::Command;
constexpr CommandSyntax commands[] = {
    {Command::build, "build", "cli-help-build", "banxin build article.yaml -o article.pdf", &OptionAdder::build_options},
    {Command::check, "check", "cli-help-check", "banxin check article.yaml", &OptionAdder::check_options},
    {Command::import_text, "import", "cli-help-import", "banxin import copied.txt -o article.yaml", &OptionAdder::import_options},
    {Command::new_article, "new", "cli-help-new", "banxin new handout", &OptionAdder::new_options},
    {Command::fonts, "fonts", "cli-help-fonts", "banxin fonts --lang zh-Hant --specimen fonts.pdf", &OptionAdder::fonts_options},
    {Command::preview, "preview", "cli-help-preview", "banxin preview article.yaml", &OptionAdder::preview_options},
    {Command::watch, "watch", "cli-help-watch", "banxin watch article.yaml", &OptionAdder::watch_options},
    {Command::impose, "impose", "cli-help-impose", "banxin impose paper.pdf --layout booklet -o booklet.pdf", &OptionAdder::impose_options},
    {Command::why, "why", "cli-help-why", "banxin why article.yaml:12", &OptionAdder::why_options},
    {Command::explain, "explain", "cli-help-explain", "banxin explain yaml-colon-in-text", &OptionAdder::explain_options},
    {Command::schema, "schema", "cli-help-schema", "banxin schema article -o article.schema.json", &OptionAdder::schema_options},
    {Command::worker, "worker", "cli-help-worker", "banxin worker < jobs.jsonl", &OptionAdder::worker_options},
};

std::optional<std::int64_t> source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (!value || !*value) return std::nullopt;
  char* end = nullptr;
  const long long seconds = std::strtoll(value, &end, 10);
  if (*end != '\0') return std::nullopt;
  return seconds;
}

OutputChoice::Format format_of(std::string_view name) {
  using Format = OutputChoice::Format;
  if (name == "png") return Format::png;
  if (name == "svg") return Format::svg;
  return name == "text" ? Format::text : Format::pdf;
}

CommandLine command_line_of(const Raw& raw, CommandLine::Command command, const DiagnosticFormat& diagnostics) {
  CommandLine result;
  result.command = command;
  result.arguments = raw.arguments;
  result.languages = raw.languages;
  result.output = raw.output;
  result.produce.format = format_of(raw.format);
  if (raw.dpi > 0) result.produce.dpi = raw.dpi;
  if (!raw.drawn_pages.empty()) result.produce.pages = parse_count_range(raw.drawn_pages);
  result.data = raw.data;
  if (!raw.style.empty()) result.typeset.style = raw.style;
  result.typeset.set = raw.set;
  if (!raw.standard.empty()) result.typeset.set.push_back("output.standard=" + raw.standard);
  if (raw.marks) result.typeset.set.push_back("page.marks=all");
  if (!raw.bleed.empty()) result.typeset.set.push_back("page.bleed=" + raw.bleed);
  if (!raw.pages.empty()) result.typeset.set.push_back("fit.pages=" + raw.pages);
  result.typeset.attach_source = raw.attach_source;
  result.typeset.roots.assign(raw.roots.begin(), raw.roots.end());
  result.typeset.source_date_epoch = source_date_epoch();
  result.font_paths.assign(raw.font_paths.begin(), raw.font_paths.end());
  result.jobs = raw.jobs;
  result.memory = raw.memory;
  if (raw.timeout > 0) result.typeset.time_limit = std::chrono::milliseconds(std::max(1LL, std::llround(raw.timeout * 1000)));
  result.page = raw.page;
  result.port = raw.port;
  result.strict = raw.strict;
  result.as_is = raw.as_is;
  result.impose = raw.impose;
  result.pdf = raw.pdf;
  result.diagnostics = diagnostics;
  return result;
}

DiagnosticFormat diagnostic_format(const Raw& raw, MessageLanguage language) {
  DiagnosticFormat format;
  using Form = DiagnosticFormat::Form;
  format.form = raw.diagnostics == "json" ? Form::json : raw.diagnostics == "sarif" ? Form::sarif : Form::human;
  format.language = language;
  format.colour = raw.colour == "always" || (raw.colour == "auto" && ::isatty(STDERR_FILENO) && !std::getenv("NO_COLOR"));
  return format;
}

/// What the options ask for together and cannot have.
std::optional<Diagnostic> conflict_in(const CommandLine& line) {
  const bool from_standard_input = std::find(line.arguments.begin(), line.arguments.end(), "-") != line.arguments.end();
  if (line.command == Command::watch && (from_standard_input || line.output == "-"))
    return Diagnostic(Severity::error, "cli-watch-stream", {});
  if (line.command != Command::build && line.command != Command::watch) return std::nullopt;
  if (from_standard_input && line.output.empty()) return Diagnostic(Severity::error, "cli-output-missing", {});
  if (line.arguments.size() > 1 && line.output == "-") return Diagnostic(Severity::error, "cli-output-shared", {});
  if (line.produce.dpi && line.produce.format != OutputChoice::Format::png)
    return Diagnostic(Severity::error, "cli-option-needs-format", {}, {{"option", "--dpi"}, {"formats", "png"}});
  if (line.produce.pages && !line.produce.one_file_a_page())
    return Diagnostic(Severity::error, "cli-option-needs-format", {}, {{"option", "--page"}, {"formats", "png|svg"}});
  return std::nullopt;
}

std::optional<Diagnostic> unknown_standard(const std::string& name) {
  if (name.empty() || find_pdf_standard(name)) return std::nullopt;
  Diagnostic error(Severity::error, "cli-standard-not-yet", {}, {{"value", name}, {"known", pdf_standard_names()}});
  std::vector<std::string_view> names;
  for (const PdfStandard& standard : pdf_standards()) names.push_back(standard.name);
  suggest(error, name, names);
  return error;
}

ParsedCommandLine refuse(const Diagnostic& diagnostic, const DiagnosticFormat& format) {
  MessageOutput messages(format);
  messages.add(diagnostic);
  messages.finish();
  return {std::nullopt, exit_usage_wrong};
}

void add_commands(CLI::App& app, Raw& raw, MessageLanguage language) {
  const std::string example = words("cli-help-example", language);
  translate_help(app, language);
  app.footer(example + commands[0].example);
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text, words("cli-help-version", language));
  OptionAdder(app, raw, language).message_options();
  for (const CommandSyntax& syntax : commands) {
    CLI::App* command = app.add_subcommand(syntax.name, words(syntax.help, language));
    command->group(words("cli-help-commands", language));
    command->footer(example + syntax.example);
    command->set_help_flag("-h,--help", words("cli-help-help", language));
    (OptionAdder(*command, raw, language).*syntax.add_options)();
  }
}

OptionDescription description_of(CLI::Option& option) {
  OptionDescription result;
  for (const std::string& name : option.get_snames()) result.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) result.names.push_back("--" + name);
  if (option.get_expected_max() > 0) result.value = option.get_type_name();
  result.help = option.get_description();
  if (const CLI::Validator* words_only = choice_validator(option)) result.choices = choices_of(*words_only);
  return result;
}

}  // namespace

std::vector<CommandDescription> describe_commands(MessageLanguage language) {
  CLI::App app("", "banxin");
  Raw raw;
  add_commands(app, raw, language);
  std::vector<CommandDescription> result;
  for (const CommandSyntax& syntax : commands) {
    CLI::App* command = app.get_subcommand(syntax.name);
    CommandDescription& description = result.emplace_back(CommandDescription{syntax.name, command->get_description(), syntax.example, {}});
    for (CLI::Option* option : command->get_options()) description.options.push_back(description_of(*option));
    std::stable_partition(description.options.begin(), description.options.end(),
                          [](const OptionDescription& one) { return one.names.empty(); });
  }
  return result;
}

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  const MessageLanguage language = language_of_messages(argc, argv);
  CLI::App app(words("cli-help-banxin", language), "banxin");
  Raw raw;
  add_commands(app, raw, language);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);
    return {std::nullopt, exit_done};
  } catch (const CLI::ParseError& error) {
    return refuse(usage_error_of(app, error), diagnostic_format(raw, language));
  }
  const auto* chosen =
      std::find_if(std::begin(commands), std::end(commands), [&](const CommandSyntax& c) { return app.got_subcommand(c.name); });
  CommandLine line = command_line_of(raw, chosen->command, diagnostic_format(raw, language));
  if (const std::optional<Diagnostic> unknown = unknown_standard(raw.standard)) return refuse(*unknown, line.diagnostics);
  if (const std::optional<Diagnostic> conflict = conflict_in(line)) return refuse(*conflict, line.diagnostics);
  return {std::move(line), exit_done};
}

}  // namespace banxin
