#include "style/read_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/limits.h"
#include "style/resolve.h"
#include "style/settings.h"
#include "yaml/read.h"

namespace banxin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".yaml";

/// A bare word names a style that ships; anything with a folder or an extension is a path.
bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.find('\\') != std::string_view::npos || name.ends_with(extension);
}

class StyleReader {
 public:
  StyleReader(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots, StyleFiles& read, DiagnosticSink& sink)
      : request_(request), files_(files), roots_(roots), read_(read), sink_(sink) {}

  bool run(Settings& settings) {
    if (!read_file(request_.name, request_.article_folder)) return false;
    for (auto style = styles_.rbegin(); style != styles_.rend(); ++style) settings.add_layer(**style, Settings::Source::style_file, sink_);
    if (request_.article_set && request_.article_set->is_mapping())
      settings.add_layer(*request_.article_set, Settings::Source::override, sink_);
    for (const std::string& assignment : request_.command_line_set) add_command_line(assignment, settings);
    return true;
  }

 private:
  /// Reads a style and those that it extends into `styles_`.
  bool read_file(const SourceText& name, const fs::path& folder) {
    const std::optional<fs::path> path = find(name, folder);
    if (!path || closes_circle(*path, name)) return false;
    auto text = files_.read(*path, limits::text_file).value_or_report(sink_);
    if (!text) return false;
    const yaml::Value* style = read_text(path->string(), std::move(*text));
    if (style == nullptr) return false;
    styles_.push_back(style);
    const yaml::Value* extends = style->find("extends");
    return !extends || !extends->is_scalar() || read_file(extends->text, path->parent_path());
  }

  std::optional<fs::path> find(const SourceText& name, const fs::path& folder) {
    if (!is_path(name.view())) {
      const fs::path path = request_.styles_folder / (name.text() + std::string(extension));
      if (files_.exists(path)) return path;
      report_missing("style-not-found", "name", name);
      return std::nullopt;
    }
    // Styles that ship may name their neighbours, wherever the program is installed.
    const bool shipped = files_.canonical(folder) == files_.canonical(request_.styles_folder);
    auto path = shipped ? std::optional(files_.canonical(folder / name.text()))
                        : roots_.resolve(folder, name.text(), name.span()).value_or_report(sink_);
    if (!path || files_.exists(*path)) return path;
    report_missing("style-file-not-found", "path", name);
    return std::nullopt;
  }

  void report_missing(const char* code, const char* argument, const SourceText& name) {
    std::vector<std::string> stems;
    for (const fs::path& file : files_.list(request_.styles_folder)) {
      if (file.extension() == extension) stems.push_back(file.stem().string());
    }
    const std::vector<std::string_view> known(stems.begin(), stems.end());
    suggest(sink_.error(code, name.span(), {{argument, name.text()}, {"known", joined(known)}}), name.view(), known);
  }

  bool closes_circle(const fs::path& path, const SourceText& name) {
    const fs::path canonical = files_.canonical(path);
    const bool known = std::find(chain_.begin(), chain_.end(), canonical) != chain_.end();
    chain_.push_back(canonical);
    if (!known) return false;
    std::vector<std::string> names;
    for (const fs::path& link : chain_) names.push_back(link.stem().string());
    sink_.error("style-extends-cycle", name.span(), {{"chain", fmt::format("{}", fmt::join(names, " → "))}});
    return true;
  }

  /// `dotted.path=YAML` is read as the YAML it stands for, so that it is checked, and told of, as a style file is.
  void add_command_line(const std::string& assignment, Settings& settings) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
      sink_.error("style-set-form", {}, {{"value", assignment}});
      return;
    }
    const yaml::Value* set = parse("--set", assignment.substr(0, equals) + ": " + assignment.substr(equals + 1) + "\n");
    if (set != nullptr) settings.add_layer(*set, Settings::Source::override, sink_);
  }

  /// Null when it is no YAML.
  const yaml::Value* read_text(const std::string& path, std::string text) {
    if (request_.known == nullptr) return parse(path, std::move(text));
    if (auto known = request_.known->find(path, text)) return &read_.emplace_back(std::move(known))->value;
    const std::size_t said_before = sink_.all().size();
    const yaml::Value* value = parse(path, std::move(text));
    if (sink_.all().size() == said_before) request_.known->keep(read_.back());
    return value;
  }

  const yaml::Value* parse(std::string name, std::string text) {
    const auto file = std::make_shared<StyleFile>(std::move(name), std::move(text));
    read_.push_back(file);
    std::optional<yaml::Value> value = yaml::read(file->source, style_schema(), {}, sink_);
    if (!value) return nullptr;
    file->value = std::move(*value);
    return &file->value;
  }

  const StyleRequest& request_;
  const FileAccess& files_;
  const ReadableRoots& roots_;
  StyleFiles& read_;
  DiagnosticSink& sink_;
  std::vector<const yaml::Value*> styles_;  ///< from the strongest to the one that extends nothing
  std::vector<fs::path> chain_;
};

}  // namespace

std::optional<StyleSettings> StyleSettings::read(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots,
                                                 StyleFiles& read, DiagnosticSink& sink) {
  StyleSettings result;
  result.name_ = request.name.text();
  result.language_ = request.language;
  if (!StyleReader(request, files, roots, read, sink).run(result.settings_)) return std::nullopt;
  return result;
}

Style StyleSettings::resolve(DiagnosticSink& sink) const {
  Style style = resolve_style(settings_, language_, sink);
  style.name = name_;
  return style;
}

Style StyleSettings::resolve_with(const yaml::Value& stronger, DiagnosticSink& sink) const {
  Settings settings = settings_;
  settings.add_layer(stronger, Settings::Source::override, sink);
  Style style = resolve_style(settings, language_, sink);
  style.name = name_;
  return style;
}

std::optional<Style> read_style(const StyleRequest& request, const FileAccess& files, const ReadableRoots& roots, StyleFiles& read,
                                DiagnosticSink& sink) {
  const std::size_t errors_before = sink.error_count();
  const std::optional<StyleSettings> settings = StyleSettings::read(request, files, roots, read, sink);
  if (!settings) return std::nullopt;
  Style style = settings->resolve(sink);
  if (sink.error_count() > errors_before) return std::nullopt;
  return style;
}

}  // namespace banxin
