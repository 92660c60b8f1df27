#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace banxin {

Diagnostic& DiagnosticSink::report(Severity severity, std::string code, SourceSpan span, MessageArguments arguments) {
  add(Diagnostic(severity, std::move(code), span, std::move(arguments)));
  return diagnostics_.back();
}

void DiagnosticSink::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++error_count_;
  diagnostics_.push_back(std::move(diagnostic));
}

void DiagnosticSink::append(const DiagnosticSink& other) {
  for (const Diagnostic& diagnostic : other.diagnostics_) add(diagnostic);
}

void DiagnosticSink::sort_by_place() {
  const auto place = [](const Diagnostic& diagnostic) {
    return std::tuple(diagnostic.span.file == nullptr, diagnostic.span.file ? diagnostic.span.file->name() : std::string(),
                      diagnostic.span.begin);
  };
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) { return a.span == b.span && a.message == b.message; };
  diagnostics_.erase(std::unique(diagnostics_.begin(), diagnostics_.end(), same), diagnostics_.end());
  error_count_ = static_cast<std::size_t>(
      std::count_if(diagnostics_.begin(), diagnostics_.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
}

const std::vector<CatalogueEntry>& message_catalogue() {
  static const std::vector<CatalogueEntry> catalogue = {
#define BANXIN_MESSAGE(code, english, chinese, english_hint, chinese_hint) {code, english, chinese, english_hint, chinese_hint},
#include "base/messages.inc"
#undef BANXIN_MESSAGE
  };
  return catalogue;
}

const CatalogueEntry* find_message(std::string_view code) {
  const auto& catalogue = message_catalogue();
  const auto found = std::find_if(catalogue.begin(), catalogue.end(), [&](const CatalogueEntry& entry) { return entry.code == code; });
  return found == catalogue.end() ? nullptr : &*found;
}

std::string fill_template(std::string_view template_text, const MessageArguments& arguments) {
  std::string result;
  while (!template_text.empty()) {
    const std::size_t open = template_text.find('{');
    result += template_text.substr(0, open);
    if (open == std::string_view::npos) break;
    template_text.remove_prefix(open);
    const std::size_t close = template_text.find('}');
    const std::string_view name = close == std::string_view::npos ? std::string_view() : template_text.substr(1, close - 1);
    const auto found = std::find_if(arguments.begin(), arguments.end(), [&](const auto& argument) { return argument.first == name; });
    if (close == std::string_view::npos || found == arguments.end()) {
      result += '{';
      template_text.remove_prefix(1);
    } else {
      result += found->second;
      template_text.remove_prefix(close + 1);
    }
  }
  return result;
}

namespace {

/// With `name.zh` in the place of `name`.
MessageArguments in_chinese(const MessageArguments& arguments) {
  constexpr std::string_view mark = ".zh";
  MessageArguments result;
  for (const auto& [name, value] : arguments) {
    if (name.ends_with(mark)) result.emplace_back(name.substr(0, name.size() - mark.size()), value);
  }
  result.insert(result.end(), arguments.begin(), arguments.end());
  return result;
}

}  // namespace

std::string Message::text(MessageLanguage language) const {
  const CatalogueEntry* entry = find_message(code);
  if (!entry) return code;
  if (language == MessageLanguage::english) return fill_template(entry->english, arguments);
  return fill_template(entry->chinese, in_chinese(arguments));
}

}  // namespace banxin
