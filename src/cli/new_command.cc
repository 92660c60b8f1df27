#include "cli/new_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "base/file_access.h"
#include "base/whole_file.h"
#include "cli/schema_command.h"
#include "cli/starter_article.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr const char* schema_file = ".article.schema.json";

/// The path as it can be typed in a shell: in single quotes when it holds more than letters, digits and the marks of paths.
std::string typed(const fs::path& path) {
  const std::string text = path.string();
  const bool plain = std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) || std::string_view("/._-+").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (plain) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

int fail(const Diagnostic& diagnostic, MessageOutput& messages, int status) {
  messages.add(diagnostic);
  return status;
}

}  // namespace

int new_command(const CommandLine& line, MessageOutput& messages) {
  const fs::path folder = line.arguments.front();
  const fs::path article = folder / "article.yaml";
  if (DiskFileAccess().exists(article))
    return fail(Diagnostic(Severity::error, "cli-article-exists", {}, {{"file", article.string()}}), messages, exit_input_wrong);
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    const Diagnostic failure(Severity::error, "file-not-writable", {}, {{"path", folder.string()}, {"reason", error.message()}});
    return fail(failure, messages, exit_machine_failed);
  }
  // The schema lies beside the article, so that editors find it wherever the folder goes; hidden, because people need not see it.
  if (const auto failure = write_file_whole(folder / schema_file, schema_text("article")))
    return fail(*failure, messages, exit_machine_failed);
  const std::string modeline = fmt::format("# yaml-language-server: $schema={}\n", schema_file);
  if (const auto failure = write_file_whole(article, modeline + starter_article(line.diagnostics.language)))
    return fail(*failure, messages, exit_machine_failed);
  const Message done{"cli-article-made", {{"file", article.string()}, {"command", "banxin build " + typed(article)}}};
  fmt::print("{}\n", done.text(line.diagnostics.language));
  return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
}

}  // namespace banxin
