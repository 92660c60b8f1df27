#include "image/pdf_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/limits.h"
#include "image/pdf_tokens.h"

namespace banxin {
namespace {

using Token = PdfToken;

/// PDF/A-2, 6.1.13, less what the page around the figure needs.
constexpr int deepest_nesting = 26;

/// Operators that are written again as they are, with their operands.
const std::set<std::string_view> plain_operators = {"BT", "c",  "cm", "d",  "d0", "d1", "ET", "g",  "G",  "h",  "i",  "j",
                                                    "J",  "l",  "m",  "M",  "n",  "re", "SC", "sc", "T*", "Tc", "Td", "TD",
                                                    "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v",  "w",  "W",  "W*", "y"};
const std::set<std::string_view> path_painting = {"b", "B", "b*", "B*", "f", "F", "f*", "s", "S"};
const std::set<std::string_view> text_showing = {"Tj", "TJ", "'", "\""};
const std::set<std::string_view> rendering_intents = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"};

class ContentCleaner {
 public:
  ContentCleaner(const std::string& content, ContentUse& use) : tokens_(content), use_(use) {}

  std::string clean() {
    for (Token token = next(); token.getType() != QPDFTokenizer::tt_eof; token = next()) {
      if (token.getType() == QPDFTokenizer::tt_word) {
        operation(token.getValue());
        operands_.clear();
      } else if (token.getType() != QPDFTokenizer::tt_bad && operands_.size() < limits::figure_operands) {
        operands_.push_back(token);
      }
    }
    for (; depth_ > 0; --depth_) out_ += "Q\n";
    return std::move(out_);
  }

 private:
  Token next() { return tokens_.next(); }

  void operation(const std::string& word) {
    if (word == "q" || word == "Q") {
      nest(word == "q");
    } else if (word == "BDC" || word == "BMC" || word == "EMC") {
      marked(word);
    } else if (word == "BI") {
      inline_image();
    } else if (plain_operators.contains(word)) {
      write(word);
    } else if (path_painting.contains(word)) {
      write(hidden() ? "n" : std::string_view(word));
    } else if (text_showing.contains(word)) {
      if (!hidden()) write(word);
    } else {
      colour_or_resource(word);
    }
  }

  void nest(bool deeper) {
    if (!deeper && depth_ == 0) return;
    depth_ += deeper ? 1 : -1;
    if (depth_ > deepest_nesting) use_.forbidden("q/Q > 28");
    out_ += deeper ? "q\n" : "Q\n";
  }

  /// Marks belong to the structure of the page's own file; only whether what they enclose is shown is of use.
  void marked(const std::string& word) {
    if (word == "EMC") {
      if (!marks_hide_.empty()) marks_hide_.pop_back();
      return;
    }
    const bool optional = word == "BDC" && operands_.size() == 2 && operands_[0].getValue() == "/OC";
    marks_hide_.push_back(optional && use_.is_hidden(operands_[1].getValue()));
  }

  bool hidden() const { return std::find(marks_hide_.begin(), marks_hide_.end(), true) != marks_hide_.end(); }

  void colour_or_resource(const std::string& word) {
    const std::string name = operands_.empty() || operands_.back().getType() != QPDFTokenizer::tt_name ? "" : operands_.back().getValue();
    if (word == "rg" || word == "RG") {
      rgb(word == "rg" ? "g" : "G", word);
    } else if (word == "k" || word == "K") {
      cmyk(word == "k" ? "g" : "G", word);
    } else if (word == "cs" || word == "CS") {
      if (use_.colour_space(name)) write(word);
    } else if (word == "scn" || word == "SCN") {
      if (name.empty() || use_.resource("Pattern", name)) write(word);
    } else if (word == "Tf") {
      if (!operands_.empty() && use_.resource("Font", operands_.front().getValue())) write(word);
    } else if (word == "gs") {
      if (use_.resource("ExtGState", name)) write(word);
    } else if (word == "Do" || word == "sh") {
      if (!hidden() && use_.resource(word == "Do" ? "XObject" : "Shading", name)) write(word);
    } else if (word == "ri") {
      if (rendering_intents.contains(name)) write(word);
    }
  }

  void rgb(std::string_view gray, const std::string& word) {
    if (operands_.size() != 3) return;
    const double red = number_of(operands_[0]);
    if (red == number_of(operands_[1]) && red == number_of(operands_[2])) {
      out_ += fmt::format("{} {}\n", operands_[0].getRawValue(), gray);
      return;
    }
    use_.device_colour(3);
    write(word);
  }

  void cmyk(std::string_view gray, const std::string& word) {
    if (operands_.size() != 4) return;
    const bool black_only = std::all_of(operands_.begin(), operands_.begin() + 3, [](const Token& token) { return number_of(token) == 0; });
    if (black_only) {
      out_ += fmt::format("{:.4f} {}\n", 1 - std::clamp(number_of(operands_[3]), 0.0, 1.0), gray);
      return;
    }
    use_.device_colour(4);
    write(word);
  }

  /// From `BI` to `EI`; its keys may be abbreviated (table 91).
  void inline_image() {
    std::string dictionary;
    bool wanted = !hidden();
    std::string key;
    Token token = next();
    for (; token.getType() != QPDFTokenizer::tt_eof && !token.isWord("ID"); token = next()) {
      const std::string value = token.getValue();
      if (key.empty() && token.getType() == QPDFTokenizer::tt_name) {
        key = value;
        continue;
      }
      if ((key == "/CS" || key == "/ColorSpace") && token.getType() == QPDFTokenizer::tt_name) wanted = use_.colour_space(value) && wanted;
      if (value == "/LZW" || value == "/LZWDecode" || value == "/Crypt") use_.forbidden("LZW");
      if (key != "/I" && key != "/Interpolate") dictionary += nested(key, token);
      key.clear();
    }
    const std::optional<std::string> data = tokens_.inline_image_data();
    if (wanted && data) out_ += "BI" + dictionary + "\nID " + *data + "EI\n";
  }

  /// An entry of an inline image's dictionary: a value, an array or a dictionary that `token` begins.
  std::string nested(const std::string& key, Token token) {
    std::string text = key + " " + token.getRawValue();
    const auto opens = [](const Token& of) {
      return of.getType() == QPDFTokenizer::tt_array_open || of.getType() == QPDFTokenizer::tt_dict_open;
    };
    const auto closes = [](const Token& of) {
      return of.getType() == QPDFTokenizer::tt_array_close || of.getType() == QPDFTokenizer::tt_dict_close;
    };
    for (int open = opens(token) ? 1 : 0; open > 0;) {
      token = next();
      if (token.getType() == QPDFTokenizer::tt_eof) return {};
      if (token.getValue() == "/LZW" || token.getValue() == "/LZWDecode" || token.getValue() == "/Crypt") use_.forbidden("LZW");
      open += opens(token) ? 1 : closes(token) ? -1 : 0;
      text += " " + token.getRawValue();
    }
    return " " + text;
  }

  void write(std::string_view word) {
    for (const Token& operand : operands_) out_ += operand.getRawValue() + " ";
    out_.append(word).push_back('\n');
  }

  PdfTokens tokens_;
  ContentUse& use_;
  std::vector<Token> operands_;
  std::vector<bool> marks_hide_;  ///< of the marks that are open, whether each hides what it encloses
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string clean_content(const std::string& content, ContentUse& use) { return ContentCleaner(content, use).clean(); }

}  // namespace banxin
