#include "cli/sarif.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/explanation.h"
#include "cli/diagnostic_printer.h"

namespace banxin {

namespace {

using Json = nlohmann::ordered_json;

/// A path as the reference of a URI: what such a reference cannot hold is percent-encoded (RFC 3986, 2.1).
std::string uri_of(std::string_view path) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF", kept = "/._-~!$&'()*+,;=@";
  std::string uri;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || kept.find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += {'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]};
    }
  }
  return uri;
}

Json physical_location(const SourceSpan& span) {
  const SourcePosition begin = position_of(*span.file, span.begin), end = position_of(*span.file, span.end);
  return {{"artifactLocation", {{"uri", uri_of(span.file->name())}}},
          {"region", {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}}}};
}

Json rule_of(const std::string& code, MessageLanguage language) {
  Json rule = {{"id", code}};
  if (const CatalogueEntry* entry = find_message(code)) {
    const bool chinese = language == MessageLanguage::chinese;
    rule["shortDescription"]["text"] = general_text(chinese ? entry->chinese : entry->english);
    const std::string_view hint = chinese ? entry->chinese_hint : entry->english_hint;
    if (!hint.empty()) rule["help"]["text"] = general_text(hint);
  }
  return rule;
}

std::string dumped(const Json& json, int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string sarif_result(const Diagnostic& diagnostic, MessageLanguage language) {
  std::string text = diagnostic.message.text(language);
  for (const std::string& hint : hints_of(diagnostic, language)) text += "\n" + hint;
  Json result = {{"ruleId", diagnostic.message.code}, {"level", code_name(diagnostic.severity)}, {"message", {{"text", text}}}};
  if (diagnostic.span) result["locations"] = Json::array({Json{{"physicalLocation", physical_location(diagnostic.span)}}});
  for (const RelatedPlace& related : diagnostic.related) {
    if (!related.span) continue;
    result["relatedLocations"].push_back(
        {{"physicalLocation", physical_location(related.span)}, {"message", {{"text", related.message.text(language)}}}});
  }
  return dumped(result, -1);
}

std::string sarif_log(const std::vector<std::string>& results, MessageLanguage language) {
  Json all_rules = Json::array(), all_results = Json::array();
  std::map<std::string, std::size_t> rules;
  for (const std::string& written : results) {
    Json result = Json::parse(written);
    const std::string code = result["ruleId"];
    const auto [rule, is_new] = rules.try_emplace(code, rules.size());
    if (is_new) all_rules.push_back(rule_of(code, language));
    result["ruleIndex"] = rule->second;
    all_results.push_back(std::move(result));
  }
  const Json run = {
      {"tool", {{"driver", {{"name", "banxin"}, {"rules", all_rules}}}}}, {"columnKind", "unicodeCodePoints"}, {"results", all_results}};
  return dumped({{"version", "2.1.0"}, {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"runs", Json::array({run})}}, 2) +
         "\n";
}

}  // namespace banxin
