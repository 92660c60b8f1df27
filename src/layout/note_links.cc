#include "layout/note_links.h"

#include <map>

#include "layout/structure.h"
#include "layout/text_setter.h"

namespace banxin {

namespace {

/// Where the two ends of a note stand.
struct NoteEnds {
  std::optional<PagePlace> mark, number;
};

bool is_mark(const StructureNode& node) { return node.type == StructureNode::Type::reference; }

class NoteLinker {
 public:
  explicit NoteLinker(PagedDocument& document) : document_(document) {}

  void run() {
    for_each_run([this](std::size_t page, PageItem& item, const GlyphRunItem& run) {
      const StructureNode& node = node_of(item);
      NoteEnds& ends = ends_[node.note];
      std::optional<PagePlace>& end = is_mark(node) ? ends.mark : ends.number;
      if (!end) end = PagePlace{page, {run.origin.x, run.origin.y - ascent_of(run.size)}};
    });
    for_each_run([this](std::size_t page, PageItem& item, const GlyphRunItem& run) { link(page, item, run); });
  }

 private:
  template <typename Act>
  void for_each_run(Act act) {
    for (std::size_t page = 0; page < document_.pages.size(); ++page) {
      for (PageItem& item : document_.pages[page].items) {
        const auto* run = std::get_if<GlyphRunItem>(&item.content);
        if (run != nullptr && item.tag.node >= 0 && !node_of(item).note.empty()) act(page, item, *run);
      }
    }
  }

  const StructureNode& node_of(const PageItem& item) const { return document_.structure[static_cast<std::size_t>(item.tag.node)]; }

  void link(std::size_t page, PageItem& item, const GlyphRunItem& run) {
    const NoteEnds& ends = ends_[node_of(item).note];
    const std::optional<PagePlace>& target = is_mark(node_of(item)) ? ends.number : ends.mark;
    if (!target) return;
    const auto [known, is_new] = links_.try_emplace(item.tag.node, 0);
    if (is_new) known->second = add_node(document_, StructureNode::Type::link, item.tag.node, item.span);
    item.tag.node = known->second;
    const Rectangle area{run.origin.x, run.origin.y - ascent_of(run.size), run.advance, run.size};
    document_.pages[page].links.push_back({area, run.text, item.tag.node, item.span, target});
  }

  PagedDocument& document_;
  std::map<std::string, NoteEnds> ends_;  ///< by what the author calls the note
  std::map<int, int> links_;              ///< link by the node that it stands below
};

}  // namespace

void link_notes(PagedDocument& document) { NoteLinker(document).run(); }

}  // namespace banxin
