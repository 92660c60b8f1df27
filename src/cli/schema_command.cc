#include "cli/schema_command.h"

#include <fmt/core.h>

#include "base/whole_file.h"
#include "cli/article_schema.h"
#include "cli/style_schema.h"

namespace banxin {

std::string schema_text(const std::string& kind) { return (kind == "style" ? style_json_schema() : article_json_schema()).dump() + "\n"; }

int schema_command(const CommandLine& line, MessageOutput& messages) {
  const std::string text = schema_text(line.arguments.front());
  if (line.output.empty() || line.output == "-") {
    fmt::print("{}", text);
    return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
  }
  if (const auto failure = write_file_whole(line.output, text)) {
    messages.add(*failure);
    return exit_machine_failed;
  }
  return exit_done;
}

}  // namespace banxin
