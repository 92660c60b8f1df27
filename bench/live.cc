// How long pages take after an edit: a paragraph of a long article is changed again and again, somewhere else each time.
//
//     live ARTICLE.yaml [EDITS]
//
// Prints the median of the milliseconds from an edit to its pages, and that of the same without anything kept.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "driver/kept_run.h"
#include "driver/typeset.h"

namespace banxin {
namespace {

class Writer {
 public:
  explicit Writer(std::string text) : text_(std::move(text)), random_(1) {}

  const std::string& text() const { return text_; }

  /// Adds a few words to a paragraph, or takes one away.
  void edit() {
    std::size_t at = std::string::npos;
    while (at == std::string::npos) {
      const std::size_t line = text_.find("\n  - \"", random_() % text_.size());
      if (line != std::string::npos) at = text_.find("，", line);
    }
    if (random_() % 2 == 0) {
      text_.insert(at, "，又写下几个字");
    } else {
      text_.erase(at, 3);
    }
  }

 private:
  std::string text_;
  std::mt19937 random_;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int run(const std::filesystem::path& path, int edits) {
  const DiskFileAccess files;
  const Typesetter typesetter(files, find_data_folders(), {});
  Writer writer(*files.read(path, 1 << 30));
  KeptRun kept;
  const auto milliseconds = [&](KeptRun* run) {
    TypesetOptions options;
    options.kept = run;
    const ArticleInput input{path.string(), path.parent_path(), writer.text()};
    const auto begin = std::chrono::steady_clock::now();
    const auto result = typesetter.typeset(input, options);
    const auto end = std::chrono::steady_clock::now();
    if (!result->document) std::exit(1);
    return std::chrono::duration<double, std::milli>(end - begin).count();
  };
  milliseconds(&kept);
  std::vector<double> live, fresh;
  for (int i = 0; i < edits; ++i) {
    writer.edit();
    live.push_back(milliseconds(&kept));
    if (i < 5) fresh.push_back(milliseconds(nullptr));
  }
  std::printf("%.0f ms from an edit to its pages, %.0f ms with nothing kept\n", median(live), median(fresh));
  return 0;
}

}  // namespace
}  // namespace banxin

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "live ARTICLE.yaml [EDITS]\n"), 1;
  return banxin::run(argv[1], argc > 2 ? std::atoi(argv[2]) : 100);
}
