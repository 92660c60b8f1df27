// What each stage of an article's way costs by itself, on one text: content/forum.yaml, in its own style.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <map>
#include <set>

#include "document/read_article.h"
#include "driver/typeset.h"
#include "line/compose.h"
#include "page/dump.h"

namespace banxin {
namespace {

/// The article, set once with everything kept that the stages need.
struct Sample {
  DiskFileAccess files;
  Typesetter typesetter{files, find_data_folders(), {}};
  ArticleInput input;
  std::unique_ptr<TypesetResult> set;

  Sample() {
    const auto path = std::filesystem::path(BANXIN_SOURCE_DIR) / "content/forum.yaml";
    input = {path.string(), path.parent_path(), *files.read(path, 1 << 20)};
    TypesetOptions options;
    options.keep_galleys = true;
    set = typesetter.typeset(input, options);
  }

  static const Sample& get() {
    static const Sample sample;
    return sample;
  }
};

void read_the_article(benchmark::State& state) {
  const Sample& sample = Sample::get();
  for (auto _ : state) {
    const SourceFile source(sample.input.name, sample.input.text);
    DiagnosticSink sink;
    benchmark::DoNotOptimize(read_article(source, sink));
  }
}
BENCHMARK(read_the_article)->Unit(benchmark::kMicrosecond);

void compose_its_paragraphs(benchmark::State& state) {
  const Sample& sample = Sample::get();
  for (auto _ : state) {
    for (const Galley& galley : sample.set->galleys) {
      if (!galley.rules) continue;
      DiagnosticSink sink;
      benchmark::DoNotOptimize(compose(galley.text, galley.shaped, galley.rules->options, galley.rules->shape, sink));
    }
  }
}
BENCHMARK(compose_its_paragraphs)->Unit(benchmark::kMicrosecond);

void typeset_it(benchmark::State& state) {
  const Sample& sample = Sample::get();
  for (auto _ : state) benchmark::DoNotOptimize(sample.typesetter.typeset(sample.input, {}));
}
BENCHMARK(typeset_it)->Unit(benchmark::kMicrosecond);

void write_its_pdf(benchmark::State& state) {
  const Sample& sample = Sample::get();
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(write_document(*sample.set, sink));
  }
}
BENCHMARK(write_its_pdf)->Unit(benchmark::kMicrosecond);

void subset_its_faces(benchmark::State& state) {
  std::map<const FontFace*, std::set<std::uint32_t>> used;
  for (const Galley& galley : Sample::get().set->galleys) {
    for (const Cluster& cluster : galley.shaped->clusters) {
      for (std::uint32_t i = cluster.glyph_begin; i < cluster.glyph_end; ++i) used[cluster.face].insert(galley.shaped->glyphs[i].id);
    }
  }
  for (auto _ : state) {
    for (const auto& [face, glyphs] : used) benchmark::DoNotOptimize(subset_font(*face, {glyphs.begin(), glyphs.end()}));
  }
}
BENCHMARK(subset_its_faces)->Unit(benchmark::kMicrosecond);

void dump_its_pages(benchmark::State& state) {
  const Sample& sample = Sample::get();
  for (auto _ : state) benchmark::DoNotOptimize(dump_text(*sample.set->document));
}
BENCHMARK(dump_its_pages)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace banxin

BENCHMARK_MAIN();
