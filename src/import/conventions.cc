#include "import/conventions.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/printable.h"
#include "import/credit_line.h"
#include "import/furniture.h"
#include "import/head_line.h"

namespace banxin {

namespace {

using Kind = ImportedBlock::Kind;

constexpr std::size_t longest_title = 80;  // characters
constexpr std::size_t most_head_lines = 4;
constexpr std::size_t most_bare_lines = 2;

std::size_t length_of(std::string_view text) { return utf8::decode_all(text).size(); }

/// The text that a block may be furniture by: a paragraph's, or the items of a list of buttons.
std::string line_of(const ImportedBlock& block) {
  if (block.kind == Kind::paragraph) return plain(block.text);
  std::string line;
  if (block.kind != Kind::list) return line;
  for (const auto& item : block.items) {
    if (item.size() != 1 || item.front().kind != Kind::paragraph) return "";
    line += (line.empty() ? "" : " | ") + plain(item.front().text);
  }
  return line;
}

void leave_out_furniture(ImportedArticle& article) {
  std::vector<std::string> lines;
  for (const ImportedBlock& block : article.body) lines.push_back(line_of(block));
  const std::vector<bool> furniture = find_furniture(lines);
  std::vector<ImportedBlock> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (furniture[i]) {
      article.left_out.push_back({article.body[i].line, lines[i]});
    } else {
      kept.push_back(std::move(article.body[i]));
    }
  }
  article.body = std::move(kept);
}

bool looks_like_title(const ImportedBlock& block) {
  if (block.kind == Kind::heading) return true;
  if (block.kind != Kind::paragraph) return false;
  const std::string text = plain(block.text);
  if (length_of(text) > longest_title) return false;
  for (const std::string_view mark : {"。", "；", "，", ";", ",", "."}) {
    if (text.ends_with(mark)) return false;
  }
  return true;
}

void take_title(ImportedArticle& article) {
  if (article.body.empty()) return;
  ImportedBlock& first = article.body.front();
  if (article.title.empty() ? looks_like_title(first) : plain(first.text) == plain(article.title)) {
    // The markup of a title is the style's.
    article.title = plain_text(plain(first.text));
    article.body.erase(article.body.begin());
  }
}

/// Whether the line says nothing that another line has said already.
bool adds_to(const ImportedArticle& article, const HeadLine& head) {
  const auto agrees = [](const std::string& known, const std::string& said) { return known.empty() || said.empty() || known == said; };
  return agrees(article.source, head.source) && agrees(article.byline, head.byline) && agrees(article.date, head.date);
}

void take_head_lines(ImportedArticle& article) {
  for (std::size_t taken = 0; taken < most_head_lines && !article.body.empty(); ++taken) {
    const ImportedBlock& first = article.body.front();
    if (first.kind != Kind::paragraph) return;
    std::optional<HeadLine> head = read_head_line(plain(first.text));
    if (!head || !adds_to(article, *head)) return;
    if (!head->source.empty()) article.source = std::move(head->source);
    if (!head->date.empty()) article.date = std::move(head->date);
    if (!head->byline.empty()) {
      article.byline = std::move(head->byline);
      article.authors = std::move(head->authors);
    }
    for (std::string& text : head->left_out) article.left_out.push_back({first.line, std::move(text)});
    article.body.erase(article.body.begin());
  }
}

/// The length of the sign that a caption line begins with: ▲ for the picture above it, ▼ for the one below.
std::size_t caption_sign(std::string_view line) {
  for (const std::string_view sign : {"▲", "△", "▼", "▽"}) {
    if (line.starts_with(sign)) return sign.size();
  }
  return 0;
}

void take_captions(std::vector<ImportedBlock>& body) {
  for (std::size_t i = 0; i < body.size(); ++i) {
    ImportedBlock& block = body[i];
    const std::size_t sign = block.kind == Kind::paragraph && !block.text.empty() ? caption_sign(block.text.front().text) : 0;
    if (sign == 0 || plain(block.text).size() == sign) continue;
    const bool below = block.text.front().text.starts_with("▼") || block.text.front().text.starts_with("▽");
    block.text.front().text.erase(0, sign);
    trim(block.text);
    const std::size_t picture = below ? i + 1 : i - 1;
    if (picture < body.size() && body[picture].kind == Kind::figure && body[picture].text.empty()) {
      body[picture].text = std::move(block.text);
      body.erase(body.begin() + static_cast<std::ptrdiff_t>(i--));
    } else {
      block.kind = Kind::figure;
    }
  }
}

bool is_bare_credit(std::string_view line) {
  constexpr std::size_t longest = 16;  // characters
  if (length_of(line) > longest) return false;
  const std::u32string text = utf8::decode_all(line);
  return text.find_first_of(U"，。、：；？！,.:;?!") == std::u32string::npos;
}

/// Where the credits begin: a run of credit lines that reaches the end, single names of columns between them.
std::size_t credits_begin(const std::vector<ImportedBlock>& body) {
  std::size_t begin = body.size(), bare = 0;
  for (std::size_t i = body.size(); i > 0 && body[i - 1].kind == Kind::paragraph; --i) {
    const std::string line = plain(body[i - 1].text);
    if (is_credit_line(line)) {
      begin = i - 1;
    } else if (begin == body.size() || !is_bare_credit(line) || ++bare > most_bare_lines) {
      break;
    }
  }
  return begin;
}

void take_credits(ImportedArticle& article) {
  const std::size_t begin = credits_begin(article.body);
  for (std::size_t i = begin; i < article.body.size(); ++i) {
    const std::string line = plain(article.body[i].text);
    const std::string source = source_of_credit(line);
    if (!is_credit_line(line) && article.column.empty()) {
      article.column = line;
    } else if (!source.empty() && article.source.empty()) {
      article.source = source;
    } else if (source.empty() || source != article.source) {
      article.credits.push_back(line);
    } else {
      article.left_out.push_back({article.body[i].line, line});
    }
  }
  article.body.resize(begin);
}

/// Length of 一、 to 九十九、 at the beginning of a line, or 0.
std::size_t section_number(std::string_view line) {
  std::size_t at = 0, digits = 0;
  while (at < line.size()) {
    const char32_t c = utf8::decode(line, at);
    if (c == U'、') return digits > 0 ? at : 0;
    if (std::u32string_view(U"一二三四五六七八九十").find(c) == std::u32string_view::npos || ++digits > 3) return 0;
  }
  return 0;
}

bool is_numbered_heading(const ImportedBlock& block) {
  constexpr std::size_t longest = 26;  // characters
  if (block.kind != Kind::paragraph) return false;
  const std::string line = plain(block.text);
  const std::size_t number = section_number(line);
  if (number == 0 || number == line.size() || length_of(line) > longest) return false;
  return utf8::decode_all(std::string_view(line).substr(number)).find_first_of(U"，。：；？！,:;?!") == std::u32string::npos;
}

}  // namespace

void apply_conventions(ImportedArticle& article) {
  leave_out_furniture(article);
  take_title(article);
  take_head_lines(article);
  take_credits(article);
  take_captions(article.body);
}

void find_numbered_headings(ImportedArticle& article) {
  if (std::count_if(article.body.begin(), article.body.end(), is_numbered_heading) < 2) return;
  for (ImportedBlock& block : article.body) {
    if (is_numbered_heading(block)) block.kind = Kind::heading;
  }
}

}  // namespace banxin
