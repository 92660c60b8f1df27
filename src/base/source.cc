#include "base/source.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace banxin {

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  line_begins_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_begins_.push_back(i + 1);
  }
}

std::size_t SourceFile::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), std::min(offset, text_.size()));
  return static_cast<std::size_t>(after - line_begins_.begin());
}

std::string_view SourceFile::line_text(std::size_t line) const {
  const std::size_t begin = line_begins_.at(line - 1);
  const std::size_t end = line < line_begins_.size() ? line_begins_[line] - 1 : text_.size();
  std::string_view text = std::string_view(text_).substr(begin, end - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

SourceText::SourceText(const SourceFile* file, std::string text, std::size_t source_begin) {
  append(file, text, source_begin, text.size());
}

void SourceText::append(const SourceFile* file, std::string_view text, std::size_t source_begin, std::size_t source_length) {
  if (text.empty()) return;
  if (!file_) file_ = file;
  const auto text_begin = static_cast<std::uint32_t>(text_.size());
  const auto length = static_cast<std::uint32_t>(text.size());
  text_ += text;
  if (!file) return;
  if (!segments_.empty()) {
    Segment& last = segments_.back();
    const bool same_pace = last.text_length == last.source_length && text.size() == source_length;
    if (same_pace && last.source_begin + last.source_length == source_begin && last.text_begin + last.text_length == text_begin) {
      last.text_length += length;
      last.source_length += length;
      return;
    }
  }
  segments_.push_back({text_begin, length, static_cast<std::uint32_t>(source_begin), static_cast<std::uint32_t>(source_length)});
}

void SourceText::append(const SourceText& other, std::size_t begin, std::size_t end) {
  end = std::min(end, other.text_.size());
  while (begin < end) {
    const Segment* segment = other.segment_at(begin);
    if (!segment || begin >= segment->text_begin + segment->text_length) {  // a stretch that no file says, up to the next that one does
      const Segment* next = segment ? segment + 1 : other.segments_.data();
      const bool last = next == other.segments_.data() + other.segments_.size();
      const std::size_t stop = last ? end : std::min<std::size_t>(end, next->text_begin);
      text_.append(other.text_, begin, stop - begin);
      begin = stop;
      continue;
    }
    const std::size_t stop = std::min<std::size_t>(end, segment->text_begin + segment->text_length);
    const SourceSpan place = other.span(begin, stop);
    append(other.file_, std::string_view(other.text_).substr(begin, stop - begin), place.begin, place.end - place.begin);
    begin = stop;
  }
}

SourceText SourceText::part(std::size_t begin, std::size_t end) const {
  SourceText result;
  result.file_ = file_;
  result.append(*this, begin, end);
  return result;
}

const SourceText::Segment* SourceText::segment_at(std::size_t offset) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), offset,
                                      [](std::size_t value, const Segment& segment) { return value < segment.text_begin; });
  return after == segments_.begin() ? nullptr : &*std::prev(after);
}

SourceSpan SourceText::span(std::size_t begin, std::size_t end) const {
  if (segments_.empty()) return {};
  const auto place = [&](std::size_t offset, bool past_end) -> std::uint32_t {
    const Segment* segment = segment_at(past_end && offset > 0 ? offset - 1 : offset);
    if (!segment) return segments_.front().source_begin;
    const std::size_t within = offset - segment->text_begin;
    if (segment->text_length == segment->source_length) {
      return segment->source_begin + static_cast<std::uint32_t>(std::min<std::size_t>(within, segment->source_length));
    }
    // An escape or a folded break: any part of it stands for the whole.
    return past_end && within > 0 ? segment->source_begin + segment->source_length : segment->source_begin;
  };
  if (begin >= end) {
    const std::uint32_t at = begin >= text_.size() ? place(text_.size(), true) : place(begin, false);
    return {file_, at, at};
  }
  const std::uint32_t from = place(begin, false);
  return {file_, from, std::max(from, place(end, true))};
}

namespace {

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
         (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

bool is_zero_width(char32_t c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) ||
         c == 0xfeff || (c >= 0x3099 && c <= 0x309a);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::decode(text, i);
    width += is_zero_width(c) ? 0 : is_wide(c) ? 2 : 1;
  }
  return width;
}

}  // namespace banxin
