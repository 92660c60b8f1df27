// A text from elsewhere to an article file: the face of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "import/sources.h"

namespace banxin {

struct ImportOptions {
  bool as_is = false;        ///< half-width marks stay
  PicturePath picture_path;  ///< which of the pictures named by the text the article can use, and by which path
};

/// The article that the bytes of a text, Markdown or HTML file hold, as YAML; nothing when they hold none (`import-not-text`,
/// `import-empty`). Notes tell how the input was read, what was taken as what, and every line that was left out. `name` is the file's, as
/// the user wrote it; its stem is the title of a text that has none.
std::optional<std::string> import_article(const std::string& name, std::string_view bytes, const ImportOptions& options,
                                          DiagnosticSink& sink);

}  // namespace banxin
