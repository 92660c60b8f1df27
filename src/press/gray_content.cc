#include "press/gray_content.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "image/pdf_tokens.h"

namespace banxin {
namespace {

using Token = PdfToken;

bool is_number(const Token& token) { return token.getType() == QPDFTokenizer::tt_integer || token.getType() == QPDFTokenizer::tt_real; }
bool is_name(const Token& token) { return token.getType() == QPDFTokenizer::tt_name; }

std::string number_text(double number) {
  std::string text = fmt::format("{:.4f}", number);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

/// What colours mean from here on; nothing known where the content has yet chosen none.
struct Chosen {
  std::optional<ContentSpace> fill, stroke;
};

class GrayWriter {
 public:
  GrayWriter(const std::string& content, const FigureSpaces& spaces, GrayContentUse& use) : tokens_(content), spaces_(spaces), use_(use) {
    out_.reserve(content.size());
  }

  std::string write() {
    for (Token token = next(); token.getType() != QPDFTokenizer::tt_eof; token = next()) {
      if (token.getType() == QPDFTokenizer::tt_word) {
        operation(token.getValue());
        operands_.clear();
      } else {
        operands_.push_back(std::move(token));
      }
    }
    return std::move(out_);
  }

 private:
  Token next() { return tokens_.next(); }

  void operation(const std::string& word) {
    if (word == "q" || word == "Q") {
      nest(word == "q");
      write_as_is(word);
    } else if (word == "BI") {
      inline_picture();
    } else if (const auto device = device_operators.find(word); device != device_operators.end()) {
      device_colour(device->second.components, device->second.is_fill);
    } else if (word == "cs" || word == "CS") {
      choose_space(word == "cs");
    } else if (word == "sc" || word == "scn" || word == "SC" || word == "SCN") {
      colour(word.front() == 's');
    } else {
      write_as_is(word);
    }
  }

  void nest(bool deeper) {
    if (deeper)
      saved_.push_back(chosen_);
    else if (!saved_.empty()) {
      chosen_ = saved_.back();
      saved_.pop_back();
    }
  }

  void device_colour(std::size_t components, bool fill) {
    constexpr std::string_view names[] = {"", "/DeviceGray", "", "/DeviceRGB", "/DeviceCMYK"};
    chosen(fill) = space_named(std::string(names[components]));
    colour(fill);
  }

  void choose_space(bool fill) {
    if (operands_.size() != 1 || !is_name(operands_[0])) return;
    const ContentSpace& space = space_named(operands_[0].getValue());
    chosen(fill) = space;
    if (space.is_pattern)
      out_ += fmt::format("{} {}\n", space.colours ? use_.gray_pattern_space() : "/Pattern", fill ? "cs" : "CS");
    else
      put_gray(space.colours->gray(space.colours->initial()), fill);
  }

  void colour(bool fill) {
    std::vector<double> values;
    for (const Token& operand : operands_) {
      if (is_number(operand)) values.push_back(number_of(operand));
    }
    if (!operands_.empty() && is_name(operands_.back())) return pattern(values, fill);
    const std::optional<ContentSpace>& space = chosen(fill);
    if (values.empty() || (space && space->is_pattern)) return;
    put_gray(gray_of(values, space ? space->colours : nullptr), fill);
  }

  /// A pattern that has no colours of its own is given one.
  void pattern(const std::vector<double>& values, bool fill) {
    const std::optional<ContentSpace>& space = chosen(fill);
    if (!values.empty()) out_ += number_text(gray_of(values, space ? space->colours : nullptr)) + " ";
    out_ += fmt::format("{} {}\n", operands_.back().getRawValue(), fill ? "scn" : "SCN");
  }

  /// Where a form goes on in the space of what draws it, the number of components says which that is.
  double gray_of(const std::vector<double>& values, const std::shared_ptr<const FigureSpace>& space) const {
    const FigureSpace& known = space ? *space : *spaces_.of_device(values.size());
    if (values.size() != known.components()) throw UnreadableFigure();
    return known.gray(values);
  }

  void put_gray(double gray, bool fill) { out_ += fmt::format("{} {}\n", number_text(gray), fill ? "g" : "G"); }

  const ContentSpace& space_named(const std::string& name) {
    const auto known = known_.find(name);
    return known != known_.end() ? known->second : known_.emplace(name, use_.space(name)).first->second;
  }

  std::optional<ContentSpace>& chosen(bool fill) { return fill ? chosen_.fill : chosen_.stroke; }

  /// From `BI` to `EI`.
  void inline_picture() {
    std::string entries;
    for (Token token = next(); !token.isWord("ID"); token = next()) {
      if (token.getType() == QPDFTokenizer::tt_eof) return;
      entries += token.getRawValue() + " ";
    }
    const std::optional<std::string> data = tokens_.inline_image_data();
    if (!data) return;
    const std::string name = use_.inline_picture(QPDFObjectHandle::parse("<<" + entries + ">>"), *data);
    out_ += name.empty() ? fmt::format("BI {}\nID {}EI\n", entries, *data) : name + " Do\n";
  }

  void write_as_is(std::string_view word) {
    for (const Token& operand : operands_) out_ += operand.getRawValue() + " ";
    out_.append(word).push_back('\n');
  }

  struct DeviceOperator {
    std::size_t components;
    bool is_fill;
  };
  inline static const std::map<std::string_view, DeviceOperator> device_operators = {
      {"g", {1, true}}, {"G", {1, false}}, {"rg", {3, true}}, {"RG", {3, false}}, {"k", {4, true}}, {"K", {4, false}}};

  PdfTokens tokens_;
  const FigureSpaces& spaces_;
  GrayContentUse& use_;
  std::vector<Token> operands_;
  Chosen chosen_;
  std::vector<Chosen> saved_;
  std::map<std::string, ContentSpace> known_;
  std::string out_;
};

}  // namespace

std::string gray_content(const std::string& content, const FigureSpaces& spaces, GrayContentUse& use) {
  return GrayWriter(content, spaces, use).write();
}

}  // namespace banxin
