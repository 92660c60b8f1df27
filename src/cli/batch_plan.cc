#include "cli/batch_plan.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/limits.h"
#include "cli/article_output.h"
#include "cli/output_pattern.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

class Planner {
 public:
  Planner(const CommandLine& line, const FileAccess& files, BatchPlan& plan, MessageOutput& messages)
      : line_(line), files_(files), plan_(plan), messages_(messages) {
    for (const std::string& name : line.arguments) inputs_.insert(files.canonical(name));
    if (!line.data.empty()) inputs_.insert(files.canonical(line.data));
  }

  int run() { return line_.data.empty() ? plan_articles() : plan_rows(); }

 private:
  int plan_articles() {
    for (const std::string& name : line_.arguments) {
      if (const int status = add({name, nullptr, nullptr, output_for(name, extension_of(line_.produce.format)), {}}, std::nullopt, name))
        return status;
    }
    return exit_done;
  }

  int plan_rows() {
    DiagnosticSink sink;
    const auto bytes = files_.read(line_.data, limits::text_file).value_or_report(sink);
    if (bytes) plan_.data = DataTable::read(line_.data, *bytes).value_or_report(sink);
    messages_.add(sink);
    if (!plan_.data) return status_of(sink);
    if (const int status = check_pattern()) return status;
    const bool one_file = !line_.output.empty() && fields_of_pattern(line_.output).empty() && !is_folder(line_.output);
    if (one_file && line_.command == CommandLine::Command::build) {
      if (line_.arguments.size() > 1) return fail("cli-output-pattern", {}, exit_usage_wrong);
      plan_.all_in_one = line_.output;
      if (plan_.all_in_one != "-" && inputs_.contains(files_.canonical(plan_.all_in_one)))
        return fail("cli-output-is-input", {{"output", line_.output}}, exit_usage_wrong);
    }
    for (const std::string& name : line_.arguments) {
      if (const int status = plan_rows_of(name)) return status;
    }
    return exit_done;
  }

  /// A field of the pattern that no row has is a slip of the command line.
  int check_pattern() {
    for (const std::string& field : fields_of_pattern(line_.output)) {
      const auto& known = plan_.data->fields();
      if (field == row_field || std::find(known.begin(), known.end(), field) != known.end()) continue;
      return fail("cli-output-field", {{"field", field}, {"known", fmt::format("{}", fmt::join(known, ", "))}}, exit_usage_wrong);
    }
    return exit_done;
  }

  int plan_rows_of(const std::string& name) {
    DiagnosticSink sink;
    std::optional<std::string> text = read_article_file(name, files_).value_or_report(sink);
    messages_.add(sink);
    if (!text) return status_of(sink);
    const std::string& kept = plan_.texts.emplace_back(std::move(*text));
    const bool patterned = !fields_of_pattern(line_.output).empty();
    const std::string pattern =
        patterned ? line_.output : output_for(name, fmt::format("-{{{{{}}}}}{}", row_field, extension_of(line_.produce.format))).string();
    for (std::size_t row = 0; row < plan_.data->size(); ++row) {
      PlannedJob planned{{name, &kept, nullptr, {}, fmt::format("{}:{}", line_.data, row + 1)}, row};
      std::vector<std::string> missing;
      const bool has_output = line_.command == CommandLine::Command::build && plan_.all_in_one.empty();
      if (has_output) planned.job.output = fill_pattern(pattern, plan_.fields(planned), missing);
      if (!missing.empty())
        return fail("cli-output-field-missing", {{"place", planned.job.row}, {"field", missing.front()}}, exit_input_wrong);
      const std::string row_name = planned.job.row;
      if (const int status = add(std::move(planned.job), row, row_name)) return status;
    }
    return exit_done;
  }

  /// Adds a job whose output is no input and no other's; `source` is what messages call it.
  int add(TypesetJob job, std::optional<std::size_t> row, const std::string& source) {
    if (!job.output.empty() && job.output != "-") {
      const fs::path output = files_.canonical(job.output);
      if (inputs_.contains(output)) return fail("cli-output-is-input", {{"output", job.output.string()}}, exit_usage_wrong);
      const auto [other, is_new] = taken_.try_emplace(output, source);
      const int status = row ? exit_input_wrong : exit_usage_wrong;
      if (!is_new) return fail("cli-output-twice", {{"file", source}, {"other", other->second}, {"output", job.output.string()}}, status);
    }
    plan_.jobs.push_back({std::move(job), row});
    return exit_done;
  }

  fs::path output_for(const std::string& name, const std::string& ending) const {
    if (line_.command == CommandLine::Command::check) return {};
    if (line_.output == "-") return "-";
    const bool into_folder = !line_.output.empty() && (line_.arguments.size() > 1 || is_folder(line_.output));
    if (!line_.output.empty() && !into_folder) return line_.output;
    fs::path file = fs::path(name).replace_extension();
    file += ending;
    return into_folder ? fs::path(line_.output) / file.filename() : file;
  }

  static bool is_folder(const std::string& name) {
    std::error_code ignored;
    return fs::is_directory(name, ignored);
  }

  int fail(const char* code, MessageArguments arguments, int status) {
    messages_.add(Diagnostic(Severity::error, code, {}, std::move(arguments)));
    return status;
  }

  const CommandLine& line_;
  const FileAccess& files_;
  BatchPlan& plan_;
  MessageOutput& messages_;
  std::set<fs::path> inputs_;
  std::map<fs::path, std::string> taken_;
};

}  // namespace

FieldValues BatchPlan::fields(const PlannedJob& job) const {
  FieldValues values = data->row(*job.row);
  const std::size_t digits = std::to_string(data->size()).size();
  values.try_emplace(std::string(row_field), fmt::format("{:0{}}", *job.row + 1, digits));
  return values;
}

int make_plan(const CommandLine& line, const FileAccess& files, BatchPlan& plan, MessageOutput& messages) {
  return Planner(line, files, plan, messages).run();
}

}  // namespace banxin
