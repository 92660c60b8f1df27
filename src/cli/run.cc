#include "cli/run.h"

#include <fmt/core.h>

#include <atomic>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <thread>

#include "cli/article_output.h"
#include "cli/check_pdf_command.h"
#include "cli/fonts_command.h"
#include "cli/import_command.h"
#include "cli/new_command.h"
#include "cli/preview_command.h"
#include "cli/reports.h"
#include "cli/why_command.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_article = 64u << 20;

/// One article: what to read, where to write, what came of it.
struct Job {
  std::string name;
  fs::path output;       ///< empty: nothing is written; `-`: standard output
  std::string messages;  ///< formatted
  std::string report;    ///< for standard output
  std::string content;   ///< of standard output
  int status = exit_done;
};

/// The exit status that a failing diagnostic asks for.
ExitStatus status_of(const Diagnostic& diagnostic) {
  if (diagnostic.message.code == "file-not-writable") return exit_machine_failed;
  const bool usage = diagnostic.message.code == "output-password-forbidden" || diagnostic.message.code == "cli-pages-share-output";
  return usage ? exit_usage_wrong : exit_input_wrong;
}

class Runner {
 public:
  explicit Runner(const CommandLine& line) : line_(line), typesetter_(files_, find_data_folders(), line.font_paths) {}

  int run() {
    std::vector<Job> jobs;
    if (!plan(jobs)) return exit_usage_wrong;
    DiagnosticSink fonts = typesetter_.font_diagnostics();
    std::string messages;
    if (report(fonts, messages) != exit_done) {
      fmt::print(stderr, "{}", messages);
      return exit_machine_failed;
    }
    fmt::print(stderr, "{}", messages);
    run_all(jobs);
    int worst = exit_done;
    for (const Job& job : jobs) {
      fmt::print(stderr, "{}", job.messages);
      fmt::print("{}{}", job.content, job.report);
      worst = std::max(worst, job.status);
    }
    if (std::fflush(stdout) != 0) return exit_machine_failed;
    return worst;
  }

 private:
  /// Fills `jobs`; false after a usage error was printed.
  bool plan(std::vector<Job>& jobs) {
    std::set<fs::path> inputs;
    for (const std::string& name : line_.arguments) inputs.insert(files_.canonical(name));
    std::map<fs::path, std::string> taken;
    for (const std::string& name : line_.arguments) {
      Job job{name, output_for(name), {}, {}, {}, exit_done};
      if (!job.output.empty() && job.output != "-") {
        if (inputs.contains(files_.canonical(job.output))) {
          DiagnosticSink sink;
          sink.error("cli-output-is-input", {}, {{"output", job.output.string()}});
          print_diagnostics(sink, line_.diagnostics);
          return false;
        }
        const auto [other, is_new] = taken.try_emplace(files_.canonical(job.output), name);
        if (!is_new) {
          DiagnosticSink sink;
          sink.error("cli-output-twice", {}, {{"file", name}, {"other", other->second}, {"output", job.output.string()}});
          print_diagnostics(sink, line_.diagnostics);
          return false;
        }
      }
      jobs.push_back(std::move(job));
    }
    return true;
  }

  fs::path output_for(const std::string& name) const {
    if (line_.command == CommandLine::Command::check) return {};
    if (line_.output == "-") return "-";
    std::error_code ignored;
    const bool into_folder = !line_.output.empty() && (line_.arguments.size() > 1 || fs::is_directory(line_.output, ignored));
    if (!line_.output.empty() && !into_folder) return line_.output;
    fs::path file = fs::path(name).replace_extension(extension_of(line_.produce.format));
    return into_folder ? fs::path(line_.output) / file.filename() : file;
  }

  void run_all(std::vector<Job>& jobs) {
    const unsigned processors = line_.jobs > 0 ? static_cast<unsigned>(line_.jobs) : std::max(1u, std::thread::hardware_concurrency());
    const std::size_t workers = std::min<std::size_t>(processors, jobs.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < jobs.size(); i = next++) run_one(jobs[i]);
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers; ++i) threads.emplace_back(work);
    work();
  }

  void run_one(Job& job) {
    DiagnosticSink sink;
    const std::optional<ArticleInput> input = read_input(job, sink);
    std::unique_ptr<TypesetResult> result;
    if (input && is_text_to_import(input->name, input->text)) {
      sink.error("cli-not-an-article", {}, {{"file", job.name}, {"article", fs::path(job.name).replace_extension(".yaml").string()}});
    } else if (input) {
      result = typesetter_.typeset(*input, line_.typeset);
      sink.append(result->diagnostics);
    }
    job.status = report(sink, job.messages);
    if (job.status != exit_done || !result || !result->document || job.output.empty()) return;
    write(job, *result);
  }

  std::optional<ArticleInput> read_input(const Job& job, DiagnosticSink& sink) const {
    if (job.name == "-") return ArticleInput{"-", fs::current_path(), std::string(std::istreambuf_iterator<char>(std::cin), {})};
    std::optional<std::string> text = files_.read(job.name, largest_article).value_or_report(sink);
    if (!text) return std::nullopt;
    return ArticleInput{job.name, fs::absolute(fs::path(job.name)).parent_path(), std::move(*text)};
  }

  void write(Job& job, const TypesetResult& result) {
    DiagnosticSink sink;
    ArticleOutput output = make_output(result, line_.produce, sink);
    if (job.output == "-" && output.files.size() > 1) {
      sink.error("cli-pages-share-output", {}, {{"pages", std::to_string(output.files.size())}});
    } else if (job.output == "-" && !output.files.empty()) {
      job.content = std::move(output.files.front());
    } else if (line_.produce.one_file_a_page()) {
      write_pages(job, output, sink);
    } else if (!output.files.empty()) {
      if (auto failure = write_file_whole(job.output, output.files.front()))
        sink.add(std::move(*failure));
      else
        job.report = pages_written(job.output, output.pages, line_.diagnostics.language);
    }
    job.status = std::max(job.status, report(sink, job.messages));
  }

  void write_pages(Job& job, const ArticleOutput& output, DiagnosticSink& sink) const {
    for (std::size_t i = 0; i < output.files.size(); ++i) {
      const fs::path file = page_file(job.output, output.first_page + i, output.pages);
      if (auto failure = write_file_whole(file, output.files[i])) {
        sink.add(std::move(*failure));
        return;
      }
      job.report += file.string() + "\n";
    }
  }

  /// Adds the diagnostics to `messages` and tells the status that they ask for.
  int report(const DiagnosticSink& sink, std::string& messages) const {
    int status = exit_done;
    for (const Diagnostic& diagnostic : sink.all()) {
      messages += format_diagnostic(diagnostic, line_.diagnostics);
      const bool fails = diagnostic.severity == Severity::error || (line_.strict && diagnostic.severity == Severity::warning);
      if (fails) status = std::max<int>(status, status_of(diagnostic));
    }
    return status;
  }

  const CommandLine& line_;
  DiskFileAccess files_;
  Typesetter typesetter_;
};

}  // namespace

int run_command(const CommandLine& line) {
  switch (line.command) {
    case CommandLine::Command::import_text:
      return import_command(line);
    case CommandLine::Command::new_article:
      return new_command(line);
    case CommandLine::Command::fonts:
      return fonts_command(line);
    case CommandLine::Command::preview:
      return preview_command(line);
    case CommandLine::Command::why:
      return why_command(line);
    case CommandLine::Command::check:
      if (line.pdf) return check_pdf_command(line);
      break;
    case CommandLine::Command::build:
      break;
  }
  return Runner(line).run();
}

}  // namespace banxin
