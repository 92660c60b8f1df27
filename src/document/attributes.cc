#include "document/attributes.h"

namespace banxin {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

/// A list without an end is given up after so many bytes, so that many of them stay cheap.
constexpr std::size_t longest_list = 1024;

class AttributeReader {
 public:
  AttributeReader(const SourceText& source, std::size_t begin, bool words)
      : source_(source), text_(source.view().substr(0, begin + longest_list)), words_(words), at_(begin) {}

  std::optional<AttributeList> read() {
    AttributeList list;
    ++at_;  // the brace
    for (skip_blanks(); !at('}'); skip_blanks()) {
      std::optional<Attribute> attribute = read_one();
      if (!attribute) return std::nullopt;
      list.attributes.push_back(std::move(*attribute));
    }
    list.end = at_ + 1;
    return list;
  }

 private:
  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  std::optional<Attribute> read_one() {
    const std::size_t name_begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    if (at_ == name_begin) return std::nullopt;
    Attribute attribute{source_.part(name_begin, at_), {}};
    if (!read_value(attribute.value)) return std::nullopt;
    // Two attributes are told apart by a blank.
    if (at_ >= text_.size() || !(is_blank(text_[at_]) || text_[at_] == '}')) return std::nullopt;
    return attribute;
  }

  bool read_value(SourceText& value) {
    if (!at('=')) return words_;
    ++at_;
    return at('"') || at('\'') ? read_quoted(value) : read_bare(value);
  }

  bool read_quoted(SourceText& value) {
    const char quote = text_[at_++];
    std::size_t begin = at_;
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] != '\\' || at_ + 1 >= text_.size()) continue;
      if (text_[at_ + 1] == quote) {
        value.append(source_, begin, at_);
        begin = at_ + 1;
      }
      ++at_;
    }
    if (at_ >= text_.size()) return false;
    value.append(source_, begin, at_++);
    return true;
  }

  bool read_bare(SourceText& value) {
    const std::size_t begin = at_;
    // Curly quotes look like the straight ones, but hold nothing together.
    if (text_.substr(at_).starts_with("“") || text_.substr(at_).starts_with("”")) return false;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '}' && text_[at_] != '"') ++at_;
    value = source_.part(begin, at_);
    return at_ > begin;
  }

  const SourceText& source_;
  std::string_view text_;
  bool words_;
  std::size_t at_;
};

}  // namespace

std::optional<AttributeList> read_attributes(const SourceText& text, std::size_t begin, bool words) {
  return AttributeReader(text, begin, words).read();
}

}  // namespace banxin
