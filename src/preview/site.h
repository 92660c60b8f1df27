// The preview as a web site of a few addresses.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "preview/request.h"
#include "preview/state.h"

namespace banxin::preview {

/// Answers requests that the guard lets pass, from several threads at once:
/// - nothing: the page; `icon.svg`, `preview.css`, `preview.js`, `geometry.js`, `words.js`: its parts;
/// - `state?after=N`: the state's JSON, held back until its version is greater than N, at most `longest_wait`;
/// - `page/KEY.svg`: a page of the state, or of the one before it;
/// - `article.pdf`: the pages as a PDF to keep.
class Site {
 public:
  /// `longest_wait`: how long a request for a newer state may be held back.
  explicit Site(std::chrono::milliseconds longest_wait = std::chrono::seconds(20)) : longest_wait_(longest_wait) {}

  void publish(State state);
  std::shared_ptr<const State> state() const;
  /// Lets nobody wait any more.
  void close();

  Answer answer(std::string_view path, std::string_view query);

  /// Requests that may be held back at once; others are answered with what there is.
  static constexpr int most_waiting = 12;

 private:
  Answer answer_state(std::string_view query);
  Answer answer_page(std::string_view key) const;
  Answer answer_pdf() const;

  const std::chrono::milliseconds longest_wait_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const State> state_ = std::make_shared<State>(), before_ = state_;
  int waiting_ = 0;
  bool closed_ = false;
};

}  // namespace banxin::preview
