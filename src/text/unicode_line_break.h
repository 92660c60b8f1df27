// The Unicode line breaking algorithm (UAX #14, Unicode 15) over classes that the caller may have tailored.
#pragma once

#include <cstdint>
#include <vector>

namespace banxin {

/// Line_Break property values by their UAX #14 names, resolved as LB1 asks. OP and CP are told apart from their East Asian forms (LB30), XP
/// are the unassigned pictographs (LB30b).
enum class LineBreakClass : std::uint8_t {
  AL,
  B2,
  BA,
  BB,
  BK,
  CB,
  CL,
  CM,
  CP,
  CP_wide,
  CR,
  EB,
  EM,
  EX,
  GL,
  H2,
  H3,
  HL,
  HY,
  ID,
  IN,
  IS,
  JL,
  JT,
  JV,
  LF,
  NL,
  NS,
  NU,
  OP,
  OP_wide,
  PO,
  PR,
  QU,
  RI,
  SP,
  SY,
  WJ,
  XP,
  ZW,
  ZWJ
};

enum class UnicodeBreak : std::uint8_t { prohibited, allowed, mandatory };

/// The class of a character without tailoring.
LineBreakClass line_break_class(char32_t code_point);

/// For each character, whether a line may break before it (never before the first). Numbers are matched whole, as in example 7 of UAX
/// #14, 8.2.
std::vector<UnicodeBreak> unicode_line_breaks(const std::vector<LineBreakClass>& classes);

}  // namespace banxin
