#include "layout/not_yet.h"

#include <string>
#include <string_view>

namespace banxin {

namespace {

class Report {
 public:
  explicit Report(DiagnosticSink& sink) : sink_(sink) {}

  void blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) std::visit([&](const auto& content) { tell(key_of(content), block.span); }, block.content);
  }


 private:
  static std::string_view key_of(const Verse&) { return "verse"; }
  static std::string_view key_of(const CodeBlock&) { return "code"; }
  template <typename SetAlready>
  static std::string_view key_of(const SetAlready&) {
    return {};
  }

  void tell(std::string_view key, SourceSpan place) {
    if (!key.empty()) sink_.error("layout-not-yet", place, {{"key", std::string(key)}});
  }

  DiagnosticSink& sink_;
};

}  // namespace

void report_not_yet(const Article& article, DiagnosticSink& sink) {
  Report report(sink);
  report.blocks(article.body);
}

}  // namespace banxin
