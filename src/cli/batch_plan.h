// Which articles, and which rows of data, go to which files.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/typeset_job.h"
#include "data/rows.h"

namespace banxin {

struct PlannedJob {
  TypesetJob job;
  std::optional<std::size_t> row;  ///< of the data, from 0
};

/// What one command has to do. Jobs point into it.
struct BatchPlan {
  std::deque<std::string> texts;  ///< of articles that are read once and set many times
  std::optional<DataTable> data;
  std::vector<PlannedJob> jobs;
  std::filesystem::path all_in_one;  ///< where the pages of all jobs go together; empty: each job has its own output

  /// The fields of a job's row, its number among them.
  FieldValues fields(const PlannedJob& job) const;
};

/// Fills `plan`; the exit status, not 0 after errors.
int make_plan(const CommandLine& line, const FileAccess& files, BatchPlan& plan, MessageOutput& messages);

}  // namespace banxin
