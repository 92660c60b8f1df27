// What the tests of the YAML reader share: a schema in the manner of an article's, and reading from a string.
#include "unit/yaml/reading.h"

namespace banxin::yaml {

namespace {

using Kind = Shape::Kind;

const Shape text_shape = {Kind::text};
const Shape token_shape = {Kind::token};
const Shape tokens_shape = {Kind::token_or_list, {}, &token_shape};
const Shape texts_shape = {Kind::list, {}, &text_shape};
const Shape rows_shape = {Kind::list, {}, &texts_shape};

const Key block_keys[] = {
    {"heading", {Kind::text}, "", "", "小标题"},
    {"level", {Kind::token}, "", ""},
    {"image", {Kind::token}, "", "", "图片"},
    {"placeholder", {Kind::text}, "", "", "占位图"},
    {"caption", {Kind::text}, "", "", "图注 说明"},
    {"span", {Kind::token}, "", ""},
    {"rows", rows_shape, "", ""},
    {"widths", tokens_shape, "", ""},
};
const Shape block_shape = {Kind::block, block_keys};

const Key masthead_keys[] = {{"name", {Kind::text}, "", "", "报名"}, {"issue", {Kind::text}, "", "", "期号"}};

const Key article_keys[] = {
    {"lang", {Kind::token}, "", "", "语言"},
    {"style", {Kind::token}, "", ""},
    {"kicker", {Kind::text_or_list}, "", "", "引题 眉题"},
    {"title", {Kind::text_or_list}, "", "", "标题 主题"},
    {"subtitle", {Kind::text_or_list}, "", "", "副题"},
    {"byline", {Kind::text_or_list}, "", "", "作者 署名"},
    {"source", {Kind::text}, "", "", "来源"},
    {"date", {Kind::text}, "", "", "日期"},
    {"masthead", {Kind::mapping, masthead_keys}, "", ""},
    {"body", {Kind::body, {}, &block_shape}, "", "", "正文"},
    {"footnotes", {Kind::mapping, {}, &text_shape}, "", ""},
    {"credits", texts_shape, "", ""},
    {"wrap", {Kind::token}, "", ""},
    {"set", {Kind::any, {}, nullptr, true}, "", ""},
};
const Shape article_shape = {Kind::mapping, article_keys};

}  // namespace

const Shape& article_like_schema() { return article_shape; }

std::vector<std::string> Reading::codes() const {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
  return result;
}

std::string Reading::text(std::string_view key) const {
  if (!value) return "(not read)";
  const Value* found = value->find(key);
  return !found ? "(absent)" : !found->is_scalar() ? "(no scalar)" : found->text.text();
}

std::string Reading::hints(std::size_t index) const {
  const Diagnostic& diagnostic = sink.all().at(index);
  const CatalogueEntry* entry = find_message(diagnostic.message.code);
  std::string result = entry ? fill_template(entry->english_hint, diagnostic.message.arguments) : "(no message)";
  for (const Message& hint : diagnostic.hints) result += (result.empty() ? "" : "\n") + hint.text(MessageLanguage::english);
  return result;
}

std::string Reading::place(std::size_t index) const {
  const SourceSpan& span = sink.all().at(index).span;
  const std::size_t line = file->line_of(span.begin);
  return std::to_string(line) + ":" + std::to_string(span.begin - file->line_begin(line) + 1);
}

}  // namespace banxin::yaml
