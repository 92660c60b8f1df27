#include "text/segmentation.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <memory>

#include "base/utf8.h"
#include "text/word_joining.h"

namespace banxin {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
using TextHandle = std::unique_ptr<UText, CloseText>;

TextHandle open_text(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return TextHandle(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
}

std::vector<std::uint32_t> code_point_boundaries(std::string_view text) {
  std::vector<std::uint32_t> boundaries{0};
  for (std::size_t i = 0; i < text.size();) {
    utf8::decode(text, i);
    boundaries.push_back(static_cast<std::uint32_t>(i));
  }
  return boundaries;
}

/// Every boundary that `iterator` finds; each code point when ICU's data cannot be had.
std::vector<std::uint32_t> boundaries_of(icu::BreakIterator* iterator, std::string_view text) {
  const TextHandle handle = open_text(text);
  UErrorCode status = U_ZERO_ERROR;
  if (iterator != nullptr) iterator->setText(handle.get(), status);
  if (iterator == nullptr || U_FAILURE(status)) return code_point_boundaries(text);
  std::vector<std::uint32_t> boundaries;
  for (auto at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
    boundaries.push_back(static_cast<std::uint32_t>(at));
  return boundaries;
}

}  // namespace

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  return boundaries_of(U_SUCCESS(status) ? iterator.get() : nullptr, text);
}

std::vector<Word> segment_words(std::string_view text, Locale locale) {
  static constexpr auto tag_of = [](Locale of) {
    return of == Locale::ja ? "ja" : of == Locale::ko ? "ko" : of == Locale::other ? "en" : "zh";
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createWordInstance(icu::Locale(tag_of(locale)), status));
  return join_words(text, boundaries_of(U_SUCCESS(status) ? iterator.get() : nullptr, text), locale);
}

}  // namespace banxin
