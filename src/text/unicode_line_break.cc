#include "text/unicode_line_break.h"

#include <unicode/uchar.h>

#include <array>
#include <cstddef>

namespace banxin {
namespace {

using enum LineBreakClass;

class Classes {
 public:
  constexpr Classes(std::initializer_list<LineBreakClass> classes) {
    for (const LineBreakClass c : classes) bits_ |= std::uint64_t{1} << static_cast<int>(c);
  }
  constexpr bool operator()(LineBreakClass c) const { return (bits_ >> static_cast<int>(c) & 1) != 0; }

 private:
  std::uint64_t bits_ = 0;
};

constexpr Classes hard_break{BK, CR, LF, NL};
constexpr Classes closers{CL, CP, CP_wide};
constexpr Classes openers{OP, OP_wide};
constexpr Classes letters{AL, HL};
constexpr Classes pictographic{ID, EB, EM, XP};
constexpr Classes affixes{PR, PO};
constexpr Classes syllables{JL, JV, JT, H2, H3};

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE || width == U_EA_HALFWIDTH;
}

/// LB1: what is left to the implementation.
LineBreakClass resolve(UChar32 c, int value) {
  switch (value) {
    case U_LB_OPEN_PUNCTUATION:
      return is_wide(c) ? OP_wide : OP;
    case U_LB_CLOSE_PARENTHESIS:
      return is_wide(c) ? CP_wide : CP;
    case U_LB_COMPLEX_CONTEXT:
      return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0 ? CM : AL;
    case U_LB_IDEOGRAPHIC:
      return u_charType(c) == U_UNASSIGNED && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? XP : ID;
    default:
      break;
  }
  static constexpr auto table = [] {
    std::array<LineBreakClass, U_LB_COUNT> classes{};
    classes.fill(AL);
    classes[U_LB_BREAK_BOTH] = B2;
    classes[U_LB_BREAK_AFTER] = BA;
    classes[U_LB_BREAK_BEFORE] = BB;
    classes[U_LB_MANDATORY_BREAK] = BK;
    classes[U_LB_CONTINGENT_BREAK] = CB;
    classes[U_LB_CLOSE_PUNCTUATION] = CL;
    classes[U_LB_COMBINING_MARK] = CM;
    classes[U_LB_CARRIAGE_RETURN] = CR;
    classes[U_LB_E_BASE] = EB;
    classes[U_LB_E_MODIFIER] = EM;
    classes[U_LB_EXCLAMATION] = EX;
    classes[U_LB_GLUE] = GL;
    classes[U_LB_H2] = H2;
    classes[U_LB_H3] = H3;
    classes[U_LB_HEBREW_LETTER] = HL;
    classes[U_LB_HYPHEN] = HY;
    classes[U_LB_INSEPARABLE] = IN;
    classes[U_LB_INFIX_NUMERIC] = IS;
    classes[U_LB_JL] = JL;
    classes[U_LB_JT] = JT;
    classes[U_LB_JV] = JV;
    classes[U_LB_LINE_FEED] = LF;
    classes[U_LB_NEXT_LINE] = NL;
    classes[U_LB_NONSTARTER] = NS;
    classes[U_LB_CONDITIONAL_JAPANESE_STARTER] = NS;
    classes[U_LB_NUMERIC] = NU;
    classes[U_LB_POSTFIX_NUMERIC] = PO;
    classes[U_LB_PREFIX_NUMERIC] = PR;
    classes[U_LB_QUOTATION] = QU;
    classes[U_LB_REGIONAL_INDICATOR] = RI;
    classes[U_LB_SPACE] = SP;
    classes[U_LB_BREAK_SYMBOLS] = SY;
    classes[U_LB_WORD_JOINER] = WJ;
    classes[U_LB_ZWSPACE] = ZW;
    classes[U_LB_ZWJ] = ZWJ;
    return classes;
  }();
  return value >= 0 && value < U_LB_COUNT ? table[static_cast<std::size_t>(value)] : AL;
}

/// How far a number has been read: LB25's (PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)?
enum class Number : std::uint8_t { none, digits, closed };

class Breaker {
 public:
  explicit Breaker(const std::vector<LineBreakClass>& classes) : classes_(classes) {}

  std::vector<UnicodeBreak> run() {
    std::vector<UnicodeBreak> breaks(classes_.size(), UnicodeBreak::prohibited);
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      if (i > 0) breaks[i] = before(i);
      advance(i);
    }
    return breaks;
  }

 private:
  static bool attaches(LineBreakClass c) { return c == CM || c == ZWJ; }

  UnicodeBreak before(std::size_t i) const {
    const LineBreakClass raw_before = classes_[i - 1], raw_after = classes_[i];
    if (raw_before == CR && raw_after == LF) return UnicodeBreak::prohibited;                          // LB5
    if (hard_break(raw_before)) return UnicodeBreak::mandatory;                                        // LB4, LB5
    if (hard_break(raw_after) || raw_after == SP || raw_after == ZW) return UnicodeBreak::prohibited;  // LB6, LB7
    if (base_ == ZW) return UnicodeBreak::allowed;                                                     // LB8
    if (raw_before == ZWJ) return UnicodeBreak::prohibited;                                            // LB8a
    if (attaches(raw_after) && raw_before != SP) return UnicodeBreak::prohibited;                      // LB9
    const LineBreakClass after = attaches(raw_after) ? AL : raw_after;                                 // LB10
    const bool prohibited =
        raw_before == SP ? prohibited_after_spaces(after) : prohibited_between(after, i) || prohibited_after_spaces(after);
    return prohibited ? UnicodeBreak::prohibited : UnicodeBreak::allowed;
  }

