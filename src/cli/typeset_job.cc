#include "cli/typeset_job.h"

#include <algorithm>
#include <exception>
#include <new>

#include "base/limits.h"
#include "cli/article_output.h"
#include "cli/import_command.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

std::optional<ArticleInput> read_input(const TypesetJob& job, const FileAccess& files, DiagnosticSink& sink) {
  const fs::path folder = job.name == "-" ? fs::current_path() : fs::absolute(fs::path(job.name)).parent_path();
  if (job.text) return ArticleInput{job.name, folder, *job.text, job.fields};
  std::optional<std::string> text = read_article_file(job.name, files).value_or_report(sink);
  if (!text) return std::nullopt;
  return ArticleInput{job.name, folder, std::move(*text), job.fields};
}

}  // namespace

Result<std::string> read_article_file(const std::string& name, const FileAccess& files) {
  return name == "-" ? read_standard_input(limits::text_file) : files.read(name, limits::text_file);
}

JobRunner::JobRunner(const CommandLine& line, const FileAccess& files)
    : line_(line), files_(files), typesetter_(files, find_data_folders(), line.font_paths) {
  if (!line.typeset.time_limit) return;
  constexpr std::chrono::seconds grace(1);  // an article that ends by itself says better what was wrong
  watchdog_ = std::make_unique<Watchdog>(2 * *line.typeset.time_limit + grace, [this](const std::string& name) {
    return format_diagnostic(Diagnostic(Severity::error, "cli-overrun", {}, {{"file", name}}), line_.diagnostics);
  });
}

bool JobRunner::report_fonts(MessageOutput& messages) const {
  JobOutcome outcome;
  report(typesetter_.font_diagnostics(), {}, outcome);
  for (std::string& message : outcome.messages) messages.write(std::move(message));
  return outcome.status == exit_done;
}

JobOutcome JobRunner::typeset(const TypesetJob& job, const TypesetOptions& options) const {
  return guarded(job, [&](JobOutcome& outcome) { typeset_into(job, options, outcome); });
}

JobOutcome JobRunner::run(const TypesetJob& job, const TypesetOptions& options) const {
  return guarded(job, [&](JobOutcome& outcome) {
    typeset_into(job, options, outcome);
    write(job, outcome);
    outcome.result.reset();
  });
}

template <typename Work>
JobOutcome JobRunner::guarded(const TypesetJob& job, const Work& work) const {
  std::optional<Watchdog::Watch> watch;
  if (watchdog_) watch.emplace(*watchdog_, job.name);
  JobOutcome outcome;
  DiagnosticSink sink;
  try {
    work(outcome);
  } catch (const std::bad_alloc&) {
    outcome = {};
    sink.error("cli-out-of-memory", {}, {{"file", job.name}});
  } catch (const std::exception& failure) {
    outcome = {};
    sink.error("cli-failed", {}, {{"file", job.name}, {"reason", failure.what()}});
  }
  report(sink, job.row, outcome);
  return outcome;
}

void JobRunner::typeset_into(const TypesetJob& job, const TypesetOptions& options, JobOutcome& outcome) const {
  DiagnosticSink sink;
  const std::optional<ArticleInput> input = read_input(job, files_, sink);
  if (input && is_text_to_import(input->name, input->text)) {
    sink.error("cli-not-an-article", {}, {{"file", job.name}, {"article", fs::path(job.name).replace_extension(".yaml").string()}});
  } else if (input) {
    outcome.result = typesetter_.typeset(*input, options);
    sink.append(outcome.result->diagnostics);
  }
  report(sink, job.row, outcome);
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
      if (auto failure = writer_.write(file, output.files[i])) {
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
  }
  outcome.status = std::max<int>(outcome.status, status_of(sink, line_.strict));
}

}  // namespace banxin
