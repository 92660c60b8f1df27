// YAML values to an Article.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "document/article.h"
#include "document/markup_context.h"
#include "yaml/schema.h"
#include "yaml/value.h"

namespace banxin {

/// What an article file may hold.
const yaml::Shape& article_schema();

/// Reads a whole article file; nothing when it has errors. The `set:` value of the article, if any, is copied to `*set` (style/ reads it).
/// `fields` fill `{{field}}`; without them it is text.
std::optional<Article> read_article(const SourceFile& file, DiagnosticSink& sink, yaml::Value* set = nullptr,
                                    const FieldValues* fields = nullptr);

}  // namespace banxin
