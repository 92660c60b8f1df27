// What an official document (公文) holds before and after its text: addressee, list of attachments, sign-off, remark, and the record of
// copies and printing at the foot of its last page (GB/T 9704-2012, 7.3 and 7.4).
#pragma once

#include <string>
#include <vector>

#include "layout/flow.h"
#include "layout/sign_off.h"
#include "layout/text_content.h"

namespace banxin {

/// Sets these blocks into a flow. Each stands only when the article has it, whatever the style.
class OfficialBlocks {
 public:
  OfficialBlocks(const FlowInput& input, int parent, PagedDocument& document, Flow& flow)
      : input_(input),
        matter_(input.article.official),
        setter_(input.setter),
        style_(input.setter.style()),
        parent_(parent),
        document_(document),
        flow_(flow) {}

  /// Before the body.
  void add_addressee();
  /// After the body: attachments, signature and date, remark.
  void add_end();
  /// After all else.
  void add_record();

 private:
  void add_attachments();
  void add_sign_off();
  void add_sign_off_row(std::vector<SignOffRow> settings, bool first, bool last);
  void add_remark();
  void keep_with_text_above();
  void add(const RichText& text, Element element, Length x, std::vector<BlockMarker> markers, int space_before);
  int paragraph_node(const RichText& text) const;

  const FlowInput& input_;
  const OfficialMatter& matter_;
  const TextSetter& setter_;
  const Style& style_;
  int parent_;
  PagedDocument& document_;
  Flow& flow_;
};

}  // namespace banxin
