#include "layout/sign_off.h"

#include <algorithm>

namespace banxin {

namespace {

int lines_of(const SignOffText& text) { return static_cast<int>(text.galley.lines.size()); }

Length widest_of(const std::vector<SignOffText>& names) {
  Length widest;
  for (const SignOffText& name : names) widest = std::max(widest, name.galley.widest_line());
  return widest;
}

/// The date ends four characters from the edge.
Length middle_of_sealed_date(const SignOffText& date, Length width, Length em) {
  return width - em * 4 - date.galley.widest_line().scaled(1, 2);
}

/// From the middle of a name to the next: seals do not touch, nor do the names come closer than a character.
Length distance_in_row(Length widest, const MatterStyle& look, Length em) { return std::max(look.seal + look.between_seals, widest + em); }

/// Without a seal the last character of a name stands two from the edge and the date begins two after the name's first, unless the date is
/// the longer one: then it ends two from the edge.
struct UnsealedPlaces {
  Length names_x, date_x;
};

UnsealedPlaces places_without_seal(const std::vector<SignOffText>& names, const SignOffText& date, Length width, Length em) {
  const Length widest = widest_of(names);
  if (date.galley.widest_line() > widest) {
    const Length date_x = width - em * 2 - date.galley.widest_line();
    return {date_x - em * 2, date_x};
  }
  const Length names_x = width - em * 2 - widest;
  return {names_x, names_x + em * 2};
}

}  // namespace

int names_in_row(const std::vector<SignOffText>& names, const SignOffText& date, bool sealed, const MatterStyle& look, Length width,
                 Length em) {
  if (!sealed || names.size() < 2) return 1;
  const Length widest = widest_of(names), distance = distance_in_row(widest, look, em);
  const Length before = middle_of_sealed_date(date, width, em) - std::max(look.seal, widest).scaled(1, 2);
  const std::int64_t others = before < Length() ? 0 : before.raw() / std::max<std::int64_t>(1, distance.raw());
  return static_cast<int>(std::min<std::int64_t>(others + 1, static_cast<std::int64_t>(names.size())));
}

std::vector<SignOffRow> sign_off_rows(const std::vector<SignOffText>& names, const SignOffText& date, bool sealed, const MatterStyle& look,
                                      int in_row, Length width, Length em) {
  const UnsealedPlaces unsealed = places_without_seal(names, date, width, em);
  const Length middle = middle_of_sealed_date(date, width, em), distance = distance_in_row(widest_of(names), look, em);
  const auto left_of = [&](const SignOffText& name, std::int64_t before_last) {
    if (!sealed) return std::max(Length(), unsealed.names_x);
    const Length own = name.galley.widest_line();
    return std::max(Length(), std::min(middle - distance * before_last - own.scaled(1, 2), width - own));
  };
  std::vector<SignOffRow> rows;
  for (std::size_t at = 0; at < names.size(); at += static_cast<std::size_t>(in_row)) {
    const std::size_t end = std::min(names.size(), at + static_cast<std::size_t>(in_row));
    SignOffRow row;
    const int above = sealed ? look.lines_for_seal : at == 0 ? 1 : 0;
    row.lines = above;
    for (std::size_t i = at; i < end; ++i) {
      row.texts.push_back({names[i].galley, left_of(names[i], static_cast<std::int64_t>(end - 1 - i)), above, names[i].node});
      row.lines = std::max(row.lines, above + lines_of(names[i]));
    }
    rows.push_back(std::move(row));
  }
  if (!date.galley.lines.empty() && !rows.empty()) {
    const Length x = sealed ? middle - date.galley.widest_line().scaled(1, 2) : unsealed.date_x;
    rows.back().texts.push_back({date.galley, std::max(Length(), x), rows.back().lines, date.node});
    rows.back().lines += lines_of(date);
  }
  return rows;
}

int lines_between_seals(const MatterStyle& look, Length pitch) {
  const std::int64_t needed = ((look.seal + look.between_seals).raw() + pitch.raw() - 1) / pitch.raw();
  return std::max(0, static_cast<int>(needed) - look.lines_for_seal - 1);
}

void SignOffContent::draw(const ColumnPiece& piece, const PiecePlace& place, PageSink sink) const {
  for (const SignOffRow::Text& text : settings_[static_cast<std::size_t>(piece.variant)].texts) {
    const int count = static_cast<int>(text.galley.lines.size());
    const int begin = std::clamp(piece.line_begin - text.line, 0, count), end = std::clamp(piece.line_end - text.line, 0, count);
    const Point top{place.left + text.x, place.top + offset_ + pitch_ * (text.line + begin - piece.line_begin)};
    emit_lines(text.galley, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), top, size_, pitch_,
               {text.node, ItemTag::Artifact::none}, sink);
  }
}

}  // namespace banxin
