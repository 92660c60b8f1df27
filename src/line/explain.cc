#include "line/explain.h"

#include <algorithm>
#include <cassert>

#include "line/broken_paragraph.h"

namespace banxin {
namespace {

double demerits_of(const std::vector<ChosenLine>& lines) {
  double sum = 0;
  for (const ChosenLine& line : lines) sum += line.last ? line.demerits : 0;
  return sum;
}

class Explainer {
 public:
  Explainer(const Galley& galley, const BrokenParagraph& paragraph)
      : galley_(galley), paragraph_(paragraph), demerits_(demerits_of(paragraph.lines)) {}

  std::vector<LineExplanation> run() const {
    std::vector<LineExplanation> result;
    double before = 0;
    for (std::size_t i = 0; i < paragraph_.lines.size(); ++i) {
      const ChosenLine& line = paragraph_.lines[i];
      LineExplanation explanation;
      explanation.stages = stages_of(line);
      if (!line.last) explanation.penalty = line.at.penalty;
      explanation.cost = line.demerits - before;
      before = line.last ? 0 : line.demerits;
      if (is_optimum() && !line.last) explanation.alternative = alternative_to(i);
      result.push_back(std::move(explanation));
    }
    return result;
  }

 private:
  bool is_optimum() const {
    return galley_.rules->shape.alignment == ParagraphShape::Alignment::justify && paragraph_.options.adjust == Adjustment::least;
  }

  std::vector<StageUse> stages_of(const ChosenLine& line) const {
    std::vector<StageUse> stages;
    if (line.fit.deepest_stage == 1) stages.push_back({1, 1, {}, {}});
    const bool shrinks = line.fit.adjustment < Length();
    Length need = shrinks ? -line.fit.adjustment : line.fit.adjustment;
    const int last_stage = shrinks ? last_shrink_stage : static_cast<int>(StretchStage::unlimited);
    for (int stage = shrinks ? first_shrink_stage : 1; stage <= last_stage && need > Length(); ++stage) {
      StageUse use = sites_of(line, stage, shrinks);
      use.amount = stage == static_cast<int>(StretchStage::unlimited) && !shrinks ? need : std::min(need, use.full_amount);
      need -= use.amount;
      if (use.amount > Length()) stages.push_back(use);
    }
    return stages;
  }

  StageUse sites_of(const ChosenLine& line, int stage, bool shrinks) const {
    StageUse use;
    use.stage = shrinks ? stage : -stage;
    if (!shrinks && stage == static_cast<int>(StretchStage::unlimited)) {
      use.gaps = unlimited_gaps(line);
      return use;
    }
    for (std::uint32_t i = line.begin + 1; i < line.end; ++i) {
      const Gap& gap = paragraph_.items.gaps[i];
      if ((shrinks ? static_cast<int>(gap.shrink_stage) : static_cast<int>(gap.stretch_stage)) != stage) continue;
      ++use.gaps;
      use.full_amount += shrinks ? gap.shrink : gap.stretch;
    }
    return use;
  }

  /// Those between characters, or where there are none those between words.
  int unlimited_gaps(const ChosenLine& line) const {
    int between_characters = 0, others = 0;
    for (std::uint32_t i = line.begin + 1; i < line.end; ++i) {
      const StretchStage stage = paragraph_.items.gaps[i].stretch_stage;
      if (stage == StretchStage::gap) ++between_characters;
      if (stage == StretchStage::word_space || stage == StretchStage::autospace) ++others;
    }
    return between_characters > 0 ? between_characters : others;
  }

  std::optional<LineExplanation::Alternative> alternative_to(std::size_t index) const {
    const ChosenLine& line = paragraph_.lines[index];
    ParagraphItems items = paragraph_.items;
    std::erase_if(items.breaks, [&](const BreakPoint& at) { return at.box == line.at.box && at.kind != BreakKind::forced; });
    const std::vector<ChosenLine> lines = break_lines(items, paragraph_.options, paragraph_.rooms, galley_.rules->shape.alignment);
    const bool overfull = std::any_of(lines.begin(), lines.end(), [](const ChosenLine& other) { return other.fit.overfull; });
    if (index >= lines.size() || overfull) return std::nullopt;
    const std::uint32_t next = lines[index].next;
    return LineExplanation::Alternative{galley_.shaped->clusters[next - 1].text_end, demerits_of(lines) - demerits_};
  }

  const Galley& galley_;
  const BrokenParagraph& paragraph_;
  double demerits_;
};

}  // namespace

std::vector<LineExplanation> explain_lines(const Galley& galley) {
  assert(galley.rules);
  if (galley.shaped->clusters.empty()) return {};
  const BrokenParagraph paragraph = break_paragraph(*galley.text, *galley.shaped, galley.rules->options, galley.rules->shape);
  return Explainer(galley, paragraph).run();
}

}  // namespace banxin
