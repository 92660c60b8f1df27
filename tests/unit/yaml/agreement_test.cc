// Where yaml-cpp reads a text whole, ours reads the same; and no mutation of an article crashes the reader or loses a byte of text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <random>

#include "unit/yaml/reading.h"

namespace banxin::yaml {
namespace {

using testing::Contains;
using testing::Not;

const char* const article =
    "# forum.yaml\n"
    "lang: zh-Hans\n"
    "style: newspaper # 样式\n"
    "kicker: 职业教育一线\n"
    "title:\n"
    "  - 三十余所院校聚首北青政\n"
    "  - '共话''高质量''发展'\n"
    "source: \"本刊\\u3000\\\"特约\\\"\"\n"
    "byline: 记者 某某\n"
    "date: 2025-05-13\n"
    "masthead: {name: 北青, \"issue\":\"3\"}\n"
    "body:\n"
    "- first paragraph\n"
    "  goes on\n"
    "- image: photos/hall.jpg\n"
    "  caption: |\n"
    "    会场一角\n"
    "      再一行\n"
    "  span: 2\n"
    "- >-\n"
    "  one\n"
    "  two\n"
    "\n"
    "  three\n"
    "- rows: [[a, b], ['c', \"d\"],\n"
    "    [e f,\n"
    "     g]]\n"
    "  widths:\n"
    "  - 1\n"
    "  - - 2\n"
    "    - 3\n"
    "footnotes:\n"
    "  1: 参见某书\n"
    "set:\n"
    "  page.paper: A4\n"
    "  colours: {red: \"#b03a24\"}\n"
    "credits: []\n";

const Shape& anything() {
  static const Shape any = {Shape::Kind::any};
  return any;
}

void expect_same(const Value& ours, const YAML::Node& theirs) {
  switch (ours.kind) {
    case Value::Kind::null:
      EXPECT_TRUE(theirs.IsNull());
      break;
    case Value::Kind::scalar:
      ASSERT_TRUE(theirs.IsScalar() || theirs.IsNull());
      // yaml-cpp takes `~` and `null` for nothing.
      EXPECT_TRUE(theirs.IsNull() || ours.text.text() == theirs.Scalar()) << ours.text.text();
      break;
    case Value::Kind::sequence:
      ASSERT_TRUE(theirs.IsSequence());
      ASSERT_EQ(ours.items.size(), theirs.size());
      for (std::size_t i = 0; i < ours.items.size(); ++i) expect_same(ours.items[i], theirs[i]);
      break;
    case Value::Kind::mapping:
      ASSERT_TRUE(theirs.IsMap());
      ASSERT_EQ(ours.entries.size(), theirs.size());
      for (const Entry& entry : ours.entries) expect_same(entry.value, theirs[entry.key.text()]);
      break;
  }
}

TEST(Agreement, WithYamlCppOnAnArticle) {
  const Reading reading(article, anything());
  ASSERT_TRUE(reading.value) << reading.codes().front();
  expect_same(*reading.value, YAML::Load(article));
}

/// The bytes of the file that stand in some scalar or key.
void mark_texts(const Value& value, std::vector<bool>& covered) {
  const auto cover = [&](const SourceSpan& span) { std::fill(covered.begin() + span.begin, covered.begin() + span.end, true); };
  if (value.is_scalar()) cover(value.span);
  for (const Value& item : value.items) mark_texts(item, covered);
  for (const Entry& entry : value.entries) {
    cover(entry.key.span());
    mark_texts(entry.value, covered);
  }
}

/// Every byte that is in no text must be structure or stand in a comment.
void expect_nothing_lost(const Reading& reading) {
  const std::string_view source = reading.file->text();
  std::vector<bool> covered(source.size(), false);
  mark_texts(*reading.value, covered);
  bool comment = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') comment = false;
    if (covered[i] || comment) continue;
    comment = source[i] == '#';
    EXPECT_TRUE(comment || std::string_view(" \t\r\n-:,[]{}\"'.\xef\xbb\xbf").find(source[i]) != std::string_view::npos)
        << "byte " << i << " is lost of\n"
        << source;
  }
}

/// Every byte of a text that is neither quoted nor a break must stand in the file at its place.
void expect_places_true(const Reading& reading, const Value& value) {
  for (const Value& item : value.items) expect_places_true(reading, item);
  for (const Entry& entry : value.entries) expect_places_true(reading, entry.value);
  if (!value.is_scalar() || value.style == Value::ScalarStyle::quoted) return;
  const std::string_view text = value.text.view();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const SourceSpan place = value.text.span(i, i + 1);
    EXPECT_GE(place.begin, value.span.begin);
    EXPECT_TRUE(text[i] == '\n' || text[i] == ' ' || reading.source(place) == std::string(1, text[i])) << "byte " << i << " of " << text;
  }
}

/// `offset` moved on to where a character begins, so that most mutations are no mere bad UTF-8.
std::size_t character_begin(const std::string& text, std::size_t offset) {
  while (offset < text.size() && (text[offset] & 0xc0) == 0x80) ++offset;
  return std::min(offset, text.size());
}

std::string mutated(std::string text, std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      " #", ": ", ":",     "- ", "\"", "'",    "\n", "  ",   "\t",   "[", "]",          "{",    "}",       ",",   "*", "&a ",    "!x ",
      "|",  ">",  "---\n", "：", "　", "标题", "\\", "\r\n", "#fff", "?", "title: x\n", "\n  ", "\n     ", "|2-", "%", "\u00e9", "<<: x"};
  const auto pick = [&](std::size_t count) { return random() % count; };
  const auto pick_place = [&] { return character_begin(text, pick(text.size() + 1)); };
  for (std::size_t changes = 1 + pick(4); changes > 0; --changes) {
    const std::size_t begin = pick_place();
    const std::size_t end = character_begin(text, begin + 1 + pick(8));
    const std::size_t from = pick_place();
    const std::string copy = text.substr(from, character_begin(text, from + pick(40)) - from);
    switch (pick(4)) {
      case 0:
        text.insert(begin, pieces[pick(pieces.size())]);
        break;
      case 1:
        text.erase(begin, end - begin);
        break;
      case 2:
        text.insert(begin, copy);
        break;
      default:
        text.replace(begin, end - begin, pieces[pick(pieces.size())]);
        break;
    }
  }
  return text;
}

TEST(Mutations, NeitherCrashNorLoseText) {
  std::mt19937 random(20250513);
  std::size_t read = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::string source = mutated(article, random);
    SCOPED_TRACE(source);
    for (const Shape* schema : {&article_like_schema(), &anything()}) {
      const Reading reading(source, *schema);
      EXPECT_NE(reading.value.has_value(), reading.sink.has_errors());
      // The scan tells every fault of syntax itself; yaml-cpp never finds one that it missed.
      EXPECT_THAT(reading.codes(), Not(Contains("yaml-syntax")));
      if (!reading.value) continue;
      ++read;
      expect_nothing_lost(reading);
      expect_places_true(reading, *reading.value);
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(read, 250u);
}

}  // namespace
}  // namespace banxin::yaml
