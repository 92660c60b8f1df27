#include "cli/watch_command.h"

#include <fmt/core.h>

#include <cstdio>
#include <optional>
#include <set>

#include "base/file_watch.h"
#include "cli/batch_plan.h"
#include "cli/live_files.h"
#include "cli/reports.h"
#include "cli/typeset_job.h"
#include "driver/kept_run.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

/// An article with what it was last made of.
struct WatchedJob {
  const TypesetJob& job;
  FileStamps made_of;
  bool is_new = true;
};

class Watch {
 public:
  Watch(const CommandLine& line, MessageOutput& messages) : line_(line), messages_(messages), files_(line.font_paths) { open_fonts(); }

  int run() {
    const StopSignals signals;
    if (const int status = make_plan(line_, files_.access(), plan_, messages_)) return status;
    if (!runner_->report_fonts(messages_)) return exit_machine_failed;
    for (const PlannedJob& planned : plan_.jobs) jobs_.push_back({planned.job, {}, true});
    FileWatch watch(signals.descriptor());
    while (true) {
      for (WatchedJob& watched : jobs_) {
        if (watched.is_new) build(watched);
      }
      if (std::fflush(stdout) != 0) return exit_machine_failed;
      watch.watch(all_files());
      const std::vector<fs::path> changed = watch.wait();
      if (changed.empty()) return exit_done;
      const bool other_fonts = files_.fonts_changed(changed);
      if (other_fonts) open_fonts();
      for (WatchedJob& watched : jobs_) watched.is_new = other_fonts || any_of_these(changed, watched.made_of);
    }
  }

 private:
  void open_fonts() {
    runner_.emplace(line_, files_.access());
    kept_.emplace();  // what was kept points into the fonts
  }

  void build(WatchedJob& watched) {
    static_cast<void>(files_.take());
    TypesetOptions options = line_.typeset;
    if (jobs_.size() == 1) options.kept = &*kept_;  // of each of many it would take too much memory
    JobOutcome outcome = runner_->run(watched.job, options);
    watched.made_of = files_.take();
    for (std::string& message : outcome.messages) messages_.write(std::move(message));
    fmt::print("{}", outcome_text(line_, watched.job, outcome));
    for (const fs::path& file : outcome.written) outputs_.insert(fs::absolute(file).lexically_normal());
  }

  /// Without what was written itself, which may lie in a folder of fonts.
  FileStamps all_files() const {
    FileStamps files = files_.fonts();
    for (const WatchedJob& watched : jobs_) files.insert(watched.made_of.begin(), watched.made_of.end());
    for (const fs::path& output : outputs_) files.erase(output);
    return files;
  }

  const CommandLine& line_;
  MessageOutput& messages_;
  LiveFiles files_;
  std::optional<JobRunner> runner_;
  std::optional<KeptRun> kept_;
  BatchPlan plan_;
  std::vector<WatchedJob> jobs_;
  std::set<fs::path> outputs_;
};

}  // namespace

int watch_command(const CommandLine& line, MessageOutput& messages) { return Watch(line, messages).run(); }

}  // namespace banxin
