// One article to one output: what `build`, `check` and `worker` do many times.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/message_output.h"
#include "cli/options.h"

namespace banxin {

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

  /// What opening the fonts had to say; false when nothing can be typeset.
  bool report_fonts(MessageOutput& messages) const;
  /// The pages, nothing written.
  JobOutcome typeset(const TypesetJob& job, const TypesetOptions& options) const;
  /// Typesets and writes.
  JobOutcome run(const TypesetJob& job, const TypesetOptions& options) const;
  /// Writes what was typeset.
  void write(const TypesetJob& job, JobOutcome& outcome) const;

  static constexpr std::size_t largest_article = 64u << 20;

 private:
  void report(const DiagnosticSink& sink, const std::string& row, JobOutcome& outcome) const;

  const CommandLine& line_;
  const FileAccess& files_;
  Typesetter typesetter_;
};

}  // namespace banxin
