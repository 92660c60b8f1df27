#include "text/scripts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"

namespace banxin {
namespace {

constexpr std::uint32_t han = script_tag("Hani");
constexpr std::uint32_t hangul = script_tag("Hang");
constexpr std::uint32_t latin = script_tag("Latn");

/// What a character says about its script by itself.
enum class Kind {
  east_asian,
  western,         ///< a letter of a Western script
  western_common,  ///< ASCII digits and punctuation: Western, of the script around them
  shared,          ///< decided by its neighbours
  space,           ///< as shared, and no neighbour to others
  joined,          ///< belongs to the character before
};

struct Character {
  std::uint32_t offset = 0;
  char32_t code_point = 0;
  Kind kind = Kind::shared;
  std::uint32_t script = 0;
};

int east_asian_width(char32_t code_point) { return u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH); }

/// Dashes and dots that come in pairs of 2 em.
bool is_doubled_mark(char32_t code_point) {
  return code_point == 0x2014 || code_point == 0x2015 || code_point == 0x2025 || code_point == 0x2026 || code_point == 0x22ef;
}

/// Marks of East Asian text that UAX 11 calls neutral: ⋯ ⸺ ‼ ⁇ ⁈ ⁉.
bool is_neutral_east_asian_mark(char32_t code_point) {
  return code_point == 0x22ef || code_point == 0x2e3a || code_point == 0x203c || (code_point >= 0x2047 && code_point <= 0x2049);
}

UScriptCode script_of(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code_point), &status);
}

std::uint32_t tag_of(UScriptCode script) {
  const char* name = uscript_getShortName(script);
  return static_cast<std::uint32_t>(name[0]) << 24 | static_cast<std::uint32_t>(name[1]) << 16 | static_cast<std::uint32_t>(name[2]) << 8 |
         static_cast<std::uint32_t>(name[3]);
}

bool is_wide(char32_t code_point) {
  const int width = east_asian_width(code_point);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE || width == U_EA_HALFWIDTH;
}

Character classify_common(Character character) {
  const char32_t c = character.code_point;
  character.script = han;
  if (is_wide(c)) {
    character.kind = Kind::east_asian;
  } else if (is_white_space(c)) {
    character.kind = Kind::space;
  } else if (takes_script_from_context(c)) {
    character.kind = Kind::shared;
  } else {
    character.kind = Kind::western_common;
    character.script = latin;
  }
  return character;
}

Character classify(std::uint32_t offset, char32_t code_point) {
  Character character{offset, code_point, Kind::joined, 0};
  const UScriptCode script = script_of(code_point);
  if (script == USCRIPT_INHERITED || is_ignorable(code_point)) return character;
  switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_UNKNOWN:
      return classify_common(character);
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return {offset, code_point, Kind::east_asian, han};
    case USCRIPT_HANGUL:
      return {offset, code_point, Kind::east_asian, hangul};
    default:
      // Full-width letters are Latin by script, but set among ideographs.
      if (is_wide(code_point)) return {offset, code_point, Kind::east_asian, han};
      return {offset, code_point, Kind::western, tag_of(script)};
  }
}

class Itemizer {
 public:
  Itemizer(std::string_view text, Locale locale, const std::vector<ResolvedQuote>& quotes) : locale_(locale) {
    for (std::size_t i = 0; i < text.size();) {
      const auto offset = static_cast<std::uint32_t>(i);
      characters_.push_back(classify(offset, utf8::decode(text, i)));
    }
    settle_quotes(quotes);
    settle_doubled_marks();
    join_marks();
    settle_shared();
    settle_western_common();
  }

  std::vector<ScriptRun> runs(std::uint32_t size) const {
    std::vector<ScriptRun> result;
    for (const Character& character : characters_) {
      const bool east_asian = character.kind == Kind::east_asian;
      if (result.empty() || result.back().script != character.script || result.back().east_asian != east_asian) {
        if (!result.empty()) result.back().end = character.offset;
        result.push_back({character.offset, size, character.script, east_asian});
      }
    }
    return result;
  }

