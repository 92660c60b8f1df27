#include "cli/impose_command.h"

#include <fmt/core.h>

#include <cstdio>

#include "base/file_access.h"
#include "base/length_text.h"
#include "base/limits.h"
#include "base/whole_file.h"
#include "cli/reports.h"
#include "impose/impose.h"
#include "style/paper.h"
#include "style/value_reader.h"

namespace banxin {

namespace {

/// A length of fixed units, not negative.
std::optional<Length> length_of(std::string_view written) {
  const LengthParse parsed = parse_length(written);
  const std::optional<Length> length = parsed.length ? resolve(*parsed.length, {}) : std::nullopt;
  return length && *length >= Length() ? length : std::nullopt;
}

/// A paper by name, or as `320mmx450mm`.
std::optional<Size> sheet_of(std::string_view written) {
  if (const std::optional<Size> paper = paper_size(written)) return paper;
  const std::size_t cross = written.find('x');
  if (cross == std::string_view::npos) return std::nullopt;
  const std::optional<Length> width = length_of(written.substr(0, cross)), height = length_of(written.substr(cross + 1));
  const bool real = width && height && *width > Length() && *height > Length();
  return real ? std::optional(Size{*width, *height}) : std::nullopt;
}

/// What was typed, understood; reports what cannot be.
class Reader {
 public:
  Reader(const ImposeArguments& typed, DiagnosticSink& sink) : typed_(typed), sink_(sink) {}

  ImposeOptions options() {
    ImposeOptions options;
    options.sheet.way = way();
    options.sheet.marks = typed_.marks;
    options.binding = typed_.binding == "right" ? Binding::right : Binding::left;
    options.signature = static_cast<std::size_t>(typed_.signature);
    if (typed_.signature % 4 != 0) sink_.error("cli-signature-wrong", {}, {{"value", std::to_string(typed_.signature)}});
    read_length("--gutter", typed_.gutter, options.sheet.gutter);
    read_length("--creep", typed_.creep, options.sheet.creep);
    if (!typed_.sheet.empty()) read_sheet(options.sheet.sheet);
    return options;
  }

 private:
  Imposition way() const {
    if (typed_.layout == "2-up") return Imposition::two_up;
    if (typed_.layout == "4-up") return Imposition::four_up;
    return typed_.layout == "signatures" ? Imposition::signatures : Imposition::booklet;
  }

  void read_length(const char* option, const std::string& written, Length& target) {
    if (written.empty()) return;
    if (const std::optional<Length> length = length_of(written))
      target = *length;
    else
      sink_.error("cli-length-wrong", {}, {{"option", option}, {"value", written}});
  }

  void read_sheet(std::optional<Size>& target) {
    target = sheet_of(typed_.sheet);
    if (target) return;
    std::vector<std::string_view> names;
    for (const Paper& paper : papers()) names.push_back(paper.name);
    suggest(sink_.error("cli-sheet-unknown", {}, {{"value", typed_.sheet}, {"known", joined(names)}}), typed_.sheet, names);
  }

  const ImposeArguments& typed_;
  DiagnosticSink& sink_;
};

/// `1 sheet`, `2 sheets`.
std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

int write_sheets(const ImposedFile& sheets, const CommandLine& line, MessageOutput& messages) {
  if (line.output == "-") {
    fmt::print("{}", sheets.bytes);
    return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
  }
  if (const std::optional<Diagnostic> failure = write_file_whole(line.output, sheets.bytes)) {
    messages.add(*failure);
    return exit_machine_failed;
  }
  const MessageArguments what = {{"file", line.output},
                                 {"pages", counted(sheets.pages, "page")},
                                 {"pages.zh", std::to_string(sheets.pages)},
                                 {"sheets", counted(sheets.sheets, "sheet")},
                                 {"sheets.zh", std::to_string(sheets.sheets)},
                                 {"blanks", std::to_string(sheets.blanks)}};
  fmt::print("{}\n", Message{"cli-imposed", what}.text(line.diagnostics.language));
  return exit_done;
}

}  // namespace

int impose_command(const CommandLine& line, MessageOutput& messages) {
  const DiskFileAccess files;
  const std::string& name = line.arguments.front();
  DiagnosticSink sink;
  const ImposeOptions options = Reader(line.impose, sink).options();
  if (line.output != "-" && files.canonical(line.output) == files.canonical(name))
    sink.error("cli-output-is-input", {}, {{"output", line.output}});
  if (sink.has_errors()) {
    messages.add(sink);
    return exit_usage_wrong;
  }
  const std::optional<std::string> bytes = files.read(name, limits::pdf_file).value_or_report(sink);
  const std::optional<ImposedFile> sheets = bytes ? impose(*bytes, options).value_or_report(sink) : std::nullopt;
  if (sheets && sheets->claims_dropped) sink.note("cli-claims-dropped", {});
  messages.add(sink);
  return sheets ? write_sheets(*sheets, line, messages) : status_of(sink);
}

}  // namespace banxin
