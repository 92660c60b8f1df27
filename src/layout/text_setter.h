// Article texts to composed lines: markup and the style's elements become type, then shaping and composition.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/deadline.h"
#include "base/diagnostic.h"
#include "document/article.h"
#include "layout/note_marks.h"
#include "line/compose.h"
#include "line/display.h"
#include "line/galley.h"
#include "style/style.h"
#include "text/character_class.h"
#include "text/hyphenation.h"

namespace banxin {

/// The em-top of a line to its baseline: ideographic faces stand 0.88 em above it.
constexpr Length ascent_of(Length size) { return size.scaled(88, 100); }

/// A part of a paragraph that is set in another type: a heading that runs in, a number before it, marks behind a question.
struct TypedStretch {
  std::uint32_t begin = 0, end = 0;  ///< in the text
  const TextStyle& type;
};

class KeptTexts;
class TextKey;
struct SetText;

/// Sets texts in one style and language. Not for several threads at once.
class TextSetter {
 public:
  TextSetter(const Style& style, const FontLibrary& fonts, std::string language, DiagnosticSink& sink,
             const HyphenationLibrary* hyphenation = nullptr, NoteNumbers notes = {}, Deadline deadline = {}, KeptTexts* kept = nullptr)
      : style_(style),
        fonts_(fonts),
        language_(std::move(language)),
        sink_(sink),
        hyphenation_(hyphenation),
        notes_(std::make_shared<const NoteNumbers>(std::move(notes))),
        deadline_(deadline),
        kept_(kept),
        off_grid_(style.composition) {
    off_grid_.character_grid = false;
  }

  /// One that says what it has to say to another sink, for another thread.
  TextSetter(const TextSetter& other, DiagnosticSink& sink) : TextSetter(other, other.fonts_, sink, other.kept_) {}

  const Style& style() const { return style_; }
  const std::string& language() const { return language_; }
  DiagnosticSink& sink() const { return sink_; }

  /// A paragraph in `type`, at its largest size.
  Galley paragraph(const RichText& text, const TextStyle& type, Length measure, const TypedStretch* stretch = nullptr) const;
  /// The same, then in each of the other numbers of lines in which it can be set without visible force.
  std::vector<Galley> paragraph_in_lengths(const RichText& text, const TextStyle& type, Length measure, const TypedStretch* stretch,
                                           const OtherLengths& others) const;
  /// The same paragraph with its first lines in measures of their own, the others in `measure`.
  Galley paragraph_in_measures(const Galley& galley, const TextStyle& type, std::vector<Length> first, Length measure) const;
  /// One or a few lines at their natural width: labels, furniture. `measure` only aligns them.
  Galley label(const RichText& text, const TextStyle& type, Length size, Length measure) const;
  /// The widest stretch of a text that cannot be broken.
  Length longest_word(const RichText& text, const TextStyle& type) const;
  /// Display lines at the largest size of the ladder at which they fit, `largest` at most; up to a quarter smaller when they then end where
  /// the sense pauses. `alone` are the stretches of the text that `spread` of the type is for: a whole title, names of a list.
  struct Display {
    Galley galley;
    Length size, pitch;
    bool fits = true;  ///< false: the smallest size, in more lines than the style wants
  };
  Display display(const RichText& text, const TextStyle& type, Length measure, Length largest,
                  const std::vector<TextRange>& alone = {}) const;

  /// The text as it was set last time, else what `set` makes of it with the setter that it is given. `key` says in which way, and names all
  /// that this depends on besides the text, its type and the setter's own rules.
  SetText find_or_set(TextKey key, const RichText& text, const TextStyle& type, const TypedStretch* stretch,
                      const std::function<SetText(const TextSetter&)>& set) const;

 private:
  /// One that keeps nothing when `kept` is null.
  TextSetter(const TextSetter& other, const FontLibrary& fonts, DiagnosticSink& sink, KeptTexts* kept)
      : style_(other.style_),
        fonts_(fonts),
        language_(other.language_),
        sink_(sink),
        hyphenation_(other.hyphenation_),
        notes_(other.notes_),
        deadline_(other.deadline_),
        kept_(kept),
        off_grid_(other.off_grid_) {}

  struct Shaped {
    std::shared_ptr<const StyledText> text;
    std::shared_ptr<ShapedText> shaped;
  };
  /// The cells of a character grid are the body's: text of another size does not fill them.
  const CompositionOptions& options_for(const TextStyle& type) const;
  Shaped shape_text(const RichText& text, const TextStyle& type, Length size, const std::vector<TextRange>& alone = {},
                    const TypedStretch* stretch = nullptr) const;
  Galley label(const Shaped& shaped, const TextStyle& type, Length measure) const;
  Display set_display(const RichText& text, const TextStyle& type, Length measure, Length largest,
                      const std::vector<TextRange>& alone) const;
  /// The same for elements that the style does not break by sense.
  Display running_text(const RichText& text, const TextStyle& type, const std::vector<Length>& sizes, Length measure,
                       const std::vector<TextRange>& alone) const;
  std::optional<Display> largest_that_fits(const RichText& text, const TextStyle& type, const std::vector<Length>& sizes,
                                           const DisplayShape& room, const std::vector<TextRange>& alone) const;
  CharacterStyle character_style(const InlineMarkup& markup, const TextStyle& type, Length size) const;

  const Style& style_;
  const FontLibrary& fonts_;
  std::string language_;
  DiagnosticSink& sink_;
  const HyphenationLibrary* hyphenation_;
  std::shared_ptr<const NoteNumbers> notes_;
  Deadline deadline_;            ///< looked at before each text
  KeptTexts* kept_;              ///< null: all are set
  CompositionOptions off_grid_;  ///< the style's, of text that stands in no cells
};

/// A text that no file says, without markup.
RichText plain_text(std::string text);
/// Bytes `[begin, end)` of a text, markup and places kept.
RichText part_of(const RichText& text, std::size_t begin, std::size_t end);
/// Texts joined by `separator`, markup and places kept; empty ones are left out.
RichText join_texts(const std::vector<RichText>& texts, std::string_view separator);

}  // namespace banxin
