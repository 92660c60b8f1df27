#include "font/font_library.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <tuple>

#include "base/limits.h"
#include "font/face_chain.h"

namespace banxin {

namespace {

class Library final : public CataloguedFontLibrary {
 public:
  Library(std::shared_ptr<FontSources> sources, PreferredFamilies preferred)
      : sources_(std::move(sources)), preferred_(std::move(preferred)) {}

  const FontFace* find(const FontRequest& request, std::u32string_view cluster) const override { return chain(request).find(cluster); }
  const FontFace* primary(const FontRequest& request) const override { return chain(request).primary(); }

  std::unique_ptr<CataloguedFontLibrary> with_families(PreferredFamilies preferred) const override {
    return std::make_unique<Library>(sources_, std::move(preferred));
  }

  void report(DiagnosticSink& sink) const override {
    DiagnosticSink found;
    for (Diagnostic& fault : sources_->store().faults()) found.add(std::move(fault));
    const std::shared_lock lock(mutex_);
    for (const auto& [key, chain] : chains_) chain->report(found);
    std::vector<const Diagnostic*> said;
    for (const Diagnostic& diagnostic : found.all()) {
      const bool repeated = std::any_of(said.begin(), said.end(), [&](const Diagnostic* before) {
        return before->message.code == diagnostic.message.code && before->message.arguments == diagnostic.message.arguments;
      });
      if (repeated) continue;
      said.push_back(&diagnostic);
      sink.add(diagnostic);
    }
  }

 private:
  using Key = std::tuple<FontRole, int, std::string>;

  const FaceChain& chain(const FontRequest& request) const {
    const Key key(request.role, request.weight, request.language);
    {
      const std::shared_lock lock(mutex_);
      if (const auto known = chains_.find(key); known != chains_.end()) return *known->second;
    }
    const std::unique_lock lock(mutex_);
    std::unique_ptr<FaceChain>& chain = chains_[key];
    if (chain == nullptr) chain = std::make_unique<FaceChain>(request, preferred_, *sources_);
    return *chain;
  }

  std::shared_ptr<FontSources> sources_;
  PreferredFamilies preferred_;
  mutable std::shared_mutex mutex_;
  mutable std::map<Key, std::unique_ptr<FaceChain>> chains_;
};

/// The file does not outlive the call, so what is wrong in it is told without a span.
std::optional<FontCatalogue> read_catalogue(const SourceFile& file, DiagnosticSink& sink) {
  DiagnosticSink found;
  std::optional<FontCatalogue> catalogue = read_font_catalogue(file, found);
  for (const Diagnostic& diagnostic : found.all()) {
    const std::size_t line = diagnostic.span ? file.line_of(diagnostic.span.begin) : 1;
    Diagnostic& told =
        sink.report(diagnostic.severity, "font-catalogue-faulty", {}, {{"path", file.name()}, {"line", std::to_string(line)}});
    told.hints.push_back(diagnostic.message);
  }
  return catalogue;
}

}  // namespace

std::unique_ptr<CataloguedFontLibrary> open_font_library(const FontLibraryOptions& options, const FileAccess& files, DiagnosticSink& sink) {
  const std::filesystem::path path = options.bundle_folder / "catalogue.yaml";
  std::optional<std::string> text = files.read(path, limits::font_catalogue).value_or_report(sink);
  if (!text) return nullptr;
  std::optional<FontCatalogue> catalogue = read_catalogue(SourceFile(path.string(), std::move(*text)), sink);
  if (!catalogue) return nullptr;
  return std::make_unique<Library>(std::make_shared<FontSources>(std::move(*catalogue), options, files), PreferredFamilies{});
}

}  // namespace banxin
