// Any bytes as an article file: read, and either an article or at least one error comes of it.
#include "document/dump.h"
#include "document/read_article.h"
#include "fuzz/fuzz_target.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceFile file("article.yaml", fuzz::bytes_of(data, size));
  DiagnosticSink sink;
  yaml::Value set;
  const FieldValues fields = {{"name", "张三"}, {"empty", std::nullopt}};
  const std::optional<Article> article = read_article(file, sink, &set, size % 2 == 0 ? nullptr : &fields);
  fuzz::require(article.has_value() != sink.has_errors(), "an article or an error");
  fuzz::check_messages(sink);
  if (article) fuzz::require(!dump_article(*article).empty(), "an article can be told");
  return 0;
}
