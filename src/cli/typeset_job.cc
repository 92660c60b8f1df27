#include "cli/typeset_job.h"

#include <algorithm>
#include <iostream>
#include <iterator>

#include "cli/article_output.h"
#include "cli/import_command.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

/// The exit status that a failing diagnostic asks for.
ExitStatus status_of(const Diagnostic& diagnostic) {
  if (diagnostic.message.code == "file-not-writable") return exit_machine_failed;
  const bool usage = diagnostic.message.code == "output-password-forbidden" || diagnostic.message.code == "cli-pages-share-output";
  return usage ? exit_usage_wrong : exit_input_wrong;
}

std::optional<ArticleInput> read_input(const TypesetJob& job, const FileAccess& files, DiagnosticSink& sink) {
  const fs::path folder = job.name == "-" ? fs::current_path() : fs::absolute(fs::path(job.name)).parent_path();
  if (job.text) return ArticleInput{job.name, folder, *job.text, job.fields};
  if (job.name == "-") return ArticleInput{job.name, folder, std::string(std::istreambuf_iterator<char>(std::cin), {}), job.fields};
  std::optional<std::string> text = files.read(job.name, JobRunner::largest_article).value_or_report(sink);
  if (!text) return std::nullopt;
  return ArticleInput{job.name, folder, std::move(*text), job.fields};
}

}  // namespace

JobRunner::JobRunner(const CommandLine& line, const FileAccess& files)
    : line_(line), files_(files), typesetter_(files, find_data_folders(), line.font_paths) {}

bool JobRunner::report_fonts(MessageOutput& messages) const {
  JobOutcome outcome;
  report(typesetter_.font_diagnostics(), {}, outcome);
  for (std::string& message : outcome.messages) messages.write(std::move(message));
  return outcome.status == exit_done;
}

JobOutcome JobRunner::typeset(const TypesetJob& job, const TypesetOptions& options) const {
  DiagnosticSink sink;
  JobOutcome outcome;
  const std::optional<ArticleInput> input = read_input(job, files_, sink);
  if (input && is_text_to_import(input->name, input->text)) {
    sink.error("cli-not-an-article", {}, {{"file", job.name}, {"article", fs::path(job.name).replace_extension(".yaml").string()}});
  } else if (input) {
    outcome.result = typesetter_.typeset(*input, options);
    sink.append(outcome.result->diagnostics);
  }
  report(sink, job.row, outcome);
  return outcome;
}

JobOutcome JobRunner::run(const TypesetJob& job, const TypesetOptions& options) const {
  JobOutcome outcome = typeset(job, options);
  write(job, outcome);
  outcome.result.reset();
  return outcome;
}

void JobRunner::write(const TypesetJob& job, JobOutcome& outcome) const {
  if (outcome.status != exit_done || !outcome.result || !outcome.result->document || job.output.empty()) return;
  DiagnosticSink sink;
  ArticleOutput output = make_output(*outcome.result, line_.produce, sink);
  if (job.output == "-" && output.files.size() > 1) {
    sink.error("cli-pages-share-output", {}, {{"pages", std::to_string(output.files.size())}});
  } else if (job.output == "-" && !output.files.empty()) {
    outcome.content = std::move(output.files.front());
  } else {
    for (std::size_t i = 0; i < output.files.size() && !sink.has_errors(); ++i) {
      const bool numbered = line_.produce.one_file_a_page();
      fs::path file = numbered ? page_file(job.output, output.first_page + i, output.pages) : job.output;
      if (auto failure = write_file_whole(file, output.files[i])) {
        sink.add(std::move(*failure));
      } else {
        outcome.written.push_back(std::move(file));
      }
    }
    outcome.pages = output.pages;
  }
  report(sink, job.row, outcome);
}

/// Adds the diagnostics to the messages, and raises the status to what they ask for.
void JobRunner::report(const DiagnosticSink& sink, const std::string& row, JobOutcome& outcome) const {
  for (Diagnostic diagnostic : sink.all()) {
    if (!row.empty()) diagnostic.hint("hint-data-row", {{"row", row}});
    outcome.messages.push_back(format_diagnostic(diagnostic, line_.diagnostics));
    const bool fails = diagnostic.severity == Severity::error || (line_.strict && diagnostic.severity == Severity::warning);
    if (fails) outcome.status = std::max<int>(outcome.status, status_of(diagnostic));
  }
}

}  // namespace banxin
