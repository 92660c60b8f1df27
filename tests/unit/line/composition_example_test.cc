// The worked examples as lines, to a thousandth of an em.
#include <gtest/gtest.h>

#include <cmath>

#include "base/utf8.h"
#include "line/compose.h"
#include "unit/line/composition_example.h"
#include "unit/line/synthetic_shaper.h"

namespace banxin {
namespace {

using namespace literals;

constexpr Length em = Length::from_raw(24 * 1024);

Length in_ems(double ems) { return Length::from_raw(std::llround(ems * static_cast<double>(em.raw()))); }

std::string without_edge_spaces(std::string text) {
  const auto drop = [&](std::string_view space) {
    while (text.ends_with(space)) text.resize(text.size() - space.size());
  };
  for (int i = 0; i < 4; ++i) {
    drop(" ");
    drop("　");
  }
  return text;
}

std::vector<std::string> texts_of(const Galley& galley) {
  std::vector<std::string> lines;
  for (const Line& line : galley.lines) {
    lines.push_back(without_edge_spaces(std::string(galley.text->text.view().substr(line.text_begin, line.text_end - line.text_begin))));
  }
  return lines;
}

using Ink = std::vector<std::pair<std::string, double>>;

Ink ink_of(const Galley& galley, const Line& line) {
  Ink ink;
  for (const PlacedCluster& placed : line.clusters) {
    const Cluster& cluster = galley.shaped->clusters[placed.cluster];
    double x = static_cast<double>((placed.x + cluster.ink_begin).raw()) / static_cast<double>(em.raw());
    for (std::size_t at = cluster.text_begin; at < cluster.text_end; x += 1) {
      const std::string character = utf8::encode(utf8::decode(galley.text->text.view(), at));
      if (character != " " && character != "　") ink.emplace_back(character, x);
    }
  }
  return ink;
}

std::string described(const std::vector<Ink>& lines) {
  std::string text;
  for (const Ink& line : lines) {
    for (const auto& [character, x] : line) text += character + std::to_string(x) + " ";
    text += "\n";
  }
  return text;
}

bool nearly_equal(const std::vector<Ink>& a, const std::vector<Ink>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].size() != b[i].size()) return false;
    for (std::size_t j = 0; j < a[i].size(); ++j)
      if (a[i][j].first != b[i][j].first || std::abs(a[i][j].second - b[i][j].second) > 0.001) return false;
  }
  return true;
}

TEST(CompositionExamples, SetLines) {
  int count = 0;
  for (const test::CompositionExample& example : test::read_composition_examples()) {
    if (example.lines.empty()) continue;
    ++count;
    const auto text = test::styled_text(example.text, em);
    const auto shaped = test::shape_synthetically(*text, example.options.locale);
    ParagraphShape shape;
    shape.measure = in_ems(example.measure);
    shape.indent = in_ems(example.indent);
    DiagnosticSink sink;
    const Galley galley = compose(text, shaped, example.options, shape, sink);
    EXPECT_EQ(texts_of(galley), example.lines) << example.id << ": " << example.note;
    std::vector<Ink> ink;
    for (const Line& line : galley.lines) ink.push_back(ink_of(galley, line));
    EXPECT_TRUE(nearly_equal(ink, example.ink))
        << example.id << ": " << example.note << "\nset:    " << described(ink) << "should: " << described(example.ink);
  }
  EXPECT_EQ(count, 155);
}

}  // namespace
}  // namespace banxin
