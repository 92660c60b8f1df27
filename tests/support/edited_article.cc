#include "support/edited_article.h"

#include <fmt/format.h>

#include <string_view>

#include "support/random_article.h"

namespace banxin::test {

namespace {

/// The blocks of a body in list form.
std::vector<std::string> blocks_of(const std::string& body) {
  std::vector<std::string> blocks;
  for (std::size_t begin = 0; begin < body.size();) {
    std::size_t end = body.find("\n  - ", begin);
    end = end == std::string::npos ? body.size() : end + 1;
    blocks.push_back(body.substr(begin, end - begin));
    begin = end;
  }
  return blocks;
}

constexpr std::string_view body_key = "body:\n";

}  // namespace

EditedArticle::EditedArticle(unsigned seed, int bodies) : random_(seed) {
  const std::string article = random_article(seed);
  const std::size_t body = article.find(body_key), head = article.find('\n') + 1;
  title_ = article.substr(0, head);
  head_ = article.substr(head, body - head);
  blocks_ = blocks_of(article.substr(body + body_key.size()));
  for (int i = 1; i < bodies + 4; ++i) {
    const std::string other = random_article(seed + 10'000u * static_cast<unsigned>(i));
    for (std::string& block : blocks_of(other.substr(other.find(body_key) + body_key.size()))) {
      (i < bodies ? blocks_ : stock_).push_back(std::move(block));
    }
  }
  notes_ = "footnotes:\n  甲: 第一条注，说的是上面那一句。\n  乙: 另一条注。\n";
  blocks_.push_back("  - \"一句有注的话[^甲]，后面还有一句[^乙]。\"\n");
}

std::string EditedArticle::text() const {
  std::string text = title_ + head_ + set_ + std::string(body_key);
  for (const std::string& block : blocks_) text += block;
  return text + notes_;
}

std::string EditedArticle::some_block() {
  switch (below(14)) {
    case 0:
      return "  - break: page\n";
    case 1:
      return "  - break: column\n";
    case 2:
      return "  - table:\n      - [甲, 乙, 丙]\n      - [一, 二, 三]\n      - [一, 二, 三]\n    caption: 一张表\n";
    case 3:
      return "  - box:\n      - 框里的一段话，写得不长也不短。\n      - 又一段。\n    title: 框\n";
    case 4:
      return "  - \"有𖼀这个谁也没有的字。\"\n";
    case 5:
      return "  - heading: 又是一个标题\n    level: 1\n";
    default:
      return stock_[static_cast<std::size_t>(below(stock_.size()))];
  }
}

/// An ideograph of the block becomes another, or words are added to it.
void EditedArticle::change_words(std::string& block) {
  const std::size_t at = block.find("的");
  if (at == std::string::npos) return;
  block.replace(at, 3, below(2) == 0 ? "了" : fmt::format("改了第{}回的", below(1000)));
}

void EditedArticle::edit_head() {
  switch (below(5)) {
    case 0:
      title_ = fmt::format("title: 改了第{}回的题目\n", below(1000));
      return;
    case 1:
      set_ = set_.empty() ? fmt::format("set: {{grid.pitch: {}}}\n", below(2) == 0 ? "15pt" : "16pt") : "";
      return;
    case 2:
      set_ = set_.empty() ? "set: {columns.count: 2, footnotes.numbering: article}\n" : "";
      return;
    case 3:
      set_ = set_.empty() ? "set: {numbering: {paragraphs: true, lines: 5}}\n" : "";
      return;
    default:
      notes_ += fmt::format("credits: 改{}\n", below(1000));
      if (notes_.find("credits") != notes_.rfind("credits")) notes_.erase(notes_.rfind("credits"));
  }
}

void EditedArticle::edit() {
  const auto at = static_cast<std::size_t>(below(blocks_.size()));
  const auto place = blocks_.begin() + static_cast<std::ptrdiff_t>(at);
  switch (below(12)) {
    case 0:
    case 1:
      blocks_.insert(place, some_block());
      return;
    case 2:
      if (blocks_.size() > 2) blocks_.erase(place);
      return;
    case 3:
      *place = some_block();
      return;
    case 4: {  // parted at a full stop
      const std::size_t stop = place->find("。");
      if (!place->starts_with("  - \"") || stop == std::string::npos || stop + 5 >= place->size()) return;
      place->insert(stop + 3, "\"\n  - \"");
      std::string rest = place->substr(stop + 5);
      place->resize(stop + 5);
      blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
      return;
    }
    case 5: {  // joined with the next
      if (at + 1 >= blocks_.size() || !place->starts_with("  - \"") || !(place + 1)->starts_with("  - \"")) return;
      place->resize(place->size() - 2);
      *place += (place + 1)->substr(5);
      blocks_.erase(place + 1);
      return;
    }
    case 6:
      return edit_head();
    default:
      change_words(*place);
  }
}

}  // namespace banxin::test
