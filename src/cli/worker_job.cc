#include "cli/worker_job.h"

#include <nlohmann/json.hpp>

#include "style/value_reader.h"

namespace banxin {

namespace {

using Json = nlohmann::json;

constexpr std::string_view keys[] = {"id", "article", "text", "output", "data", "style", "set", "pages", "standard"};

class JobReader {
 public:
  JobReader(const Json& json, WorkerJob& job, DiagnosticSink& sink) : json_(json), job_(job), sink_(sink) {}

  void read() {
    if (json_.contains("id")) job_.id = json_["id"].dump(-1, ' ', false, Json::error_handler_t::replace);
    for (const auto& [key, value] : json_.items()) {
      if (std::find(std::begin(keys), std::end(keys), key) == std::end(keys))
        suggest(sink_.error("worker-key-unknown", {}, {{"key", key}, {"known", joined(keys)}}), key, keys);
    }
    job_.text = text("text");
    job_.name = text("article").value_or(job_.text ? "-" : "");
    if (job_.name.empty()) sink_.error("worker-article-missing", {});
    job_.output = text("output").value_or("");
    if (job_.output == "-") wrong("output");
    if (const auto style = text("style")) job_.options.style = *style;
    if (const auto standard = text("standard")) job_.options.set.push_back("output.standard=" + *standard);
    if (const auto pages = text("pages")) job_.options.set.push_back("fit.pages=" + *pages);
    read_set();
    read_data();
  }

 private:
  /// A text, or a number as it is written.
  std::optional<std::string> text(const char* key) {
    const auto found = json_.find(key);
    if (found == json_.end() || found->is_null()) return std::nullopt;
    if (found->is_structured()) {
      wrong(key);
      return std::nullopt;
    }
    return scalar(*found);
  }

  static std::string scalar(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

  void read_set() {
    const auto set = json_.find("set");
    if (set == json_.end() || set->is_null()) return;
    if (!set->is_array()) return wrong("set");
    for (const Json& assignment : *set) {
      if (!assignment.is_string()) return wrong("set");
      job_.options.set.push_back(assignment.get<std::string>());
    }
  }

  void read_data() {
    const auto data = json_.find("data");
    if (data == json_.end() || data->is_null()) return;
    if (!data->is_object()) return wrong("data");
    job_.fields.emplace();
    for (const auto& [name, value] : data->items()) {
      if (value.is_structured()) return wrong("data");
      (*job_.fields)[name] = value.is_null() ? std::nullopt : std::optional(scalar(value));
    }
  }

  void wrong(const char* key) { sink_.error("worker-value", {}, {{"key", key}}); }

  const Json& json_;
  WorkerJob& job_;
  DiagnosticSink& sink_;
};

}  // namespace

TypesetJob WorkerJob::job() const {
  TypesetJob result;
  result.name = name;
  result.text = text ? &*text : nullptr;
  result.fields = fields ? &*fields : nullptr;
  result.output = output;
  return result;
}

WorkerJob read_worker_job(std::string_view line, const TypesetOptions& options, DiagnosticSink& sink) {
  WorkerJob job;
  job.options = options;
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_object()) {
    JobReader(json, job, sink).read();
  } else {
    sink.error("worker-not-a-job", {});
  }
  return job;
}

}  // namespace banxin
