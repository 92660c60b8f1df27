#include "cli/import_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

#include "base/file_access.h"
#include "base/limits.h"
#include "base/whole_file.h"
#include "import/import.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

/// Pictures that lie beside the source, by their path from the article. An article reads nothing outside its own folder.
class Pictures {
 public:
  Pictures(const FileAccess& files, const CommandLine& line) : files_(files) {
    const std::string& source = line.arguments.front();
    if (source != "-") source_folder_ = folder_of(source);
    article_folder_ = line.output.empty() || line.output == "-" ? source_folder_ : folder_of(line.output);
  }

  std::optional<std::string> path_of(std::string_view written) const {
    const bool remote = written.find(':') != std::string_view::npos || written.starts_with("//") || written.starts_with('/');
    if (remote || source_folder_.empty()) return std::nullopt;
    const fs::path picture = (source_folder_ / decoded(written)).lexically_normal();
    const std::string path = picture.lexically_relative(article_folder_).generic_string();
    if (path.empty() || path.starts_with("..") || !files_.exists(picture)) return std::nullopt;
    return path;
  }

 private:
  static fs::path folder_of(const std::string& file) { return fs::absolute(file).lexically_normal().parent_path(); }

  /// `%E5%9B%BE.jpg` as the file is called; what follows `?` is for servers.
  static std::string decoded(std::string_view written) {
    written = written.substr(0, written.find('?'));
    const auto value = [](char c) {
      return std::isdigit(static_cast<unsigned char>(c)) ? c - '0' : std::tolower(static_cast<unsigned char>(c)) - 'a' + 10;
    };
    std::string result;
    for (std::size_t i = 0; i < written.size(); ++i) {
      const bool hexadecimal = written[i] == '%' && i + 2 < written.size() && std::isxdigit(static_cast<unsigned char>(written[i + 1])) &&
                               std::isxdigit(static_cast<unsigned char>(written[i + 2]));
      result += hexadecimal ? static_cast<char>(value(written[i + 1]) * 16 + value(written[i + 2])) : written[i];
      if (hexadecimal) i += 2;
    }
    return result;
  }

  const FileAccess& files_;
  fs::path source_folder_, article_folder_;
};

std::optional<std::string> read_input(const std::string& name, const FileAccess& files, DiagnosticSink& sink) {
  if (name == "-") return read_standard_input(limits::text_file).value_or_report(sink);
  return files.read(name, limits::text_file).value_or_report(sink);
}

int print(const DiagnosticSink& sink, MessageOutput& messages) {
  messages.add(sink);
  return status_of(sink);
}

/// Whether a line at the margin begins with one of the keys that no article is without.
bool has_key_of_article(std::string_view text) {
  for (const std::string_view key : {"title:", "body:"}) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
      if (at == 0 || text[at - 1] == '\n') return true;
    }
  }
  return false;
}

}  // namespace

bool is_text_to_import(const std::string& name, std::string_view text) {
  std::string ending = fs::path(name).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view known : {".txt", ".md", ".markdown", ".html", ".htm", ".doc", ".docx", ".rtf", ".wps", ".odt", ".pdf"}) {
    if (ending == known) return !has_key_of_article(text);
  }
  return false;
}

int import_command(const CommandLine& line, MessageOutput& messages) {
  const DiskFileAccess files;
  DiagnosticSink sink;
  const std::string& name = line.arguments.front();
  std::optional<std::string> article;
  if (const std::optional<std::string> bytes = read_input(name, files, sink)) {
    const Pictures pictures(files, line);
    ImportOptions options;
    options.as_is = line.as_is;
    options.picture_path = [&](std::string_view written) { return pictures.path_of(written); };
    article = import_article(name, *bytes, options, sink);
  }
  const int status = print(sink, messages);
  if (!article) return status;
  if (line.output.empty() || line.output == "-") {
    fmt::print("{}", *article);
    return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
  }
  if (files.canonical(line.output) == files.canonical(line.arguments.front())) {
    DiagnosticSink refused;
    refused.error("cli-output-is-input", {}, {{"output", line.output}});
    messages.add(refused);
    return exit_usage_wrong;
  }
  if (const std::optional<Diagnostic> failure = write_file_whole(line.output, *article)) {
    messages.add(*failure);
    return exit_machine_failed;
  }
  return status;
}

}  // namespace banxin
