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

}  // namespace banxin
