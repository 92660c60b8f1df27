#include "cli/check_pdf_command.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "preflight/report.h"

namespace banxin {

namespace {

using Json = nlohmann::ordered_json;

std::string rounded(double points) { return fmt::format("{:.2f}", points); }

Json json_of(const PdfBox& box) { return Json::array({box.left, box.bottom, box.right, box.top}); }

Json json_of(const std::string& file, const PdfReport& report, MessageLanguage language) {
  Json json = {{"file", file},
               {"version", report.version},
               {"standard", report.claimed ? Json(*report.claimed) : Json(nullptr)},
               {"encrypted", report.encrypted},
               {"linearized", report.linearized},
               {"object_streams", report.object_streams},
               {"tagged", report.tagged},
               {"output_intent", report.output_intent},
               {"colour_spaces", report.colour_spaces},
               {"attachments", report.attachments}};
  const PdfMetadataFacts& metadata = report.metadata;
  json["metadata"] = {{"title", metadata.title},       {"author", metadata.author},     {"subject", metadata.subject},
                      {"keywords", metadata.keywords}, {"producer", metadata.producer}, {"language", metadata.language},
                      {"created", metadata.created}};
  json["pages"] = json["fonts"] = json["pictures"] = json["structure"] = json["findings"] = Json::array();
  for (const PdfPageFacts& page : report.pages) {
    Json boxes = Json::object();
    for (const auto& [name, box] : page.boxes) boxes[name] = json_of(box);
    json["pages"].push_back({{"label", page.label}, {"boxes", boxes}});
  }
  for (const PdfFontFacts& font : report.fonts)
    json["fonts"].push_back(
        {{"name", font.name}, {"type", font.type}, {"embedded", font.embedded}, {"subset", font.subset}, {"has_text", font.has_text}});
  for (const PdfPictureFacts& picture : report.pictures) {
    json["pictures"].push_back({{"page", picture.page + 1},
                                {"width", picture.width},
                                {"height", picture.height},
                                {"colour_space", picture.colour_space},
                                {"dots_per_inch", picture.dots_per_inch}});
  }
  for (const PdfElementFacts& element : report.structure) {
    json["structure"].push_back({{"type", element.type},
                                 {"depth", element.depth},
                                 {"language", element.language},
                                 {"alternative", element.alternative},
                                 {"text", element.text}});
  }
  for (const Diagnostic& finding : report.findings)
    json["findings"].push_back({{"severity", finding.severity == Severity::error ? "error" : "warning"},
                                {"code", finding.message.code},
                                {"message", finding.message.text(language)}});
  json["text"] = report.text;
  return json;
}

/// The report for people: a line for each thing that a print shop or an archive asks first.
class HumanReport {
 public:
  explicit HumanReport(MessageLanguage language) : language_(language) {}

  std::string text_of(const std::string& file, const PdfReport& report) {
    out_ = file + '\n';
    row("preflight-row-version", report.version);
    row("preflight-row-standard", report.claimed.value_or(word("preflight-none")));
    row("preflight-row-title", report.metadata.title);
    row("preflight-row-language", report.metadata.language);
    row("preflight-row-producer", report.metadata.producer);
    add_pages(report);
    add_fonts(report);
    row("preflight-row-colours", fmt::format("{}", fmt::join(report.colour_spaces, ", ")));
    row("preflight-row-intent", report.output_intent.empty() ? word("preflight-none") : report.output_intent);
    for (const PdfPictureFacts& picture : report.pictures)
      row("preflight-row-picture", fmt::format("{} × {}, {}, {:.0f} dpi ({})", picture.width, picture.height, picture.colour_space,
                                               picture.dots_per_inch, picture.page + 1));
    add_tags(report);
    for (const std::string& name : report.attachments) row("preflight-row-attachment", name);
    return out_;
  }

 private:
  std::string word(const char* code) const { return Message{code, {}}.text(language_); }
  void row(const char* code, const std::string& value) {
    if (!value.empty()) out_ += fmt::format("  {}: {}\n", word(code), value);
  }

  /// Pages that are alike share a row.
  void add_pages(const PdfReport& report) {
    for (std::size_t begin = 0; begin < report.pages.size();) {
      std::size_t end = begin + 1;
      while (end < report.pages.size() && report.pages[end].boxes == report.pages[begin].boxes) ++end;
      std::string value = end == begin + 1 ? fmt::format("{}", end) : fmt::format("{}–{}", begin + 1, end);
      for (const auto& [name, box] : report.pages[begin].boxes)
        value += fmt::format("; {} {} × {} pt", name, rounded(box.width()), rounded(box.height()));
      row("preflight-row-pages", value);
      begin = end;
    }
  }

  void add_fonts(const PdfReport& report) {
    for (const PdfFontFacts& font : report.fonts) {
      row("preflight-row-font",
          fmt::format("{} ({}, {})", font.name, font.type, word(font.embedded ? "preflight-embedded" : "preflight-not-embedded")));
    }
  }

  void add_tags(const PdfReport& report) {
    std::map<std::string, int> counts;
    for (const PdfElementFacts& element : report.structure) ++counts[element.type];
    std::string value;
    for (const auto& [type, count] : counts) value += fmt::format("{}{} {}", value.empty() ? "" : ", ", count, type);
    row("preflight-row-tags", value.empty() ? word("preflight-none") : value);
  }

  MessageLanguage language_;
  std::string out_;
};

int check_one(const std::string& file, const CommandLine& line, MessageOutput& messages) {
  DiagnosticSink sink;
  if (const std::optional<std::string> bytes = DiskFileAccess().read(file, limits::pdf_file).value_or_report(sink)) {
    if (const std::optional<PdfReport> report = inspect_pdf(*bytes).value_or_report(sink)) {
      if (line.diagnostics.form == DiagnosticFormat::Form::json)
        fmt::print("{}\n", json_of(file, *report, line.diagnostics.language).dump(-1, ' ', false, Json::error_handler_t::replace));
      else
        fmt::print("{}", HumanReport(line.diagnostics.language).text_of(file, *report));
      for (const Diagnostic& finding : report->findings) sink.add(finding);
    }
  }
  messages.add(sink);
  return status_of(sink, line.strict);
}

}  // namespace

int check_pdf_command(const CommandLine& line, MessageOutput& messages) {
  int status = exit_done;
  for (const std::string& file : line.arguments) status = std::max(status, check_one(file, line, messages));
  return status;
}

}  // namespace banxin
