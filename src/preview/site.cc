#include "preview/site.h"

#include <charconv>
#include <utility>

#include "preview/page_files.h"

namespace banxin::preview {
namespace {

struct PageFile {
  std::string_view path, type;
  std::string_view (*content)();
};
constexpr PageFile page_files[] = {{"", "text/html; charset=utf-8", index_html},
                                   {"icon.svg", "image/svg+xml", icon_svg},
                                   {"preview.css", "text/css; charset=utf-8", preview_css},
                                   {"preview.js", "text/javascript; charset=utf-8", preview_js},
                                   {"geometry.js", "text/javascript; charset=utf-8", geometry_js},
                                   {"words.js", "text/javascript; charset=utf-8", words_js}};

Answer not_found() { return {404, "text/plain; charset=utf-8", "not found\n", {}}; }

/// The number in `after=N`; nothing of anything else.
std::optional<int> version_in(std::string_view query) {
  constexpr std::string_view key = "after=";
  if (!query.starts_with(key)) return std::nullopt;
  int version = 0;
  const auto [end, error] = std::from_chars(query.data() + key.size(), query.data() + query.size(), version);
  return error == std::errc() && end == query.data() + query.size() ? std::optional(version) : std::nullopt;
}

}  // namespace

void Site::publish(State state) {
  const std::scoped_lock lock(mutex_);
  before_ = std::exchange(state_, std::make_shared<const State>(std::move(state)));
  changed_.notify_all();
}

std::shared_ptr<const State> Site::state() const {
  const std::scoped_lock lock(mutex_);
  return state_;
}

void Site::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

Answer Site::answer(std::string_view path, std::string_view query) {
  for (const PageFile& file : page_files) {
    if (path == file.path) return {200, std::string(file.type), std::string(file.content()), {}};
  }
  if (path == "state") return answer_state(query);
  if (path == "article.pdf") return answer_pdf();
  constexpr std::string_view folder = "page/", extension = ".svg";
  if (path.starts_with(folder) && path.ends_with(extension) && path.size() > folder.size() + extension.size())
    return answer_page(path.substr(folder.size(), path.size() - folder.size() - extension.size()));
  return not_found();
}

Answer Site::answer_state(std::string_view query) {
  const std::optional<int> after = version_in(query);
  if (!after) return {400, "text/plain; charset=utf-8", "after=N is missing\n", {}};
  std::unique_lock lock(mutex_);
  if (waiting_ < most_waiting) {
    ++waiting_;
    changed_.wait_for(lock, longest_wait_, [&] { return closed_ || state_->version > *after; });
    --waiting_;
  }
  return {200, "application/json; charset=utf-8", state_->json, {}};
}

Answer Site::answer_page(std::string_view key) const {
  const std::scoped_lock lock(mutex_);
  for (const auto& state : {state_, before_}) {
    const auto page = state->pages.find(std::string(key));
    if (page != state->pages.end()) return {200, "image/svg+xml", *page->second, {}};
  }
  return not_found();
}

Answer Site::answer_pdf() const {
  const std::shared_ptr<const State> shown = state();
  if (!shown->result) return not_found();
  DiagnosticSink sink;
  std::optional<std::string> pdf = write_document(*shown->result, sink);
  if (!pdf) return {500, "text/plain; charset=utf-8", sink.all().front().message.text(MessageLanguage::english) + "\n", {}};
  std::filesystem::path name = shown->result->sources.front().name();
  return {200, "application/pdf", std::move(*pdf), name.filename().replace_extension(".pdf").string()};
}

}  // namespace banxin::preview
