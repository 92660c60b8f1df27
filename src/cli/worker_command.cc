#include "cli/worker_command.h"

#include <fmt/core.h>

#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "base/limits.h"
#include "cli/ordered_run.h"
#include "cli/reports.h"
#include "cli/typeset_job.h"
#include "cli/worker_job.h"

namespace banxin {

namespace {

class Worker {
 public:
  explicit Worker(const CommandLine& line) : line_(with_json_messages(line)), runner_(line_, files_) {}

  int run(MessageOutput& messages) {
    if (!runner_.report_fonts(messages)) return exit_machine_failed;
    {
      const std::vector<std::jthread> threads = start_threads(worker_count(line_.jobs, most_threads), [this] { work(); });
      work();
    }
    return std::ferror(stdout) ? exit_machine_failed : exit_done;
  }

 private:
  static constexpr std::size_t most_threads = 1024;

  static CommandLine with_json_messages(CommandLine line) {
    line.diagnostics.form = DiagnosticFormat::Form::json;
    return line;
  }

  /// Each thread takes the next line when it is free, so that no more is read than is worked on.
  void work() {
    std::string text;
    while (next_line(text)) {
      if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
      DiagnosticSink sink;
      const WorkerJob job = text.size() > limits::text_file ? too_long(sink) : read_worker_job(text, line_.typeset, sink);
      JobOutcome outcome;
      if (sink.has_errors()) {
        outcome.status = exit_usage_wrong;
        for (const Diagnostic& diagnostic : sink.all()) outcome.messages.push_back(format_diagnostic(diagnostic, line_.diagnostics));
      } else {
        outcome = runner_.run(job.job(), job.options);
      }
      print(job, outcome);
    }
  }

  /// The next line, up to a byte more than a job may have: what follows of a longer one is left out.
  bool next_line(std::string& text) {
    const std::lock_guard lock(input_);
    std::streambuf& input = *std::cin.rdbuf();
    constexpr int end = std::streambuf::traits_type::eof();
    text.clear();
    int c = input.sbumpc();
    if (c == end) return false;
    for (; c != end && c != '\n'; c = input.sbumpc()) {
      if (text.size() <= limits::text_file) text.push_back(static_cast<char>(c));
    }
    return true;
  }

  static WorkerJob too_long(DiagnosticSink& sink) {
    sink.error("worker-job-too-long", {}, {{"limit", std::to_string(limits::text_file / limits::mebibyte)}});
    return {};
  }

  void print(const WorkerJob& job, const JobOutcome& outcome) {
    using Json = nlohmann::ordered_json;
    Json result = {{"id", Json::parse(job.id)}, {"status", outcome.status}};
    if (!outcome.written.empty()) add_written(outcome, result);
    result["diagnostics"] = Json::array();
    for (const std::string& message : outcome.messages) result["diagnostics"].push_back(Json::parse(message));
    const std::string written = result.dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::lock_guard lock(output_);
    fmt::print("{}\n", written);
    std::fflush(stdout);  // a queue waits for it
  }

  CommandLine line_;
  DiskFileAccess files_;
  JobRunner runner_;
  std::mutex input_, output_;
};

}  // namespace

int worker_command(const CommandLine& line, MessageOutput& messages) { return Worker(line).run(messages); }

}  // namespace banxin
