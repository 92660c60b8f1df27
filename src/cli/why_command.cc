#include "cli/why_command.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <set>

#include "base/limits.h"
#include "cli/table.h"
#include "cli/typeset_job.h"
#include "cli/why_page.h"
#include "driver/why.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t quoted_characters = 4;

/// `article.yaml:12`
struct Place {
  std::string file;
  std::size_t line = 0;
};

std::optional<Place> place_of(std::string_view argument) {
  const std::size_t colon = argument.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const std::string_view number = argument.substr(colon + 1);
  Place place{std::string(argument.substr(0, colon)), 0};
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), place.line);
  if (error != std::errc() || end != number.data() + number.size() || place.line == 0) return std::nullopt;
  return place;
}

/// Message codes of the stages S1…S7 and E1…E4.
constexpr std::array shrink_codes = {"why-stage-s1", "why-stage-s2", "why-stage-s3", "why-stage-s4",
                                     "why-stage-s5", "why-stage-s6", "why-stage-s7"};
constexpr std::array stretch_codes = {"why-stage-e1", "why-stage-e2", "why-stage-e3", "why-stage-e4"};

const char* code_of(int stage) {
  return stage > 0 ? shrink_codes.at(static_cast<std::size_t>(stage) - 1) : stretch_codes.at(static_cast<std::size_t>(-stage) - 1);
}
std::string stage_name(int stage) { return stage > 0 ? fmt::format("S{}", stage) : fmt::format("E{}", -stage); }

/// Shrinking before stretching, each in the order of use.
struct DeeperStage {
  bool operator()(int a, int b) const { return (a > 0) != (b > 0) ? a > 0 : std::abs(a) < std::abs(b); }
};

class WhyTable {
 public:
  WhyTable(const ExplainedText& text, MessageLanguage language)
      : galley_(*text.galley), explanations_(text.lines), language_(language), em_(galley_.shaped->clusters.front().size) {}

  std::string text() {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> heading;
    for (const char* code :
         {"why-line", "why-natural", "why-change", "why-stages", "why-badness", "why-penalty", "why-cost", "why-next", "why-text"})
      heading.push_back(word(code));
    rows.push_back(std::move(heading));
    for (std::size_t i = 0; i < explanations_.size(); ++i) rows.push_back(row(i));
    return introduction() + aligned_table(rows) + legend();
  }

 private:
  std::string word(const char* code, MessageArguments arguments = {}) const { return Message{code, std::move(arguments)}.text(language_); }

  std::string introduction() const {
    return word("why-introduction", {{"lines", std::to_string(galley_.lines.size())},
                                     {"measure", ems(galley_.measure)},
                                     {"size", fmt::format("{:g}", em_.points())}}) +
           "\n";
  }

  /// Thousandths of the text's em.
  std::string ems(Length length) const { return fmt::format("{:.3f}", static_cast<double>(length.scaled(1000, em_.raw()).raw()) / 1000); }
  std::string signed_ems(Length length) const { return (length > Length() ? "+" : "") + ems(length); }

  std::vector<std::string> row(std::size_t index) {
    const Line& line = galley_.lines[index];
    const LineExplanation& why = explanations_[index];
    return {std::to_string(index + 1),
            ems(line.report.natural),
            line.report.adjustment == Length() ? "0" : signed_ems(line.report.adjustment),
            stages(why),
            fmt::format("{:.1f}", line.report.badness),
            std::to_string(why.penalty),
            fmt::format("{:.0f}", why.cost),
            next_best(why),
            text_of(line)};
  }

  std::string stages(const LineExplanation& why) {
    std::string result;
    for (const StageUse& use : why.stages) {
      used_stages_.insert(use.stage);
      if (!result.empty()) result += ' ';
      result += stage_name(use.stage);
      if (use.gaps > 0 && use.amount > Length()) result += fmt::format(" {}×{}", use.gaps, ems(use.amount.scaled(1, use.gaps)));
    }
    return result.empty() ? "–" : result;
  }

  std::string next_best(const LineExplanation& why) const {
    if (!why.alternative) return "–";
    const std::string_view text = galley_.text->text.view().substr(0, why.alternative->text_end);
    std::size_t begin = text.size();
    for (std::size_t count = 0; begin > 0 && count < quoted_characters; ++count) {
      do --begin;
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80);
    }
    return fmt::format("+{:.0f} …{}", why.alternative->more, text.substr(begin));
  }

  std::string text_of(const Line& line) const {
    const std::string hyphen = line.hyphen.empty() ? "" : "-";
    return std::string(galley_.text->text.view().substr(line.text_begin, line.text_end - line.text_begin)) + hyphen;
  }

  std::string legend() const {
    std::vector<std::vector<std::string>> rows;
    for (const int stage : used_stages_) rows.push_back({"  " + stage_name(stage), word(code_of(stage))});
    return aligned_table(rows) + word("why-legend") + "\n";
  }

  const Galley& galley_;
  const std::vector<LineExplanation>& explanations_;
  MessageLanguage language_;
  Length em_;
  std::set<int, DeeperStage> used_stages_;
};

/// Of all texts that stand at a line; empty when there are none.
std::string why_tables(const TypesetResult& result, std::size_t line, MessageLanguage language) {
  std::string tables;
  for (const ExplainedText& explained : explain_source_line(result, line)) tables += why_table(explained, language);
  return tables;
}

int fail(const DiagnosticSink& sink, MessageOutput& messages, int status) {
  messages.add(sink);
  return status;
}

}  // namespace

std::string why_table(const ExplainedText& text, MessageLanguage language) {
  if (text.galley->shaped->clusters.empty() || text.lines.empty()) return Message{"why-by-sense", {}}.text(language) + "\n";
  return WhyTable(text, language).text();
}

int why_command(const CommandLine& line, MessageOutput& messages) {
  const DiskFileAccess files;
  DiagnosticSink sink;
  const std::string& argument = line.arguments.front();
  std::optional<Place> place = place_of(argument);
  if (line.page > 0) place = Place{argument, 0};
  if (!place) {
    sink.error("why-no-line", {}, {{"argument", argument}});
    return fail(sink, messages, exit_usage_wrong);
  }
  const std::optional<std::string> text = files.read(place->file, limits::text_file).value_or_report(sink);
  if (!text) return fail(sink, messages, status_of(sink));
  const Typesetter typesetter(files, find_data_folders(), line.font_paths);
  if (typesetter.font_diagnostics().has_errors()) {
    messages.add(typesetter.font_diagnostics());
    return exit_machine_failed;
  }
  TypesetOptions options = line.typeset;
  options.keep_galleys = line.page == 0;
  options.keep_page_reports = line.page > 0;
  const auto result = typesetter.typeset({place->file, fs::absolute(fs::path(place->file)).parent_path(), *text}, options);
  if (!result->document) return fail(result->diagnostics, messages, status_of(result->diagnostics));
  const std::string table = line.page > 0 ? why_page_table(result->page_reports, line.page, line.diagnostics.language)
                                          : why_tables(*result, place->line, line.diagnostics.language);
  if (table.empty()) {
    if (line.page > 0)
      sink.error("why-no-page", {},
                 {{"file", place->file}, {"page", std::to_string(line.page)}, {"pages", std::to_string(result->page_reports.size())}});
    else
      sink.error("why-no-text", {}, {{"file", place->file}, {"line", std::to_string(place->line)}});
    return fail(sink, messages, exit_input_wrong);
  }
  fmt::print("{}", table);
  return std::fflush(stdout) == 0 ? exit_done : exit_machine_failed;
}

}  // namespace banxin
