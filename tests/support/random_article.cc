#include "support/random_article.h"

#include <fmt/format.h>

#include <array>
#include <random>
#include <string_view>

namespace banxin::test {

namespace {

/// Two draws of one call are named first: in which order arguments are evaluated is up to the compiler, and a seed must make the same
/// article under each.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string article() {
    std::string yaml = fmt::format("title: {}\n", characters(2, 14));
    for (const char* key : {"kicker", "subtitle", "byline", "source", "column", "credits"}) {
      if (below(2) == 0) yaml += fmt::format("{}: {}\n", key, characters(2, 10));
    }
    if (below(2) == 0) {
      const int day = below(10), month = 1 + below(9);
      yaml += fmt::format("date: 2025-0{}-1{}\n", month, day);
    }
    if (below(3) == 0) {
      const int issue = 1 + below(400);
      yaml += fmt::format("masthead: {{name: {}, issue: 第{}期}}\n", characters(2, 4), issue);
    }
    if (below(3) == 0) yaml += "dateline: " + characters(2, 6) + "\n";
    yaml += "body:\n  - " + quoted(paragraph()) + "\n";
    const int blocks = 1 + below(14);
    for (int i = 0; i < blocks; ++i) yaml += block();
    return yaml;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }  // the same on every platform

  std::string characters(int least, int most) {
    static constexpr std::array<std::string_view, 24> stock = {"的", "一", "是", "在", "不", "了", "有", "和", "人", "这", "中", "大",
                                                               "为", "上", "个", "国", "我", "以", "要", "他", "时", "来", "用", "们"};
    std::string text;
    const int count = least + below(most - least + 1);
    for (int i = 0; i < count; ++i) text += stock[static_cast<std::size_t>(below(stock.size()))];
    return text;
  }

  /// A sentence with whatever may stand in one.
  std::string sentence() {
    std::string text = characters(1, 40);
    switch (below(8)) {
      case 0:
        return text + "，**" + characters(1, 6) + "**。";
      case 1: {
        const int page = below(100);
        return text + fmt::format("[{}](https://example.org/{})。", characters(1, 30), page);
      }
      case 2:
        return text + "“" + characters(1, 9) + "”。";
      case 3:
        return text + "[some words](https://example.org/)，" + characters(1, 5) + "。";
      case 4:
        return text + "——" + characters(1, 12) + "……";
      case 5:
        return text + " Latin words " + characters(1, 12) + "。";
      case 6:
        return text + "[" + characters(1, 5) + "]{lang=ja}。";
      default:
        return text + "。";
    }
  }

  std::string paragraph() {
    std::string text;
    const int sentences = 1 + below(6);
    for (int i = 0; i < sentences; ++i) text += sentence();
    return text;
  }

  std::string quoted(const std::string& text) { return '"' + text + '"'; }

  std::string block() {
    switch (below(10)) {
      case 0: {
        const int level = 1 + below(3);
        return fmt::format("  - heading: {}\n    level: {}\n", characters(2, 12), level);
      }
      case 1: {
        const std::string caption = characters(2, 30);
        return fmt::format("  - placeholder: {}\n    caption: {}\n", characters(2, 5), quoted(caption));
      }
      case 2: {
        const std::string by = characters(2, 4), last = paragraph();
        return fmt::format("  - quote:\n      - {}\n      - {}\n    by: {}\n", quoted(paragraph()), quoted(last), by);
      }
      case 3: {
        const std::string last = characters(1, 9), first = paragraph();
        return fmt::format("  - {}:\n      - {}\n      - {}\n", below(2) == 0 ? "list" : "ordered", quoted(first), quoted(last));
      }
      case 4:
        return fmt::format("  - placeholder: {}\n", characters(2, 5));
      default:
        return "  - " + quoted(paragraph()) + "\n";
    }
  }

  std::mt19937 random_;
};

}  // namespace

std::string random_article(unsigned seed) { return Generator(seed).article(); }

}  // namespace banxin::test
