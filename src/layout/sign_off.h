// Where signatures and date stand under an official document (GB/T 9704-2012, 7.3.5).
#pragma once

#include <vector>

#include "layout/text_content.h"
#include "style/style.h"

namespace banxin {

/// Lines of a sign-off that stand together on a page, unless no page holds them all.
struct SignOffRow {
  struct Text {
    Galley galley;
    Length x;      ///< of its measure, from the column's edge
    int line = 0;  ///< grid line, from the row's first
    int node = -1;
  };
  std::vector<Text> texts;
  int lines = 1;  ///< grid lines, empty ones above the names included
};

/// A line of the sign-off as set on its own.
struct SignOffText {
  Galley galley;
  int node = -1;
};

/// How many names stand beside each other in a column of `width`: one without seals. With them, as many as have room for a seal each, the
/// last name centred on the date.
int names_in_row(const std::vector<SignOffText>& names, const SignOffText& date, bool sealed, const MatterStyle& look, Length width,
                 Length em);

/// Signatures in their order and the date below the last, `in_row` names beside each other; what is left over stands in the last row, at
/// the date. Seals are one to a name (7.3.5.1). Without them the names stand below each other (7.3.5.2).
std::vector<SignOffRow> sign_off_rows(const std::vector<SignOffText>& names, const SignOffText& date, bool sealed, const MatterStyle& look,
                                      int in_row, Length width, Length em);

/// Empty lines between two rows besides those that each has above its names, so that seals do not touch.
int lines_between_seals(const MatterStyle& look, Length pitch);

/// Draws a row, in the setting of the column's measure.
class SignOffContent : public FlowContent {
 public:
  SignOffContent(std::vector<SignOffRow> settings, Length size, Length offset, Length pitch)
      : settings_(std::move(settings)), size_(size), offset_(offset), pitch_(pitch) {}

  void draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const override;

 private:
  std::vector<SignOffRow> settings_;
  Length size_, offset_, pitch_;
};

}  // namespace banxin
