// Style files to a resolved Style: `extends`, the article's `set:`, the command line's `--set`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_access.h"
#include "style/settings.h"
#include "style/style.h"
#include "style/style_file.h"
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
  KnownStyleFiles* known = nullptr;           ///< what was read for other articles; null: nothing is
};

/// What style files, the article and the command line set: read once, resolved as often as wanted.
class StyleSettings {
 public:
  /// Nothing when a file cannot be read. Files read are added to `read`, faulty ones too; they and the article's `set:` must live as long
  /// as the settings, and as spans that point into them.
  static std::optional<StyleSettings> read(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots,
                                           StyleFiles& read, DiagnosticSink& sink);

  /// The style; of no use when errors were reported.
  Style resolve(DiagnosticSink& sink) const;
  /// The style with settings that are stronger than all others, a mapping as a style file holds.
  Style resolve_with(const yaml::Value& stronger, DiagnosticSink& sink) const;

 private:
  StyleSettings() = default;

  std::string name_, language_;
  Settings settings_;
};

/// The resolved style; nothing after errors. Files read are added to `read`, because spans point into them.
std::optional<Style> read_style(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots, StyleFiles& read,
                                DiagnosticSink& sink);

}  // namespace banxin
