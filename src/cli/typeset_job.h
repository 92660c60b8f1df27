// One article to one output: what `build`, `check` and `worker` do many times.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/whole_file.h"
#include "cli/message_output.h"
#include "cli/options.h"
#include "cli/watchdog.h"

namespace banxin {

/// The article of that name; `-` is standard input.
Result<std::string> read_article_file(const std::string& name, const FileAccess& files);

/// What to read, where to write. What pointers point to must outlive the job.
struct TypesetJob {
  std::string name;                   ///< of the article's file; `-` for standard input
  const std::string* text = nullptr;  ///< the article; null: the file is read
  const FieldValues* fields = nullptr;
  std::filesystem::path output;  ///< empty: nothing is written; `-`: standard output
  std::string row;               ///< of the data, as messages name it: `rows.csv:3`; empty: none
};

/// What came of a job.
struct JobOutcome {
  int status = exit_done;
  std::vector<std::string> messages;  ///< formatted
  std::vector<std::filesystem::path> written;
  std::size_t pages = 0;                  ///< of the article, when it was written
  std::string content;                    ///< for standard output
  std::unique_ptr<TypesetResult> result;  ///< of `typeset()`
};

/// Runs jobs with one set of fonts; may be used from several threads at once.
class JobRunner {
 public:
  /// Formats, options and strictness are those of `line`; it and `files` must outlive this.
  JobRunner(const CommandLine& line, const FileAccess& files);
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  /// What opening the fonts had to say; false when nothing can be typeset.
  bool report_fonts(MessageOutput& messages) const;
  /// The pages, nothing written. What ends a job early (no memory, a fault of the program) is its outcome, and others go on.
  JobOutcome typeset(const TypesetJob& job, const TypesetOptions& options) const;
  /// Typesets and writes.
  JobOutcome run(const TypesetJob& job, const TypesetOptions& options) const;
  /// Writes what was typeset.
  void write(const TypesetJob& job, JobOutcome& outcome) const;

 private:
  template <typename Work>
  JobOutcome guarded(const TypesetJob& job, const Work& work) const;
  void typeset_into(const TypesetJob& job, const TypesetOptions& options, JobOutcome& outcome) const;
  void report(const DiagnosticSink& sink, const std::string& row, JobOutcome& outcome) const;

  const CommandLine& line_;
  const FileAccess& files_;
  Typesetter typesetter_;
  FileWriter writer_;
  std::unique_ptr<Watchdog> watchdog_;  ///< when the time is limited
};

}  // namespace banxin
