// Any text as the body of an article and as one line of it: every byte that is read lies in the text.
#include "document/markdown.h"
#include "document/inline.h"
#include "fuzz/fuzz_target.h"
#include "yaml/encoding.h"

using namespace banxin;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceFile file("article.yaml", fuzz::bytes_of(data, size));
  DiagnosticSink encoding;
  if (!yaml::check_encoding(file, encoding)) return 0;  // no such text comes out of a file
  DiagnosticSink sink;
  MarkupContext context(sink, {"1", "注"});
  context.join_lines = size % 2 == 0;
  const FieldValues fields = {{"name", "张三"}, {"empty", std::nullopt}};
  if (size % 3 == 0) context.fields = &fields;
  const SourceText body(&file, std::string(file.text()), 0);
  static_cast<void>(read_markdown(body, context));
  const RichText line = read_inline(body, context);
  for (const InlineRun& run : line.runs) fuzz::require(run.begin <= run.end && run.end <= line.text.size(), "a run lies in its text");
  fuzz::check_messages(sink);
  return 0;
}
