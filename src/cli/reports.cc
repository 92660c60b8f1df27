#include "cli/reports.h"

namespace banxin {

std::string pages_written(const std::filesystem::path& file, std::size_t pages, MessageLanguage language) {
  const char* code = pages == 1 ? "cli-page-written" : "cli-pages-written";
  return Message{code, {{"file", file.string()}, {"count", std::to_string(pages)}}}.text(language) + "\n";
}

void add_written(const JobOutcome& outcome, nlohmann::ordered_json& result) {
  if (outcome.written.size() == 1) {
    result["output"] = outcome.written.front().string();
  } else {
    for (const std::filesystem::path& file : outcome.written) result["outputs"].push_back(file.string());
  }
  result["pages"] = outcome.pages;
}

std::string outcome_text(const CommandLine& line, const TypesetJob& job, const JobOutcome& outcome) {
  if (line.command == CommandLine::Command::check || job.output == "-") return outcome.content;
  if (line.diagnostics.form != DiagnosticFormat::Form::json) {
    std::string text;
    for (const std::filesystem::path& file : outcome.written)
      text += line.produce.one_file_a_page() ? file.string() + "\n" : pages_written(file, outcome.pages, line.diagnostics.language);
    return text;
  }
  using Json = nlohmann::ordered_json;
  Json result = {{"article", job.name}, {"status", outcome.status}};
  if (!job.row.empty()) result["row"] = job.row;
  if (!outcome.written.empty()) add_written(outcome, result);
  return result.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace banxin
