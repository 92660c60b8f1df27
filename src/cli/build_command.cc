#include "cli/build_command.h"

#include <fmt/core.h>

#include "cli/batch_plan.h"
#include "cli/ordered_run.h"
#include "cli/progress_line.h"
#include "cli/reports.h"
#include "cli/typeset_job.h"
#include "page/append.h"

namespace banxin {

namespace {

class Build {
 public:
  Build(const CommandLine& line, MessageOutput& messages) : line_(line), messages_(messages), runner_(line, files_), options_(line.typeset) {}

  int run() {
    if (const int status = make_plan(line_, files_, plan_, messages_)) return status;
    if (!runner_.report_fonts(messages_)) return exit_machine_failed;
    const std::size_t workers = worker_count(line_.jobs, plan_.jobs.size());
    // Many articles share the processors; one has them all.
    if (plan_.jobs.size() == 1) options_.threads = static_cast<unsigned>(worker_count(line_.jobs, most_threads));
    ProgressLine progress(plan_.jobs.size());
    const bool together = !plan_.all_in_one.empty();
    std::size_t failed = 0;
    run_in_order(
        plan_.jobs.size(), workers, [&](std::size_t i) { return work(plan_.jobs[i], together); },
        [&](std::size_t i, JobOutcome outcome) {
          progress.clear();
          take(plan_.jobs[i], outcome, together);
          if (outcome.status != exit_done) ++failed;
          progress.show(i + 1, failed);
        });
    progress.clear();
    if (together && status_ == exit_done) write_together();
    if (std::fflush(stdout) != 0) return exit_machine_failed;
    return status_;
  }

 private:
  static constexpr std::size_t most_threads = 64;

  JobOutcome work(const PlannedJob& planned, bool together) const {
    if (!planned.row) return runner_.run(planned.job, options_);
    const FieldValues fields = plan_.fields(planned);
    TypesetJob job = planned.job;
    job.fields = &fields;
    return together ? runner_.typeset(job, options_) : runner_.run(job, options_);
  }

  void take(const PlannedJob& planned, JobOutcome& outcome, bool together) {
    status_ = std::max(status_, outcome.status);
    if (!together) {
      fmt::print("{}", outcome_text(line_, planned.job, outcome));
    } else if (status_ == exit_done && outcome.result && outcome.result->document) {
      add_pages(*outcome.result);
    }
    for (std::string& message : outcome.messages) messages_.write(std::move(message));
  }

  void add_pages(TypesetResult& result) {
    if (!all_.document) {
      all_.document.emplace();
      all_.pdf = result.pdf;
    }
    append_document(*all_.document, std::move(*result.document));
  }

  /// The pages of all rows as one article.
  void write_together() {
    TypesetJob job = plan_.jobs.front().job;
    job.output = plan_.all_in_one;
    job.row.clear();
    JobOutcome outcome;
    outcome.result = std::make_unique<TypesetResult>(std::move(all_));
    runner_.write(job, outcome);
    take({job, std::nullopt}, outcome, false);
  }

  const CommandLine& line_;
  MessageOutput& messages_;
  DiskFileAccess files_;
  JobRunner runner_;
  TypesetOptions options_;
  BatchPlan plan_;
  TypesetResult all_;  ///< the pages of all rows, when they go together
  int status_ = exit_done;
};

}  // namespace

int build_command(const CommandLine& line, MessageOutput& messages) { return Build(line, messages).run(); }

}  // namespace banxin
