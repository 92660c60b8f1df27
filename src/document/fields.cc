#include "document/fields.h"

#include <vector>

#include "document/inline_syntax.h"
#include "yaml/read.h"

namespace banxin {

std::string field_value(const FieldValues& fields, std::string_view name, SourceSpan place, DiagnosticSink& sink) {
  const auto found = fields.find(name);
  if (found == fields.end()) {
    std::vector<yaml::Key> known;
    std::string listed;
    for (const auto& [field, value] : fields) {
      known.push_back({field, {}, {}, {}, {}});
      listed += (listed.empty() ? "" : ", ") + field;
    }
    Diagnostic& error = sink.error("document-field-unknown", place, {{"field", std::string(name)}, {"known", listed}});
    const std::string_view nearest = yaml::nearest_key(name, known);
    if (!nearest.empty()) error.hint("hint-did-you-mean", {{"name", std::string(nearest)}});
    return {};
  }
  if (!found->second) {
    sink.warning("document-field-missing", place, {{"field", std::string(name)}});
    return {};
  }
  std::string value;
  bool blank = false;
  for (const char c : *found->second) {
    const bool line_break = c == '\n' || c == '\r';
    if (line_break && !blank && !value.empty()) value += ' ';
    if (!line_break) value += c;
    blank = line_break;
  }
  return value;
}

SourceText filled(const SourceText& text, MarkupContext& context) {
  if (!context.fields) return text;
  SourceText result = text.part(0, 0);
  std::size_t kept = 0;
  for (std::size_t at = text.view().find("{{"); at != std::string_view::npos; at = text.view().find("{{", at)) {
    const auto field = field_at(text.view(), at);
    if (!field) {
      ++at;
      continue;
    }
    const SourceSpan place = text.span(at, field->next);
    result.append(text, kept, at);
    const std::string_view name = text.view().substr(field->begin, field->end - field->begin);
    result.append(text.file(), field_value(*context.fields, name, place, context.sink), place.begin, place.end - place.begin);
    at = kept = field->next;
  }
  result.append(text, kept, text.size());
  return result;
}

}  // namespace banxin
