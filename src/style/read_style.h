// Style files to a resolved Style: `extends`, the article's `set:`, the command line's `--set`.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_access.h"
#include "style/style.h"
#include "yaml/schema.h"
#include "yaml/value.h"

namespace banxin {

const yaml::Shape& style_schema();

/// Where styles come from and what overrides them.
struct StyleRequest {
  SourceText name;  ///< of a shipped style, or a path relative to the article
  std::filesystem::path article_folder;
  std::filesystem::path styles_folder;        ///< the shipped styles
  const yaml::Value* article_set = nullptr;   ///< the article's `set:`
  std::vector<std::string> command_line_set;  ///< `dotted.path=YAML`, in order
  std::string language;                       ///< of the article
};

/// The resolved style; nothing after errors. Files read are kept in `sources`, because spans point into them.
std::optional<Style> read_style(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots,
                                std::deque<SourceFile>& sources, DiagnosticSink& sink);

}  // namespace banxin
