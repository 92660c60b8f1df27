#include "text/segmentation.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <map>
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

/// Whether a character is always a grapheme by itself beside others of this kind: most of what East Asian text consists of.
bool stands_alone(char32_t c) {
  return (c >= U'\u4e00' && c <= U'\u9fff') || (c >= U'\u3000' && c <= U'\u3029') || (c >= U'\u3041' && c <= U'\u3096') ||
         (c >= U'\u30a1' && c <= U'\u30fe') || (c >= U'\uff01' && c <= U'\uff5e') || (c >= U' ' && c <= U'~') ||
         (c >= U'\u2010' && c <= U'\u2027') || (c >= U'\u3400' && c <= U'\u4dbf') || (c >= U'\uac00' && c <= U'\ud7a3');
}

bool all_stand_alone(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!stands_alone(utf8::decode(text, i))) return false;
  }
  return true;
}

std::vector<std::uint32_t> code_point_boundaries(std::string_view text) {
  std::vector<std::uint32_t> boundaries{0};
  boundaries.reserve(text.size() / 3 + 2);
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

// Making an iterator costs as much as going over a paragraph with it, so each thread keeps its own.

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  if (all_stand_alone(text)) return code_point_boundaries(text);
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return boundaries_of(iterator.get(), text);
}

std::vector<Word> segment_words(std::string_view text, Locale locale) {
  const std::string_view tag = locale == Locale::ja ? "ja" : locale == Locale::ko ? "ko" : locale == Locale::other ? "en" : "zh";
  thread_local std::map<std::string_view, std::unique_ptr<icu::BreakIterator>> iterators;
  const auto [known, is_new] = iterators.try_emplace(tag);
  if (is_new) {
    UErrorCode status = U_ZERO_ERROR;
    known->second.reset(icu::BreakIterator::createWordInstance(icu::Locale(tag.data()), status));
    if (U_FAILURE(status)) known->second.reset();
  }
  return join_words(text, boundaries_of(known->second.get(), text), locale);
}

}  // namespace banxin
