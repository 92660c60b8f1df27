#include "layout/flow_notes.h"

#include <algorithm>

namespace banxin {

bool FlowNotes::are_endnotes() const { return !notes_.empty() && input_.setter.style().footnotes.place == NoteStyle::Place::end; }

void FlowNotes::claim(std::string_view name, int parent) {
  const int note = notes_.find(name);
  if (note < 0 || !claimed_.insert(note).second) return;
  if (!are_endnotes()) notes_.add_nodes(note, parent, document_);
  waiting_.push_back(note);
}

void FlowNotes::claim_head(int parent) {
  const Article& article = input_.article;
  for (const auto* texts : {&article.kicker, &article.title, &article.subtitle, &article.deck, &article.byline}) {
    for (const RichText& text : *texts) {
      for (const InlineRun& run : text.runs) claim(run.markup.footnote, parent);
    }
  }
}

void FlowNotes::claim(FlowBlock& block, FillBlock& fill, int parent) {
  if (notes_.empty() || !block.content) return;
  for (const NoteMark& mark : block.content->note_marks(0)) claim(mark.name, parent);
  if (are_endnotes() || fill.span > 1 || fill.may_wait || waiting_.empty()) return;
  block.notes = take_waiting();
  for (std::size_t variant = 0; variant < fill.variants.size(); ++variant)
    fill.variants[variant].notes = anchored_notes(block.content->note_marks(static_cast<int>(variant)), block.notes, notes_);
}

void FlowNotes::report_left() const {
  for (const Footnote& note : input_.article.footnotes) {
    const int index = notes_.find(note.mark.view());
    const bool waits = std::find(waiting_.begin(), waiting_.end(), index) != waiting_.end();
    if (index >= 0 && (waits || !claimed_.contains(index)))
      input_.setter.sink().error("layout-note-without-column", note.mark.span(), {{"mark", note.mark.text()}});
  }
}

}  // namespace banxin
