#include "document/language_tag.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace banxin {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> subtags(std::string_view tag) {
  std::vector<std::string> parts(1);
  for (const char c : tag) {
    if (c == '-') {
      parts.emplace_back();
    } else {
      parts.back() += lower(c);
    }
  }
  return parts;
}

bool is_well_formed(const std::vector<std::string>& parts) {
  const std::string& language = parts.front();
  if (language.size() < 2 || language.size() > 8 || !std::all_of(language.begin(), language.end(), is_letter)) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [](const std::string& part) {
    return !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
  });
}

/// BCP 47, 2.1.1: scripts with a capital, regions in capitals, the rest small.
std::string usual_spelling(std::vector<std::string> parts) {
  std::string tag = parts.front();
  bool extension = false;  // behind a single letter the subtags mean something else
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    extension = extension || part->size() == 1;
    if (!extension && part->size() == 4 && is_letter(part->front())) part->front() = upper(part->front());
    if (!extension && part->size() == 2) std::transform(part->begin(), part->end(), part->begin(), upper);
    tag += '-' + *part;
  }
  return tag;
}

struct CommonSlip {
  std::string_view written, meant;
};

constexpr std::array<CommonSlip, 16> common_slips{{{"cn", "zh-Hans"},
                                                   {"chinese", "zh-Hans"},
                                                   {"chs", "zh-Hans"},
                                                   {"cht", "zh-Hant"},
                                                   {"hans", "zh-Hans"},
                                                   {"hant", "zh-Hant"},
                                                   {"tw", "zh-Hant-TW"},
                                                   {"hk", "zh-Hant-HK"},
                                                   {"jp", "ja"},
                                                   {"japanese", "ja"},
                                                   {"kr", "ko"},
                                                   {"korean", "ko"},
                                                   {"english", "en"},
                                                   {"中文", "zh-Hans"},
                                                   {"简体中文", "zh-Hans"},
                                                   {"繁體中文", "zh-Hant"}}};

/// What was most likely meant, or empty.
std::string meant_by(std::string_view written) {
  std::string small(written);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  for (const CommonSlip& slip : common_slips) {
    if (slip.written == small) return std::string(slip.meant);
  }
  std::replace(small.begin(), small.end(), '_', '-');
  const std::vector<std::string> parts = subtags(small);
  return small.find('-') != std::string::npos && is_well_formed(parts) ? usual_spelling(parts) : std::string();
}

bool is_common_slip(std::string_view tag) {
  return std::any_of(common_slips.begin(), common_slips.end(), [&](const CommonSlip& slip) { return slip.written == tag; });
}

}  // namespace

std::optional<std::string> read_language_tag(const SourceText& written, DiagnosticSink& sink) {
  const std::vector<std::string> parts = subtags(written.view());
  if (is_well_formed(parts) && !is_common_slip(parts.front())) return usual_spelling(parts);
  Diagnostic& fault = sink.error("document-language", written.span(), {{"language", written.text()}});
  if (const std::string meant = meant_by(written.view()); !meant.empty()) fault.hint("hint-did-you-mean", {{"name", meant}});
  return std::nullopt;
}

}  // namespace banxin
