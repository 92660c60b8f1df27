// Any bytes as a text, a Markdown file or a saved web page to import (the first byte says which): what comes of it is an article that
// builds without an error.
#include <array>

#include "document/read_article.h"
#include "fuzz/fuzz_target.h"
#include "import/import.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static constexpr std::array names = {"copied.txt", "notes.md", "page.html"};
  DiagnosticSink sink;
  ImportOptions options;
  options.as_is = (data[0] & 4) != 0;
  options.picture_path = [](std::string_view path) { return path.size() % 2 == 0 ? std::optional<std::string>(path) : std::nullopt; };
  const std::string bytes = fuzz::bytes_of(data + 1, size - 1);
  const std::optional<std::string> article = import_article(names.at(data[0] % 3), bytes, options, sink);
  fuzz::check_messages(sink);
  fuzz::require(article.has_value() || sink.has_errors(), "an article or an error");
  if (!article) return 0;
  const SourceFile file("article.yaml", *article);
  DiagnosticSink read;
  const bool sound = read_article(file, read).has_value();
  if (!sound) std::fprintf(stderr, "%s\n%s\n", read.all().front().message.text(MessageLanguage::english).c_str(), article->c_str());
  fuzz::require(sound, "what import writes is an article");
  return 0;
}
