// One line of a worker's input.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "cli/typeset_job.h"

namespace banxin {

/// A job with what it points to.
struct WorkerJob {
  std::string id = "null";  ///< as JSON
  std::string name, output;
  std::optional<std::string> text;
  std::optional<FieldValues> fields;
  TypesetOptions options;

  /// Valid as long as this.
  TypesetJob job() const;
};

/// Reads a line; `options` are those of the command line, which the job's come behind. What is wrong is reported to `sink`; the id is read
/// even then, if there is one.
WorkerJob read_worker_job(std::string_view line, const TypesetOptions& options, DiagnosticSink& sink);

}  // namespace banxin
