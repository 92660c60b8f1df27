#include "fuzz/article_maker.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace banxin::fuzz {

namespace {

/// Decisions, one byte each; all zero when the bytes are used up. Two in one call are named first: in which order arguments are evaluated
/// is up to the compiler, and the bytes must make the same article under each.
class Choices {
 public:
  explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool is_used_up() const { return at_ >= bytes_.size(); }
  int below(int bound) { return is_used_up() ? 0 : bytes_[at_++] % bound; }
  bool maybe(int one_in = 2) { return below(one_in) == one_in - 1; }

  template <std::size_t size>
  std::string_view one_of(const std::array<std::string_view, size>& stock) {
    return stock[static_cast<std::size_t>(below(static_cast<int>(size)))];
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

class Maker {
 public:
  explicit Maker(std::span<const std::uint8_t> bytes) : choices_(bytes) {}

  MadeArticle article() {
    MadeArticle result;
    static constexpr std::array<std::string_view, 8> styles = {"test",     "newspaper", "newspaper-4", "handout",
                                                               "magazine", "official",  "large-print", "worksheet"};
    result.style = choices_.one_of(styles);
    result.threads = choices_.maybe(4) ? 3 : 1;
    static constexpr std::array<std::string_view, 6> languages = {"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja", "ko", "en"};
    const std::string_view language = choices_.one_of(languages);
    yaml_ = fmt::format("lang: {}\ntitle: {}\n", language, quoted(text(6)));
    head_keys();
    style_values();
    yaml_ += "body:\n";
    block(2, 0);
    while (!choices_.is_used_up() && yaml_.size() < longest) block(2, 0);
    if (notes_ > 0) yaml_ += "footnotes:\n";
    for (int i = 1; i <= notes_; ++i) yaml_ += fmt::format("  '{}': {}\n", i, quoted(text(8)));
    result.text = std::move(yaml_);
    return result;
  }

 private:
  static constexpr std::size_t longest = 20'000;

  static std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
    return result + '"';
  }

  /// Up to `most` pieces, each a word, a run of marks, or markup.
  std::string text(int most) {
    static constexpr std::array<std::string_view, 40> pieces = {"的",
                                                                "三天赛事",
                                                                "，",
                                                                "。",
                                                                "“",
                                                                "”",
                                                                "（",
                                                                "）",
                                                                "——",
                                                                "……",
                                                                "、",
                                                                "：",
                                                                "《书》",
                                                                "〇",
                                                                "㊿",
                                                                " ",
                                                                "Latin words",
                                                                "3.14%",
                                                                "9~10点",
                                                                "2025年",
                                                                "https://example.org/a/very/long/address/without/end",
                                                                "テスト、",
                                                                "가나다",
                                                                "「",
                                                                "」",
                                                                "ー",
                                                                "っ",
                                                                "𠮷",
                                                                "é̂",
                                                                "\u00ad",
                                                                "　",
                                                                "\u200b",
                                                                "超长的一段没有标点的文字用来撑满一行又一行",
                                                                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                                                "!?",
                                                                "？！",
                                                                "\u3001\u3002",
                                                                "\u202e",
                                                                "あ゙",
                                                                "1/2"};
    std::string result;
    const int count = 1 + choices_.below(most);
    for (int i = 0; i < count && result.size() < 2'000; ++i) result += choices_.maybe(4) ? markup() : std::string(choices_.one_of(pieces));
    return result;
  }

  std::string markup() {
    static constexpr std::array<std::string_view, 9> forms = {
        "**{}**", "*{}*", "`{}`", "[{}](https://example.org/)", "[{}]{{lang=ja}}", "=={}==", "[{}]{{wavy}}", "H~2~O{}", "{}^2^"};
    if (choices_.maybe(8)) return fmt::format("[^{}]", choices_.maybe(8) ? 99 : ++notes_);
    const std::string inside(choices_.maybe() ? "重点" : "“引”");
    return fmt::format(fmt::runtime(choices_.one_of(forms)), inside);
  }

  void head_keys() {
    static constexpr std::array<std::string_view, 14> keys = {"kicker", "subtitle", "deck",   "byline", "source",    "dateline", "section",
                                                              "column", "credits",  "issuer", "number", "addressee", "signed",   "remark"};
    std::array<bool, keys.size()> used{};
    for (int i = choices_.below(8); i > 0; --i) {
      const auto key = static_cast<std::size_t>(choices_.below(static_cast<int>(keys.size())));
      if (!used[key]) yaml_ += fmt::format("{}: {}\n", keys[key], quoted(text(5)));
      used[key] = true;
    }
    if (choices_.maybe()) {
      const int month = choices_.below(14), day = choices_.below(33);
      yaml_ += fmt::format("date: 2025-{:02}-{:02}\n", month, day);
    }
    if (choices_.maybe(4)) yaml_ += fmt::format("link: https://example.org/{}\n", choices_.below(100));
    if (choices_.maybe(4)) {
      const std::string name = quoted(text(2));
      yaml_ += fmt::format("masthead: {{name: {}, issue: 第{}期}}\n", name, choices_.below(200));
    }
    if (choices_.maybe(4)) yaml_ += "sealed: true\nattachments:\n  - 清单\n  - 名册\n";
    if (choices_.maybe(4)) yaml_ += "fields: 班级 姓名\ninstruction: 时间一小时\n";
  }

  /// Values at the ends of their ranges, and beyond.
  void style_values() {
    static constexpr std::array<std::string_view, 30> values = {"columns.count: 1",
                                                                "columns.count: 2",
                                                                "columns.count: 5",
                                                                "columns.count: 12",
                                                                "columns.gap: 0mm",
                                                                "columns.gap: 60mm",
                                                                "page.paper: A5",
                                                                "page.paper: A3",
                                                                "page.paper: [20mm, 20mm]",
                                                                "page.paper: [2000mm, 100mm]",
                                                                "page.margin: 1mm",
                                                                "page.margin: 90mm",
                                                                "page.sides: facing",
                                                                "page.orientation: landscape",
                                                                "grid.pitch: 6pt",
                                                                "grid.pitch: 60pt",
                                                                "grid.characters: true",
                                                                "text.body.size: 1pt",
                                                                "text.body.size: 72pt",
                                                                "text.body.indent: 40em",
                                                                "text.title.size: 200pt",
                                                                "text.body.tracking: 500",
                                                                "fit.pages: 1",
                                                                "fit.pages: 2",
                                                                "composition.level: strict",
                                                                "composition.edges: hang",
                                                                "composition.hyphenate: true",
                                                                "footnotes.place: end",
                                                                "images.place: top",
                                                                "output.colour: gray"};
    const int count = choices_.below(4);
    if (count == 0) return;
    yaml_ += "set:\n";
    std::array<bool, values.size()> used{};
    for (int i = 0; i < count; ++i) {
      const auto value = static_cast<std::size_t>(choices_.below(static_cast<int>(values.size())));
      if (!used[value]) yaml_ += fmt::format("  {}\n", values[value]);
      used[value] = true;
    }
  }

  std::string indent(int depth) const { return std::string(static_cast<std::size_t>(depth), ' '); }
  void line(int depth, const std::string& text) { yaml_ += indent(depth) + text + '\n'; }

  void heading(int depth) {
    line(depth, "- heading: " + quoted(text(5)));
    line(depth + 2, fmt::format("level: {}", 1 + choices_.below(4)));
  }

  void quote(int depth) {
    line(depth, "- quote: " + quoted(text(12)));
    line(depth + 2, "by: " + quoted(text(2)));
  }

  void figure(int depth) {
    line(depth, fmt::format("- placeholder: {}", quoted(text(3))));
    if (choices_.maybe()) line(depth + 2, fmt::format("caption: {}", quoted(text(10))));
    if (choices_.maybe(4)) {
      const int width = 1 + choices_.below(40), height = 1 + choices_.below(40);
      line(depth + 2, fmt::format("ratio: {}:{}", width, height));
    }
    if (choices_.maybe(4)) line(depth + 2, fmt::format("span: {}", choices_.maybe() ? "all" : std::to_string(1 + choices_.below(6))));
    static constexpr std::array<std::string_view, 4> places = {"here", "top", "bottom", "page"};
    if (choices_.maybe(4)) line(depth + 2, fmt::format("place: {}", choices_.one_of(places)));
  }

  void table(int depth) {
    line(depth, "- table:");
    const int columns = 1 + choices_.below(8), rows = 1 + choices_.below(12);
    if (choices_.maybe()) line(depth + 4, "rules: full");
    if (choices_.maybe()) line(depth + 4, fmt::format("caption: {}", quoted(text(4))));
    line(depth + 4, "rows:");
    for (int r = 0; r < rows; ++r) {
      std::string cells;
      for (int c = 0; c < columns; ++c) {
        if (c > 0) cells += ", ";
        const std::string cell = quoted(text(3));
        if (choices_.maybe(16)) {
          const int across = 1 + choices_.below(3), down = 1 + choices_.below(3);
          cells += fmt::format("{{text: {}, columns: {}, rows: {}}}", cell, across, down);
        } else {
          cells += cell;
        }
      }
      line(depth + 6, "- [" + cells + "]");
    }
    if (choices_.maybe(4)) line(depth + 2, "span: all");
  }

  void question(int depth) {
    line(depth, "- question: " + quoted(text(8)));
    line(depth + 2, fmt::format("marks: {}", choices_.below(30)));
    switch (choices_.below(3)) {
      case 0:
        return line(depth + 2, fmt::format("lines: {}", 1 + choices_.below(100)));
      case 1:
        return line(depth + 2, fmt::format("squares: {}", 1 + 8 * choices_.below(250)));
      default: {
        const std::string first = quoted(text(3)), second = quoted(text(3));
        return line(depth + 2, fmt::format("choices: [{}, {}]", first, second));
      }
    }
  }

  void list(int depth, int nesting) {
    line(depth, choices_.maybe() ? "- ordered:" : "- list:");
    const int items = 1 + choices_.below(4);
    for (int i = 0; i < items; ++i) {
      if (nesting < 4 && choices_.maybe(4)) {
        list(depth + 4, nesting + 1);
      } else {
        line(depth + 4, "- " + quoted(text(6)));
      }
    }
  }

  void block(int depth, int nesting) {
    switch (choices_.below(18)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return line(depth, "- " + quoted(text(40)));
      case 4:
        return heading(depth);
      case 5:
      case 6:
        return figure(depth);
      case 7:
        return quote(depth);
      case 8:
        return line(depth, "- pullquote: " + quoted(text(6)));
      case 9:
        return list(depth, nesting);
      case 10:
        return table(depth);
      case 11:
        if (nesting >= 2) return;
        line(depth, "- box:");
        for (int i = 1 + choices_.below(3); i > 0; --i) block(depth + 4, nesting + 1);
        if (choices_.maybe()) line(depth + 2, "title: " + quoted(text(4)));
        if (choices_.maybe(4)) line(depth + 2, "span: all");
        return;
      case 12:
        return line(depth,
                    fmt::format("- verse: |\n{0}静夜思\n{0}床前明月光\n{0}{1}", indent(depth + 4), choices_.maybe() ? "疑是地上霜" : "Ω"));
      case 13:
        return line(depth, fmt::format("- code: |\n{0}int main() {{\n{0}}}", indent(depth + 4)));
      case 14:
        return line(depth, "- qr: https://example.org/");
      case 15:
        return question(depth);
      case 16:
        return line(depth, choices_.maybe() ? "- rule: true" : fmt::format("- space: {}", 1 + choices_.below(100)));
      default: {
        static constexpr std::array<std::string_view, 3> breaks = {"column", "page", "frame"};
        return line(depth, fmt::format("- break: {}", choices_.one_of(breaks)));
      }
    }
  }

  Choices choices_;
  std::string yaml_;
  int notes_ = 0;
};

}  // namespace

MadeArticle make_article(std::span<const std::uint8_t> bytes) { return Maker(bytes).article(); }

}  // namespace banxin::fuzz
