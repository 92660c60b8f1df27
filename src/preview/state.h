// What a preview shows at one moment.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "driver/typeset.h"

namespace banxin::preview {

/// An article as it was last read, and what came of it.
struct Typesetting {
  std::string name;                       ///< of the article's file
  std::string text;                       ///< empty when it could not be read
  std::shared_ptr<TypesetResult> result;  ///< null when it could not be read
  DiagnosticSink diagnostics;
};

/// A diagnostic as one JSON object with `severity`, `code`, `message` and, where it has a place, `file`, `line` and `column`.
using DiagnosticJson = std::function<std::string(const Diagnostic&, MessageLanguage)>;

/// The pages last typeset without errors and the diagnostics of the latest try.
struct State {
  int version = 0;
  std::string json;                                                 ///< all but the pictures: see `make_state`
  std::string pages_json;                                           ///< the part of it that tells of the pages
  std::map<std::string, std::shared_ptr<const std::string>> pages;  ///< SVG by key
  std::shared_ptr<const TypesetResult> result;                      ///< of the pages; null when there are none
};

/// The state after `typesetting`; pages and their PDF stay those of `before` when it has errors. Its JSON is an object with
/// - `version`, `name`, `language` (`en` or `zh`), `failed` (the pages are older than the text), `text` (the article), then also
///   `pages_text` (that of the pages);
/// - `pages`: each with `key` (of its SVG: equal keys, equal pictures), `label`, `width`, `height`, the type `area`, `frames`, `baselines`
///   (y of each), and `lines`: places of printed text as `[line of the article, x, y, width, height]`; lengths in points, from the upper
///   left corner;
/// - `diagnostics`: each as `{en, zh}`, objects of `diagnostic_json`.
State make_state(const Typesetting& typesetting, const State& before, MessageLanguage language, const DiagnosticJson& diagnostic_json);

}  // namespace banxin::preview
