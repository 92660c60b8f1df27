#include "line/character_grid.h"

namespace banxin {
namespace {

/// Stretches of boxes that fill cells together, and the space that follows them.
class Snapper {
 public:
  explicit Snapper(ParagraphItems& items) : items_(items), cell_(items.boxes.front().em) {}

  void run() {
    for (Gap& gap : items_.gaps) {
      gap.shrink_stage = ShrinkStage::none;
      gap.stretch_stage = StretchStage::none;
      gap.shrink = gap.stretch = Length();
    }
    for (std::size_t begin = 0; begin < items_.boxes.size();) {
      std::size_t end = begin + 1;
      while (end < items_.boxes.size() && is_joined(end)) ++end;
      widen(begin, end);
      begin = end;
    }
  }

 private:
  bool is_narrow(const Box& box) const {
    const bool odd = box.mark == MarkBody::solid && box.body.raw() % cell_.raw() != 0;
    return !box.blank && (western_text.contains(box.character_class) || odd);
  }

  bool is_joined(std::size_t i) const {
    const Box& box = items_.boxes[i];
    if (box.character_class == CharacterClass::space || box.character_class == CharacterClass::invisible) return true;
    return is_narrow(box) && is_narrow(items_.boxes[i - 1]);
  }

  void widen(std::size_t begin, std::size_t end) {
    Length width = items_.boxes[begin].lead;
    for (std::size_t i = begin; i < end; ++i) width += items_.boxes[i].body + (i == begin ? Length() : items_.gaps[i].natural);
    const bool followed = end < items_.boxes.size();
    width += followed && items_.boxes[end - 1].blank ? items_.gaps[end].natural : items_.boxes[end - 1].trail;
    const Length rest = Length::from_raw(width.raw() % cell_.raw());
    if (rest == Length()) return;
    const Length before = (cell_ - rest).scaled(1, 2), after = cell_ - rest - before;
    Box &first = items_.boxes[begin], &last = items_.boxes[end - 1];
    first.first_blank += before;
    first.start_blank += before;
    last.end_rigid += after;
    if (begin > 0) items_.gaps[begin].natural += before;
    if (followed) items_.gaps[end].natural += after;
  }

  ParagraphItems& items_;
  Length cell_;
};

}  // namespace

CompositionOptions options_on_character_grid(CompositionOptions options) {
  options.width = PunctuationWidth::plain;
  options.edge_start = EdgeStart::keep;
  options.edge_end = EdgeEnd::keep;
  options.edge_first = 500;
  options.autospace = options.autospace_minimum = options.autospace_maximum = 0;
  options.hang = Hanging::allow_end;
  options.adjust = Adjustment::push_out_only;
  return options;
}

void snap_to_cells(ParagraphItems& items) {
  if (!items.boxes.empty()) Snapper(items).run();
}

}  // namespace banxin
