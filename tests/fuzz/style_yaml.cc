// Any bytes as a style file, which may extend the shipped newspaper: read and resolved, or refused with an error.
#include "fuzz/fuzz_target.h"
#include "style/read_style.h"

using namespace banxin;

namespace {

MemoryFileAccess files_with_newspaper() {
  MemoryFileAccess files;
  const std::filesystem::path newspaper = std::filesystem::path(BANXIN_SOURCE_DIR) / "styles/newspaper.yaml";
  files.files["/styles/newspaper.yaml"] = *DiskFileAccess().read(newspaper, 1u << 20);
  return files;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static MemoryFileAccess files = files_with_newspaper();
  files.files["/articles/own.yaml"] = fuzz::bytes_of(data, size);
  StyleRequest request;
  request.name = SourceText("own.yaml");
  request.article_folder = "/articles";
  request.styles_folder = "/styles";
  request.language = size % 2 == 0 ? "zh-Hans" : "ko";
  StyleFiles style_files;
  DiagnosticSink sink;
  const std::optional<Style> style = read_style(request, files, ReadableRoots(files, {"/articles"}), style_files, sink);
  fuzz::require(style.has_value() != sink.has_errors(), "a style or an error");
  fuzz::check_messages(sink);
  return 0;
}
