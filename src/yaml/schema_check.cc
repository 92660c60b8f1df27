// The check of a tree of values by its schema, with the traps that hang on what a value is meant to be.
#include "yaml/schema_check.h"

#include <algorithm>
#include <string>

#include "yaml/characters.h"
#include "yaml/fix.h"
#include "yaml/plain_traps.h"
#include "yaml/read.h"

namespace banxin::yaml {

namespace {

using Kind = Shape::Kind;

/// Keys that a message can list.
constexpr std::size_t most_keys_listed = 16;

class SchemaCheck {
 public:
  SchemaCheck(const SourceFile& file, const KnownKeys& known, const Scan& scan, const Limits& limits, DiagnosticSink& sink)
      : file_(file), known_(known), scan_(scan), limits_(limits), sink_(sink) {}

  void check(const Value& value, const Shape& shape) {
    if (is_full()) return;
    switch (shape.kind) {
      case Kind::text:
        return check_text(value);
      case Kind::text_or_list:
        return value.is_sequence() ? check_block_list(value, nullptr) : check_text(value);
      case Kind::token:
        return check_token(value);
      case Kind::list:
        return value.is_sequence() ? check_items(value, shape.items) : expect(value, "yaml-expected-list");
      case Kind::mapping:
        return value.is_mapping() ? check_mapping(value, shape) : expect(value, "yaml-expected-mapping");
      case Kind::token_or_list:
        return value.is_sequence() ? check_tokens(value, shape.items) : check_token(value);
      case Kind::token_or_mapping:
        return value.is_mapping() ? check_mapping(value, shape) : check_token(value);
      case Kind::body:
        return value.is_sequence() ? check_block_list(value, shape.items) : check_text(value);
      case Kind::block:
        return value.is_mapping() ? check_mapping(value, shape) : check_text_block(value, shape);
      case Kind::cell:
        return check_cell(value, shape);
      case Kind::any:
        return check_any(value);
    }
  }

 private:
  bool is_full() const { return sink_.error_count() >= limits_.errors; }

  bool is_flow(const Value& value) const {
    return scan_.flow_at(value.span.begin) != nullptr && (value.is_sequence() || value.is_mapping());
  }

  /// The scan's entry of a scalar value, or of the key whose value is missing; null for what stands nowhere.
  const ScannedScalar* scanned(const Value& value) const {
    return value.is_null() ? scan_.scalar_before(value.span.begin) : scan_.scalar_at(value.span.begin);
  }

  void check_text(const Value& value) {
    if (value.is_sequence() || value.is_mapping()) return report_structure_for_text(value);
    const ScannedScalar* scalar = scanned(value);
    if (!scalar || (value.is_null() && scalar->after_colon != value.span.begin)) return;
    if (!report_colon(file_, *scalar, sink_)) report_lost_comment(file_, *scalar, sink_);
  }

  void report_structure_for_text(const Value& value) {
    if (is_flow(value)) return report_mark(file_, value.span.begin, sink_);
    if (value.is_mapping() && value.entries.size() == 1) {
      const ScannedScalar* key = scan_.scalar_at(value.span.begin);
      if (key && key->is_key) return report_text_read_as_key(file_, key->begin, value.span.end, key->after_colon - 1, sink_);
    }
    sink_.error("yaml-expected-text", first_line(value.span));
  }

  void check_token(const Value& value) {
    if (value.is_sequence() || value.is_mapping()) {
      sink_.error("yaml-expected-token", first_line(value.span));
      return;
    }
    const ScannedScalar* scalar = scanned(value);
    if (!scalar || report_colour(*scalar)) return;
    if (!value.is_null()) report_colon(file_, *scalar, sink_);
  }

  /// A comment that is a colour is none.
  bool report_colour(const ScannedScalar& scalar) {
    if (!scalar.comment) return false;
    const std::string_view text = trim_blanks(file_.text().substr(scalar.comment.begin, scalar.comment.end - scalar.comment.begin));
    if (!looks_like_colour(text)) return false;
    const std::string_view colour = text.substr(0, text.find_first_of(" \t,]}"));
    Diagnostic& told = sink_.error("yaml-unquoted-colour", scalar.comment, {{"text", std::string(colour)}});
    hint_write(told, quoted(colour));
    return true;
  }

  void check_items(const Value& list, const Shape* items) {
    for (const Value& item : list.items) {
      if (items) {
        check(item, *items);
      } else {
        check_any(item);
      }
    }
  }

  void check_tokens(const Value& list, const Shape* items) {
    if (items) return check_items(list, items);
    for (const Value& item : list.items) {
      if (!is_full()) check_token(item);
    }
  }

  /// A list whose key takes a text too: `[` may begin one, so that only block lists are lists. Its items are texts unless `items` says
  /// more.
  void check_block_list(const Value& list, const Shape* items) {
    if (is_flow(list)) return report_mark(file_, list.span.begin, sink_);
    if (items) return check_items(list, items);
    for (const Value& item : list.items) {
      if (!is_full()) check_text(item);
    }
  }

  void check_text_block(const Value& value, const Shape& shape) {
    if (!report_slipped_key(value, shape)) check_text(value);
  }

  void check_cell(const Value& value, const Shape& shape) {
    if (value.is_sequence() && shape.items) return check_items(value, shape.items);
    if (value.is_mapping() && !shape.keys.empty()) return check_mapping(value, shape);
    check_text(value);
  }

