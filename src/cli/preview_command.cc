#include "cli/preview_command.h"

#include <fmt/core.h>

#include <optional>

#include "base/file_watch.h"
#include "base/limits.h"
#include "cli/import_command.h"
#include "cli/live_files.h"
#include "cli/typeset_job.h"
#include "driver/kept_run.h"
#include "preview/server.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

/// Typesets one article whenever it changes.
class LiveArticle {
 public:
  explicit LiveArticle(const CommandLine& line)
      : line_(line), folder_(fs::absolute(fs::path(line.arguments.front())).parent_path()), files_(line.font_paths) {
    open_fonts();
  }

  const DiagnosticSink& font_diagnostics() const { return typesetter_->font_diagnostics(); }

  /// Typesets the article as it is now, and tells what it was made of.
  preview::Typesetting typeset(FileStamps& made_of) {
    preview::Typesetting typesetting;
    typesetting.name = line_.arguments.front();
    if (std::optional<std::string> text =
            files_.access().read(typesetting.name, limits::text_file).value_or_report(typesetting.diagnostics)) {
      typesetting.text = std::move(*text);
      typeset(typesetting);
    }
    made_of = files_.take();
    made_of.insert(files_.fonts().begin(), files_.fonts().end());
    return typesetting;
  }

  /// Opens fonts anew when one of them is among the changed files.
  void forget(const std::vector<fs::path>& changed) {
    if (files_.fonts_changed(changed)) open_fonts();
  }

 private:
  void open_fonts() {
    typesetter_ = std::make_shared<const Typesetter>(files_.access(), find_data_folders(), line_.font_paths);
    kept_.emplace();  // what was kept points into the fonts
  }

  void typeset(preview::Typesetting& typesetting) {
    if (is_text_to_import(typesetting.name, typesetting.text)) {
      const std::string article = fs::path(typesetting.name).replace_extension(".yaml").string();
      typesetting.diagnostics.error("cli-not-an-article", {}, {{"file", typesetting.name}, {"article", article}});
      return;
    }
    const ArticleInput input{typesetting.name, folder_, typesetting.text};
    TypesetOptions options = line_.typeset;
    options.kept = &*kept_;
    std::unique_ptr<TypesetResult> result = typesetter_->typeset(input, options);
    typesetting.diagnostics = result->diagnostics;
    // Pages point into the fonts, which live as long as those who look at the pages.
    typesetting.result = {result.release(), [fonts = typesetter_](TypesetResult* pages) { delete pages; }};
  }

  const CommandLine& line_;
  const fs::path folder_;
  LiveFiles files_;
  std::shared_ptr<const Typesetter> typesetter_;
  std::optional<KeptRun> kept_;
};

std::string json_of(const Diagnostic& diagnostic, MessageLanguage language) {
  DiagnosticFormat format;
  format.form = DiagnosticFormat::Form::json;
  format.language = language;
  return format_diagnostic(diagnostic, format);
}

}  // namespace

int preview_command(const CommandLine& line, MessageOutput& messages) {
  const StopSignals signals;
  LiveArticle article(line);
  if (article.font_diagnostics().has_errors()) {
    messages.add(article.font_diagnostics());
    return exit_machine_failed;
  }
  preview::Site site;
  FileStamps made_of;
  const auto show = [&] { site.publish(preview::make_state(article.typeset(made_of), *site.state(), line.diagnostics.language, json_of)); };
  show();
  const Result<std::unique_ptr<preview::Server>> server = preview::Server::start(site, line.port);
  if (!server) {
    messages.add(server.failure());
    return exit_machine_failed;
  }
  fmt::print("{}\n", Message{"cli-preview-at", {{"address", (*server)->address()}}}.text(line.diagnostics.language));
  if (std::fflush(stdout) != 0) return exit_machine_failed;
  FileWatch watch(signals.descriptor());
  while (true) {
    watch.watch(made_of);
    const std::vector<fs::path> changed = watch.wait();
    if (changed.empty()) return exit_done;
    article.forget(changed);
    show();
  }
}

}  // namespace banxin
