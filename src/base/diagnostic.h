// Errors as data: what is wrong with an input, where, and how to mend it. Printed by cli/ alone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"

namespace banxin {

enum class Severity { note, warning, error };
enum class MessageLanguage { english, chinese };

/// What a message's `{name}` stands for. Values are in the user's words: key names, texts, numbers as written.
using MessageArguments = std::vector<std::pair<std::string, std::string>>;

/// A message by its code in the catalogue (base/messages.inc), so that it can be said in any language.
struct Message {
  std::string code;
  MessageArguments arguments;

  /// The sentence in `language`, arguments filled in.
  std::string text(MessageLanguage language) const;
  friend bool operator==(const Message&, const Message&) = default;
};

struct RelatedPlace {
  SourceSpan span;
  Message message;
};

/// One fault of an input.
struct Diagnostic {
  Severity severity = Severity::error;
  Message message;
  SourceSpan span;  ///< empty when no file is at fault
  std::vector<RelatedPlace> related;
  std::vector<Message> hints;  ///< printed after the catalogue's own hint for the code

  Diagnostic(Severity severity_, std::string code, SourceSpan span_, MessageArguments arguments = {})
      : severity(severity_), message{std::move(code), std::move(arguments)}, span(span_) {}

  Diagnostic& hint(std::string code, MessageArguments arguments = {}) {
    hints.push_back({std::move(code), std::move(arguments)});
    return *this;
  }
  Diagnostic& relate(SourceSpan place, std::string code, MessageArguments arguments = {}) {
    related.push_back({place, {std::move(code), std::move(arguments)}});
    return *this;
  }
};

/// Collects what the stages have to say. Not for several threads at once: each task fills its own, and they are appended in order.
class DiagnosticSink {
 public:
  Diagnostic& report(Severity severity, std::string code, SourceSpan span, MessageArguments arguments = {});
  Diagnostic& error(std::string code, SourceSpan span, MessageArguments arguments = {}) {
    return report(Severity::error, std::move(code), span, std::move(arguments));
  }
  Diagnostic& warning(std::string code, SourceSpan span, MessageArguments arguments = {}) {
    return report(Severity::warning, std::move(code), span, std::move(arguments));
  }
  Diagnostic& note(std::string code, SourceSpan span, MessageArguments arguments = {}) {
    return report(Severity::note, std::move(code), span, std::move(arguments));
  }
  void add(Diagnostic diagnostic);
  void append(const DiagnosticSink& other);

  bool has_errors() const { return error_count_ > 0; }
  std::size_t error_count() const { return error_count_; }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }

  /// Sorts by place in the file, what has no place last; equal places keep their order, and what was said twice is kept once.
  void sort_by_place();

 private:
  std::vector<Diagnostic> diagnostics_;
  std::size_t error_count_ = 0;
};

/// An entry of the catalogue. Templates name their arguments in braces: `{key}`.
struct CatalogueEntry {
  std::string_view code;
  std::string_view english, chinese;
  std::string_view english_hint, chinese_hint;  ///< empty when the message says it all
};

/// The entry for `code`, or null.
const CatalogueEntry* find_message(std::string_view code);
/// Every entry, in the order of the catalogue file.
const std::vector<CatalogueEntry>& message_catalogue();
/// `template_text` with each `{name}` replaced; a name without argument stays as it is.
std::string fill_template(std::string_view template_text, const MessageArguments& arguments);

}  // namespace banxin
