#include "cli/fonts_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/file_access.h"
#include "base/whole_file.h"
#include "cli/reports.h"
#include "cli/table.h"
#include "document/language_tag.h"
#include "driver/font_specimen.h"
#include "driver/font_uses.h"
#include "font/font_library.h"
#include "pdf/write.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr std::array all_languages = {"zh-Hans", "zh-Hant", "ja", "ko"};

/// The languages asked for, as tags; nothing after a usage error.
std::optional<std::vector<std::string>> languages_of(const CommandLine& line, DiagnosticSink& sink) {
  if (line.languages.empty()) return std::vector<std::string>(all_languages.begin(), all_languages.end());
  std::vector<std::string> languages;
  for (const std::string& written : line.languages) {
    const std::optional<std::string> language = read_language_tag(SourceText(written), sink);
    if (!language) return std::nullopt;
    if (std::find(languages.begin(), languages.end(), *language) == languages.end()) languages.push_back(*language);
  }
  return languages;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path relative = fs::absolute(file).lexically_relative(fs::absolute(folder).lexically_normal());
  return !relative.empty() && *relative.begin() != "..";
}

class FontTable {
 public:
  FontTable(const CommandLine& line, fs::path bundle) : line_(line), bundle_(std::move(bundle)) {
    rows_.push_back({word("cli-fonts-role"), word("cli-fonts-weight"), word("cli-fonts-languages"), word("cli-fonts-family"),
                     word("cli-fonts-origin"), word("cli-fonts-file")});
  }

  void add(const FontUse& use) {
    std::string file = use.face->path().string();
    if (lies_in(use.face->path(), bundle_)) file = use.face->path().filename().string();
    if (use.face->index() > 0) file += fmt::format(" #{}", use.face->index());
    rows_.push_back({std::string(name_of(use.role)), std::to_string(use.face->weight()), fmt::format("{}", fmt::join(use.languages, " ")),
                     use.face->family(), origin_of(*use.face), file});
  }

  std::string text() const { return aligned_table(rows_); }

 private:
  std::string word(const char* code) const { return Message{code, {}}.text(line_.diagnostics.language); }

  std::string origin_of(const FontFace& face) const {
    if (lies_in(face.path(), bundle_)) return word("cli-fonts-bundle");
    const bool named =
        std::any_of(line_.font_paths.begin(), line_.font_paths.end(), [&](const fs::path& folder) { return lies_in(face.path(), folder); });
    return word(named ? "cli-fonts-font-path" : "cli-fonts-installed");
  }

  const CommandLine& line_;
  fs::path bundle_;
  std::vector<std::vector<std::string>> rows_;
};

/// What the library had to say, without the weights that were only tried.
DiagnosticSink remarks_of(const CataloguedFontLibrary& fonts) {
  DiagnosticSink said, kept;
  fonts.report(said);
  for (const Diagnostic& diagnostic : said.all()) {
    if (diagnostic.message.code != "font-weight-substituted") kept.add(diagnostic);
  }
  return kept;
}

int write_specimen(const std::vector<FontUse>& uses, const FontLibrary& fonts, const CommandLine& line, MessageOutput& messages) {
  const bool chinese = line.diagnostics.language == MessageLanguage::chinese;
  DiagnosticSink sink;
  const std::string title = Message{"cli-specimen-title", {}}.text(line.diagnostics.language);
  const PagedDocument document = font_specimen(title, chinese ? "zh-Hans" : "en", uses, fonts, sink);
  const std::optional<std::string> bytes = write_pdf(document, {}).value_or_report(sink);
  if (bytes) {
    if (auto failure = write_file_whole(line.output, *bytes)) sink.add(std::move(*failure));
  }
  messages.add(sink);
  if (sink.has_errors()) return exit_machine_failed;
  fmt::print("{}", pages_written(line.output, document.pages.size(), line.diagnostics.language));
  return exit_done;
}

}  // namespace

int fonts_command(const CommandLine& line, MessageOutput& messages) {
  const DiskFileAccess files;
  DiagnosticSink sink;
  const auto languages = languages_of(line, sink);
  if (!languages) {
    messages.add(sink);
    return exit_usage_wrong;
  }
  FontLibraryOptions options;
  options.bundle_folder = find_data_folders().fonts;
  options.font_paths = line.font_paths;
  const std::unique_ptr<CataloguedFontLibrary> fonts = open_font_library(options, files, sink);
  messages.add(sink);
  if (!fonts) return exit_machine_failed;
  const std::vector<FontUse> uses = font_uses(*fonts, *languages);
  FontTable table(line, options.bundle_folder);
  for (const FontUse& use : uses) table.add(use);
  fmt::print("{}", table.text());
  std::fflush(stdout);
  messages.add(remarks_of(*fonts));
  return line.output.empty() ? exit_done : write_specimen(uses, *fonts, line, messages);
}

}  // namespace banxin