  /// `heading：小标题` and `heading:小标题` are meant as a key with its value where a mapping can stand.
  bool report_slipped_key(const Value& value, const Shape& shape) {
    if (!value.is_scalar() || value.style != Value::ScalarStyle::plain) return false;
    const std::string_view text = value.text.view();
    for (const Key& key : shape.keys) {
      if (!text.starts_with(key.name)) continue;
      const std::string_view behind = text.substr(key.name.size());
      const bool full_width = behind.starts_with("：");
      if (!full_width && !behind.starts_with(':')) continue;
      const std::size_t length = full_width ? std::string_view("：").size() : 1;
      const SourceSpan colon = value.text.span(key.name.size(), key.name.size() + length);
      Diagnostic& slip =
          sink_.error(full_width ? "yaml-full-width-colon" : "yaml-no-space-after-colon", colon, {{"key", std::string(key.name)}});
      hint_write(slip, std::string(key.name) + ": " + shortened(trim_blanks(behind.substr(length))));
      return true;
    }
    return false;
  }

  void expect(const Value& value, const char* code) {
    if (value.is_null()) return check_token(value);
    sink_.error(code, first_line(value.span));
  }

  void check_mapping(const Value& mapping, const Shape& shape) {
    if (is_flow(mapping) && shape.kind == Kind::block) return report_mark(file_, mapping.span.begin, sink_);
    for (const Entry& entry : mapping.entries) {
      if (is_full()) return;
      const auto key = std::find_if(shape.keys.begin(), shape.keys.end(), [&](const Key& known) { return known.name == entry.key.view(); });
      if (key != shape.keys.end()) {
        check_entry(entry, *key, shape);
      } else if (!shape.keys.empty()) {
        report_unknown_key(mapping, entry, shape);
      } else if (shape.items) {
        check(entry.value, *shape.items);
      } else {
        check_any(entry.value);
      }
    }
  }

  void check_entry(const Entry& entry, const Key& key, const Shape& shape) {
    const bool has_placeholder =
        std::any_of(shape.keys.begin(), shape.keys.end(), [](const Key& other) { return other.name == "placeholder"; });
    if (entry.value.is_null() && key.name == "image" && has_placeholder) {
      sink_.error("yaml-image-without-file", entry.key.span());
      return;
    }
    if (key.shape.kind == Kind::mapping && report_slipped_key(entry.value, key.shape)) return;
    check(entry.value, key.shape);
  }

  void report_unknown_key(const Value& mapping, const Entry& entry, const Shape& shape) {
    const std::string written = entry.key.text();
    if (written.empty() || written == "<<") return;  // told by the scan
    std::string_view nearest = nearest_key(written, shape.keys);
    if (nearest.empty()) nearest = known_.key_for(written);
    const ScannedScalar* key = scan_.scalar_before(entry.key.span().begin + 1);
    // `- 主持人: 张三` in a list that takes texts is one.
    if (nearest.empty() && shape.kind == Kind::block && mapping.entries.size() == 1 && key && key->is_key) {
      return report_text_read_as_key(file_, key->begin, mapping.span.end, key->after_colon - 1, sink_);
    }
    const bool chinese = !nearest.empty() && known_.contains(written) && known_.key_for(written) != written;
    const std::string_view behind = behind_on_line(entry.key.span().end);
    if (chinese && behind.starts_with("：")) return check_any(entry.value);  // told with the colon
    Diagnostic& unknown = sink_.error(chinese ? "yaml-chinese-key" : "yaml-unknown-key", entry.key.span(), {{"key", shortened(written)}});
    if (chinese) {
      hint_write(unknown, std::string(nearest) + shortened(behind));
    } else if (!nearest.empty() && nearest != written) {
      unknown.hint("hint-did-you-mean", {{"name", std::string(nearest)}});
    } else if (shape.keys.size() <= most_keys_listed) {
      unknown.hint("hint-yaml-known-keys", {{"keys", listed(shape.keys)}});
    }
    check_any(entry.value);
  }

  std::string_view behind_on_line(std::size_t offset) const {
    const std::size_t line = file_.line_of(offset);
    return file_.line_text(line).substr(std::min(offset - file_.line_begin(line), file_.line_text(line).size()));
  }

  /// The part of `span` on its first line: a list may be long.
  SourceSpan first_line(SourceSpan span) const {
    const std::size_t line_end = span.begin + behind_on_line(span.begin).size();
    span.end = static_cast<std::uint32_t>(std::min<std::size_t>(span.end, line_end));
    return span;
  }

  static std::string listed(std::span<const Key> keys) {
    std::string result;
    for (const Key& key : keys) result += (result.empty() ? "" : ", ") + std::string(key.name);
    return result;
  }

  void check_any(const Value& value) {
    if (is_full()) return;
    for (const Value& item : value.items) check_any(item);
    for (const Entry& entry : value.entries) check_any(entry.value);
    if (!value.is_scalar()) return;
    const ScannedScalar* scalar = scanned(value);
    if (!scalar || report_colon(file_, *scalar, sink_) || report_colour(*scalar)) return;
    if (!looks_like_token(value.text.view(), value.style)) report_lost_comment(file_, *scalar, sink_);
  }

  const SourceFile& file_;
  const KnownKeys& known_;
  const Scan& scan_;
  const Limits& limits_;
  DiagnosticSink& sink_;
};

}  // namespace

void check_by_schema(const SourceFile& file, const Value& value, const Shape& schema, const KnownKeys& known, const Scan& scan,
                     const Limits& limits, DiagnosticSink& sink) {
  SchemaCheck(file, known, scan, limits, sink).check(value, schema);
}

void check_without_schema(const SourceFile& file, const Scan& scan, const Limits& limits, DiagnosticSink& sink) {
  for (const ScannedScalar& scalar : scan.scalars) {
    if (sink.error_count() >= limits.errors) return;
    if (scalar.is_key || report_colon(file, scalar, sink)) continue;
    if (!looks_like_token(scalar.text.view(), scalar.style)) report_lost_comment(file, scalar, sink);
  }
}

}  // namespace banxin::yaml