  /// LB11 and LB13 to LB17, which hold across spaces; `base_` is the character before the spaces.
  bool prohibited_after_spaces(LineBreakClass after) const {
    static constexpr Classes never_first{WJ, EX, CL, CP, CP_wide, IS, SY};
    if (never_first(after)) return true;             // LB11, LB13
    if (openers(base_)) return true;                 // LB14
    if (base_ == QU && openers(after)) return true;  // LB15
    if (closers(base_) && after == NS) return true;  // LB16
    return base_ == B2 && after == B2;               // LB17
  }

  /// The rules for characters that touch.
  bool prohibited_between(LineBreakClass after, std::size_t i) const {
    static constexpr Classes clings{BA, HY, NS};
    if (base_ == WJ || base_ == GL) return true;                                                // LB11, LB12
    if (after == GL) return base_ != BA && base_ != HY;                                         // LB12a
    if (after == QU || base_ == QU) return true;                                                // LB19
    if (after == CB || base_ == CB) return false;                                               // LB20
    if (clings(after) || base_ == BB) return true;                                              // LB21
    if (before_base_ == HL && (base_ == HY || base_ == BA)) return true;                        // LB21a
    if (base_ == SY && after == HL) return true;                                                // LB21b
    if (after == IN) return true;                                                               // LB22
    if ((letters(base_) && after == NU) || (base_ == NU && letters(after))) return true;        // LB23
    if (base_ == PR && pictographic(after)) return true;                                        // LB23a
    if (pictographic(base_) && after == PO) return true;                                        // LB23a
    if ((affixes(base_) && letters(after)) || (letters(base_) && affixes(after))) return true;  // LB24
    return prohibited_in_number(after, i) || prohibited_in_syllable(after) || prohibited_in_word(after);
  }

  bool prohibited_in_number(LineBreakClass after, std::size_t i) const {  // LB25
    static constexpr Classes goes_on{NU, SY, IS};
    if (after == NU && (affixes(base_) || openers(base_) || base_ == HY)) return true;
    if (affixes(base_) && (openers(after) || after == HY) && next_base_is_digit(i)) return true;
    if (number_ == Number::digits && (goes_on(after) || closers(after))) return true;
    return number_ != Number::none && affixes(after);
  }

  bool next_base_is_digit(std::size_t i) const {
    for (++i; i < classes_.size(); ++i)
      if (!attaches(classes_[i])) return classes_[i] == NU;
    return false;
  }

  bool prohibited_in_syllable(LineBreakClass after) const {
    if (base_ == JL) return after == JL || after == JV || after == H2 || after == H3 || after == PO;  // LB26, LB27
    if (base_ == JV || base_ == H2) return after == JV || after == JT || after == PO;
    if (base_ == JT || base_ == H3) return after == JT || after == PO;
    return base_ == PR && syllables(after);
  }

  bool prohibited_in_word(LineBreakClass after) const {
    if (letters(after) && (letters(base_) || base_ == IS)) return true;    // LB28, LB29
    if (after == OP && (letters(base_) || base_ == NU)) return true;       // LB30
    if (base_ == CP && (letters(after) || after == NU)) return true;       // LB30
    if (base_ == RI && after == RI) return regional_indicators_ % 2 == 1;  // LB30a
    return (base_ == EB || base_ == XP) && after == EM;                    // LB30b
  }

  /// Reads the character at `i` into the state.
  void advance(std::size_t i) {
    const LineBreakClass c = classes_[i];
    const bool after_space_or_break = i == 0 || classes_[i - 1] == SP || classes_[i - 1] == ZW || hard_break(classes_[i - 1]);
    if (attaches(c) && !after_space_or_break) return;  // LB9
    if (c == SP) {
      number_ = Number::none;
      if (i == 0 || hard_break(classes_[i - 1])) base_ = SP;
      return;
    }
    const LineBreakClass resolved = attaches(c) ? AL : c;  // LB10
    before_base_ = after_space_or_break ? SP : base_;
    if (resolved == NU) {
      number_ = Number::digits;
    } else if (number_ == Number::digits && closers(resolved)) {
      number_ = Number::closed;
    } else if (number_ != Number::digits || (resolved != SY && resolved != IS)) {
      number_ = Number::none;
    }
    regional_indicators_ = resolved == RI ? (before_base_ == RI ? regional_indicators_ + 1 : 1) : 0;
    base_ = resolved;
  }

  const std::vector<LineBreakClass>& classes_;
  LineBreakClass base_ = SP;         // the last character that is neither a space nor attached
  LineBreakClass before_base_ = SP;  // the one it touches
  Number number_ = Number::none;
  int regional_indicators_ = 0;
};

}  // namespace

LineBreakClass line_break_class(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (c >= 0x4e00 && c <= 0x9fff) return ID;
  return resolve(c, u_getIntPropertyValue(c, UCHAR_LINE_BREAK));
}

std::vector<UnicodeBreak> unicode_line_breaks(const std::vector<LineBreakClass>& classes) { return Breaker(classes).run(); }

}  // namespace banxin
