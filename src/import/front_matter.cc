#include "import/front_matter.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "document/printable.h"

namespace banxin {

namespace {

std::string_view trimmed(std::string_view text) {
  text = without_trailing_space(text);
  return text.substr(leading_space(text));
}

std::string unquoted(std::string_view text) {
  text = trimmed(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    const char quote = text.front();
    std::string result;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool escape = i + 1 < text.size() && text[i + 1] == quote && (text[i] == '\\' || (quote == '\'' && text[i] == '\''));
      if (escape) ++i;
      result += text[i];
    }
    return result;
  }
  return std::string(text);
}

/// A setting and its values: one, or those of a list in brackets or of dashed lines below it.
struct Setting {
  std::string key;
  std::vector<std::string> values;
  std::size_t line = 0;
  std::string written;
};

std::vector<std::string> values_of(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (!text.starts_with('[') || !text.ends_with(']')) return {unquoted(text)};
  std::vector<std::string> values;
  text = text.substr(1, text.size() - 2);
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (std::string value = unquoted(text.substr(0, comma)); !value.empty()) values.push_back(std::move(value));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return values;
}

class FrontMatterReader {
 public:
  explicit FrontMatterReader(ImportedArticle& article) : article_(article) {}

  void read_line(std::string_view line, std::size_t number) {
    const std::string_view text = trimmed(line);
    const std::size_t colon = text.find(':');
    const bool below = !line.empty() && (line.front() == ' ' || text.starts_with("- "));
    if (text.empty() || text.starts_with('#')) return;
    if (text.starts_with("- ") && !settings_.empty()) {
      settings_.back().values.push_back(unquoted(text.substr(2)));
      settings_.back().written += " " + std::string(text);
    } else if (below && !settings_.empty()) {
      settings_.back().values.emplace_back(text);
      settings_.back().written += " " + std::string(text);
    } else {
      std::string key(text.substr(0, std::min(colon, text.size())));
      std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      const std::string_view value = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
      settings_.push_back({std::move(key), values_of(value), number, std::string(text)});
    }
  }

  void finish() {
    for (Setting& setting : settings_) {
      if (!take(setting)) article_.left_out.push_back({setting.line, setting.written});
    }
  }

 private:
  /// Whether the article has a place for the setting that is still free.
  bool take(Setting& setting) {
    if (setting.values.empty()) return true;
    const std::string joined = join(setting.values);
    if (setting.key == "title") return set(article_.title, joined);
    if (setting.key == "subtitle") return set(article_.subtitle, joined);
    if (setting.key == "author" || setting.key == "authors" || setting.key == "byline") return set(article_.byline, joined);
    if (setting.key == "date" || setting.key == "published") return set(article_.date, joined);
    if (setting.key == "source") return set(article_.source, joined);
    if (setting.key == "description" || setting.key == "summary" || setting.key == "excerpt") return set(article_.description, joined);
    if (setting.key == "link" || setting.key == "url" || setting.key == "permalink") return set(article_.link, joined);
    if (setting.key == "column" || setting.key == "series") return set(article_.column, joined);
    if (setting.key == "tags" || setting.key == "keywords" || setting.key == "categories") {
      article_.keywords.insert(article_.keywords.end(), setting.values.begin(), setting.values.end());
      return true;
    }
    return false;
  }

  static std::string join(const std::vector<std::string>& values) {
    std::string result;
    for (const std::string& value : values) result += (result.empty() ? "" : " ") + value;
    return result;
  }
  static bool set(std::string& place, const std::string& value) {
    if (!place.empty()) return false;
    place = value;
    return true;
  }
  static bool set(ImportedText& place, const std::string& value) {
    if (!place.empty()) return false;
    place = plain_text(value);
    return true;
  }

  ImportedArticle& article_;
  std::vector<Setting> settings_;
};

}  // namespace

std::size_t read_front_matter(std::string_view text, ImportedArticle& article) {
  if (!text.starts_with("---\n")) return 0;
  FrontMatterReader reader(article);
  std::size_t number = 2;
  for (std::size_t begin = 4; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = std::min(end + 1, text.size());
    if (trimmed(line) == "---" || trimmed(line) == "...") {
      reader.finish();
      return begin;
    }
    reader.read_line(line, number);
  }
  return 0;
}

}  // namespace banxin
