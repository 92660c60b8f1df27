#include "layout/kept_texts.h"

#include <algorithm>
#include <utility>

namespace banxin {

namespace {

/// Notes which faces a text asks for: what a run says of its fonts hangs on it.
class NotingFonts : public FontLibrary {
 public:
  explicit NotingFonts(const FontLibrary& fonts) : fonts_(fonts) {}

  const FontFace* find(const FontRequest& request, std::u32string_view cluster) const override {
    note(request);
    return fonts_.find(request, cluster);
  }
  const FontFace* primary(const FontRequest& request) const override {
    note(request);
    return fonts_.primary(request);
  }
  const std::vector<FontRequest>& requests() const { return requests_; }

 private:
  void note(const FontRequest& request) const {
    if (std::find(requests_.rbegin(), requests_.rend(), request) == requests_.rend()) requests_.push_back(request);
  }

  const FontLibrary& fonts_;
  mutable std::vector<FontRequest> requests_;
};

/// The same lines of a text that stands elsewhere in the article.
SetText with_places(SetText set, SourceText places) {
  if (set.galleys.empty()) return set;
  auto text = std::make_shared<StyledText>();
  text->text = std::move(places);
  text->runs = set.galleys.front().text->runs;
  for (Galley& galley : set.galleys) galley.text = text;
  return set;
}

}  // namespace

TextKey::TextKey(Way way, const RichText& text) : bytes_(1, static_cast<char>(way)) {
  add(text.text.view());
  for (const InlineRun& run : text.runs) {
    const InlineMarkup& markup = run.markup;
    add(run.begin).add(run.end);
    for (const bool flag : {markup.strong, markup.emphasis, markup.code, markup.marked, markup.superscript, markup.subscript})
      bytes_ += flag ? '1' : '0';
    add(static_cast<std::int64_t>(markup.name_line.form)).add(markup.name_line.name);
    add(markup.link).add(markup.language).add(markup.footnote);
  }
}

TextKey& TextKey::add(std::int64_t value) {
  bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  return *this;
}

TextKey& TextKey::add(std::string_view text) {
  add(static_cast<std::int64_t>(text.size()));
  bytes_ += text;
  return *this;
}

void KeptTexts::begin(TextRules rules) {
  if (rules == rules_) {
    std::erase_if(texts_, [&](const auto& kept) { return kept.second->run != run_; });
  } else {
    texts_.clear();
    types_.clear();
    rules_ = std::move(rules);
  }
  ++run_;
  set_anew_ = 0;
}

std::int64_t KeptTexts::number_of(const TextStyle& type) {
  const std::lock_guard lock(mutex_);
  const auto known = std::find(types_.begin(), types_.end(), type);
  const auto number = known - types_.begin();
  if (known == types_.end()) types_.push_back(type);
  return number;
}

SetText KeptTexts::find_or_set(const TextKey& key, SourceText places, const FontLibrary& fonts, DiagnosticSink& sink,
                               const std::function<SetText(const FontLibrary&, DiagnosticSink&)>& set) {
  std::shared_ptr<Kept> kept;
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = texts_.find(key.bytes()); known != texts_.end()) {
      kept = known->second;
      kept->run = run_;
    }
  }
  if (kept != nullptr) {
    for (const FontRequest& request : kept->fonts) fonts.primary(request);
    return with_places(kept->set, std::move(places));
  }
  kept = std::make_shared<Kept>();
  const NotingFonts noting(fonts);
  DiagnosticSink said;
  kept->set = set(noting, said);
  kept->fonts = noting.requests();
  sink.append(said);
  const std::lock_guard lock(mutex_);
  ++set_anew_;
  kept->run = run_;
  if (said.all().empty()) texts_.insert_or_assign(key.bytes(), kept);
  return kept->set;
}

}  // namespace banxin
