// What commands say when they are done, in the user's language.
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "cli/typeset_job.h"

namespace banxin {

/// `a.pdf (2 pages)` and a line end.
std::string pages_written(const std::filesystem::path& file, std::size_t pages, MessageLanguage language);

/// Adds to a result of JSON lines what was written: `output`, or `outputs` when each page has a file, and `pages`.
void add_written(const JobOutcome& outcome, nlohmann::ordered_json& result);

/// What a job has to say on standard output: what it is to write there, or the files that it wrote, for people or as a JSON line.
std::string outcome_text(const CommandLine& line, const TypesetJob& job, const JobOutcome& outcome);

}  // namespace banxin
