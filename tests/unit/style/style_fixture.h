// Reads styles from files in memory.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "style/read_style.h"
#include "yaml/read.h"

namespace banxin {

class StyleTest : public testing::Test {
 protected:
  /// A file beside the article.
  void file(const std::string& name, std::string text) { files_.files["/article/" + name] = std::move(text); }
  void shipped(const std::string& name, std::string text) { files_.files["/styles/" + name + ".yaml"] = std::move(text); }

  std::optional<Style> read(const std::string& name, std::vector<std::string> command_line = {}, const std::string& set = {}) {
    StyleRequest request;
    request.name = SourceText(name);
    request.article_folder = "/article";
    request.styles_folder = "/styles";
    request.command_line_set = std::move(command_line);
    request.language = language_;
    request.known = known_;
    std::optional<yaml::Value> article_set;
    if (!set.empty()) {
      // An article's reader knows nothing of styles: it takes what is there.
      static const yaml::Shape anything{yaml::Shape::Kind::any};
      article_set = yaml::read(sources_.emplace_back("article.yaml", set), anything, {}, sink_);
      request.article_set = article_set ? &*article_set : nullptr;
    }
    const ReadableRoots roots(files_, {"/article"});
    return read_style(request, files_, roots, style_files_, sink_);
  }

  /// The codes of what was reported, in order.
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : sink_.all()) result.push_back(diagnostic.message.code);
    return result;
  }

  /// What a diagnostic points at.
  static std::string text_at(const SourceSpan& span) {
    return span.file ? std::string(span.file->text().substr(span.begin, span.end - span.begin)) : "";
  }

  std::string language_ = "zh-Hans";
  MemoryFileAccess files_;
  std::deque<SourceFile> sources_;
  StyleFiles style_files_;
  KnownStyleFiles* known_ = nullptr;
  DiagnosticSink sink_;
};

}  // namespace banxin