 private:
  void settle_quotes(const std::vector<ResolvedQuote>& quotes) {
    for (const ResolvedQuote& quote : quotes) {
      const auto found = std::lower_bound(characters_.begin(), characters_.end(), quote.offset,
                                          [](const Character& character, std::uint32_t offset) { return character.offset < offset; });
      if (found == characters_.end() || found->offset != quote.offset) continue;
      found->kind = quote.kind == QuoteKind::cjk ? Kind::east_asian : Kind::western_common;
      found->script = quote.kind == QuoteKind::cjk ? han : latin;
    }
  }

  void settle_doubled_marks() {
    if (locale_ == Locale::other) return;
    for (std::size_t i = 1; i < characters_.size(); ++i) {
      if (!is_doubled_mark(characters_[i].code_point) || characters_[i].code_point != characters_[i - 1].code_point) continue;
      characters_[i - 1].kind = characters_[i].kind = Kind::east_asian;
    }
  }

  void join_marks() {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].kind != Kind::joined) continue;
      characters_[i].kind = i == 0 ? Kind::shared : characters_[i - 1].kind;
      characters_[i].script = i == 0 ? han : characters_[i - 1].script;
    }
  }

  /// What the paragraph's edges count as: East Asian when anything in it is.
  bool edge_is_western() const {
    const auto is = [](Kind kind) { return [kind](const Character& character) { return character.kind == kind; }; };
    if (std::any_of(characters_.begin(), characters_.end(), is(Kind::east_asian))) return false;
    return locale_ == Locale::other || std::any_of(characters_.begin(), characters_.end(), is(Kind::western));
  }

  void settle_shared() {
    const bool edge = edge_is_western();
    std::vector<bool> western_after(characters_.size() + 1, edge);
    const auto is_open = [](Kind kind) { return kind == Kind::shared || kind == Kind::space; };
    for (std::size_t i = characters_.size(); i-- > 0;) {
      western_after[i] = is_open(characters_[i].kind) ? western_after[i + 1] : characters_[i].kind != Kind::east_asian;
    }
    bool western_before = edge;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      Character& character = characters_[i];
      if (!is_open(character.kind)) {
        western_before = character.kind != Kind::east_asian;
        continue;
      }
      const bool western = western_before && western_after[i + 1];
      character.kind = western ? Kind::western_common : Kind::east_asian;
      character.script = western ? latin : han;
    }
  }

  /// Digits and marks take the script of the Western letters before them, else of those after them, as long as nothing East Asian stands
  /// between.
  void settle_western_common() {
    std::optional<std::uint32_t> script;
    const auto visit = [&](Character& character) {
      if (character.kind == Kind::east_asian) {
        script.reset();
      } else if (character.kind == Kind::western) {
        script = character.script;
      } else if (script) {
        character.script = *script;
        character.kind = Kind::western;
      }
    };
    for (Character& character : characters_) visit(character);
    script.reset();
    for (auto character = characters_.rbegin(); character != characters_.rend(); ++character) visit(*character);
  }

  Locale locale_;
  std::vector<Character> characters_;
};

}  // namespace

bool takes_script_from_context(char32_t code_point) {
  if (script_of(code_point) != USCRIPT_COMMON) return false;
  if (is_white_space(code_point)) return !is_wide(code_point);
  return east_asian_width(code_point) == U_EA_AMBIGUOUS || is_neutral_east_asian_mark(code_point);
}

bool is_white_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0; }

bool is_ignorable(char32_t code_point) {
  if (u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return true;
  return u_charType(static_cast<UChar32>(code_point)) == U_CONTROL_CHAR && !is_white_space(code_point);
}

std::vector<ScriptRun> itemize_scripts(std::string_view text, Locale locale, const std::vector<ResolvedQuote>& quotes) {
  return Itemizer(text, locale, quotes).runs(static_cast<std::uint32_t>(text.size()));
}

}  // namespace banxin
