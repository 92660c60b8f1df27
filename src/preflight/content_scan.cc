#include "preflight/content_scan.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace banxin::preflight {
namespace {

using Handle = QPDFObjectHandle;

using Matrix = std::array<double, 6>;

Matrix multiplied(const Matrix& a, const Matrix& b) {
  return {a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],        a[2] * b[0] + a[3] * b[2],
          a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
}

enum class Kind { ignored, paint, show };

/// Operators of ISO 32000-2, annex A, that need no more than being known, and whether they paint.
const std::map<std::string, Kind, std::less<>>& plain_operators() {
  static const std::map<std::string, Kind, std::less<>> operators = [] {
    std::map<std::string, Kind, std::less<>> table;
    for (const char* name : {"w",  "J",  "j",  "M",  "d",  "ri", "i",  "m",  "l",  "c",  "v",  "y",  "h",  "re", "W",  "W*", "n",  "BT",
                             "ET", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "d0", "d1", "BX", "EX", "MP", "DP", "ID"})
      table[name] = Kind::ignored;
    for (const char* name : {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "EI"}) table[name] = Kind::paint;
    for (const char* name : {"Tj", "TJ", "'", "\""}) table[name] = Kind::show;
    return table;
  }();
  return operators;
}

class Scanner : public Handle::ParserCallbacks {
 public:
  Scanner(Handle resources, FontReaders& fonts, ContentFacts& facts) : resources_(resources), fonts_(fonts), facts_(facts) {}

  void handleObject(Handle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    perform(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    if (depth_of_forms_ == 0 && (!marked_.empty() || !states_.empty())) facts_.balanced = false;
  }

 private:
  struct Marked {
    std::optional<int> identifier;
    bool artifact = false;
    bool replaced = false;  ///< its text is an ActualText's
  };
  struct State {
    Matrix matrix = {1, 0, 0, 1, 0, 0};
    std::optional<QPDFObjGen> font;
  };

  void perform(const std::string& name) {
    if (name == "q") {
      states_.push_back(state_);
      facts_.deepest_state = std::max(facts_.deepest_state, static_cast<int>(states_.size()));
    } else if (name == "Q") {
      if (states_.empty()) {
        facts_.balanced = false;
        return;
      }
      state_ = states_.back();
      states_.pop_back();
    } else if (name == "cm") {
      concatenate(operands_);
    } else if (name == "BMC" || name == "BDC") {
      begin_marked();
    } else if (name == "EMC") {
      if (marked_.empty())
        facts_.balanced = false;
      else
        marked_.pop_back();
    } else if (name == "Tf") {
      set_font();
    } else if (name == "gs") {
      set_state();
    } else if (name == "Do") {
      draw_object();
    } else if (!set_colour(name)) {
      perform_plain(name);
    }
  }

  void perform_plain(const std::string& name) {
    const auto found = plain_operators().find(name);
    if (found == plain_operators().end()) {
      facts_.unknown.insert(name);
      return;
    }
    if (found->second != Kind::ignored) painted();
    if (found->second != Kind::show || operands_.empty()) return;
    Handle shown = operands_.back();
    if (shown.isString()) show(shown.getStringValue());
    if (!shown.isArray()) return;
    for (Handle part : shown.getArrayAsVector()) {
      if (part.isString()) show(part.getStringValue());
    }
  }

  void concatenate(const std::vector<Handle>& numbers) {
    if (numbers.size() < 6) return;
    Matrix matrix{};
    for (std::size_t i = 0; i < 6; ++i) {
      Handle number = numbers[i];
      matrix[i] = number.isNumber() ? number.getNumericValue() : 0;
    }
    state_.matrix = multiplied(matrix, state_.matrix);
  }

  bool set_colour(const std::string& name) {
    static const std::map<std::string, std::string, std::less<>> device = {{"g", "DeviceGray"}, {"G", "DeviceGray"}, {"rg", "DeviceRGB"},
                                                                           {"RG", "DeviceRGB"}, {"k", "DeviceCMYK"}, {"K", "DeviceCMYK"}};
    if (const auto found = device.find(name); found != device.end()) {
      facts_.colour_spaces.insert(found->second);
      return true;
    }
    if (name == "cs" || name == "CS") {
      if (!operands_.empty() && operands_.back().isName()) note_space(operands_.back());
      return true;
    }
    return name == "sc" || name == "SC" || name == "scn" || name == "SCN";
  }

  void note_space(Handle space) {
    if (space.isName() && !space.getName().starts_with("/Device") && space.getName() != "/Pattern")
      space = resource("/ColorSpace", space.getName());
    if (space.isArray() && space.getArrayNItems() > 0) space = space.getArrayItem(0);
    if (space.isName()) facts_.colour_spaces.insert(space.getName().substr(1));
  }

  Handle resource(const std::string& kind, const std::string& name) {
    Handle all = resources_.isDictionary() ? resources_.getKey(kind) : Handle::newNull();
    return all.isDictionary() ? all.getKey(name) : Handle::newNull();
  }

  void set_font() {
    if (operands_.size() < 2 || !operands_[operands_.size() - 2].isName()) return;
    Handle font = resource("/Font", operands_[operands_.size() - 2].getName());
    if (!font.isDictionary()) return;
    state_.font = font.getObjGen();
    if (!fonts_.contains(*state_.font)) fonts_.emplace(*state_.font, FontReader(font));
  }

  void set_state() {
    if (operands_.empty() || !operands_.back().isName()) return;
    Handle state = resource("/ExtGState", operands_.back().getName());
    if (!state.isDictionary()) return;
    const auto below_one = [&](const char* key) { return state.getKey(key).isNumber() && state.getKey(key).getNumericValue() < 1; };
    Handle mode = state.getKey("/BM"), mask = state.getKey("/SMask");
    const bool mixes = !mode.isNull() && !mode.isNameAndEquals("/Normal") && !mode.isNameAndEquals("/Compatible");
    for (const char* key : {"/TR", "/TR2", "/HTP"}) {
      if (state.hasKey(key) && !state.getKey(key).isNameAndEquals("/Default")) facts_.press_settings.insert(key + 1);
    }
    if (below_one("/ca") || below_one("/CA") || mixes || mask.isDictionary()) facts_.transparent = true;
  }

  void begin_marked() {
    Marked marked = marked_.empty() ? Marked{} : marked_.back();
    Handle properties = operands_.size() > 1 ? operands_[1] : Handle::newNull();
    if (properties.isName()) properties = resource("/Properties", properties.getName());
    const bool is_artifact = !operands_.empty() && operands_[0].isNameAndEquals("/Artifact");
    Handle identifier = properties.isDictionary() ? properties.getKey("/MCID") : Handle::newNull();
    if ((is_artifact && marked.identifier) || (identifier.isInteger() && marked.artifact)) facts_.content_in_artifact = true;
    marked.artifact = marked.artifact || is_artifact;
    if (identifier.isInteger()) {
      marked.identifier = static_cast<int>(identifier.getIntValue());
      if (!facts_.sequences.insert(*marked.identifier).second) facts_.repeated.insert(*marked.identifier);
    }
    Handle actual = properties.isDictionary() ? properties.getKey("/ActualText") : Handle::newNull();
    if (actual.isString() && !marked.replaced) {
      if (marked.identifier) facts_.texts[*marked.identifier] += actual.getUTF8Value();
      marked.replaced = true;
    }
    marked_.push_back(marked);
  }

  void painted() {
    if (marked_.empty() || (!marked_.back().identifier && !marked_.back().artifact)) facts_.unmarked = true;
  }

  void show(const std::string& string) {
    if (!state_.font) return;
    facts_.fonts.insert(*state_.font);
    const FontReader& font = fonts_.at(*state_.font);
    for (const std::uint32_t code : font.codes(string)) {
      const std::optional<std::string> text = font.text(code);
      const bool replaced = !marked_.empty() && marked_.back().replaced;
      if (!text && !replaced) facts_.without_text[*state_.font].insert(code);
      if (text && !replaced && !marked_.empty() && marked_.back().identifier) facts_.texts[*marked_.back().identifier] += *text;
    }
  }

  void draw_object() {
    painted();
    if (operands_.empty() || !operands_.back().isName()) return;
    Handle object = resource("/XObject", operands_.back().getName());
    if (!object.isStream()) return;
    Handle dictionary = object.getDict();
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
      const Matrix& m = state_.matrix;
      facts_.pictures.push_back({object, std::hypot(m[0], m[1]), std::hypot(m[2], m[3])});
      if (dictionary.getKey("/SMask").isStream()) facts_.transparent = true;
      note_space(dictionary.getKey("/ColorSpace"));
    } else if (dictionary.getKey("/Subtype").isNameAndEquals("/Form")) {
      draw_form(object);
    }
  }

  void draw_form(Handle form) {
    constexpr int deepest = 16;
    if (depth_of_forms_ >= deepest) return;
    const State outside = state_;
    Handle outer_resources = resources_, own = form.getDict().getKey("/Resources");
    if (own.isDictionary()) resources_ = own;
    if (Handle matrix = form.getDict().getKey("/Matrix"); matrix.isArray()) concatenate(matrix.getArrayAsVector());
    const std::vector<Handle> outer_operands = std::exchange(operands_, {});
    ++depth_of_forms_;
    Handle::parseContentStream(form, this);
    --depth_of_forms_;
    operands_ = outer_operands;
    resources_ = outer_resources;
    state_ = outside;
  }

  Handle resources_;
  FontReaders& fonts_;
  ContentFacts& facts_;
  std::vector<Handle> operands_;
  std::vector<State> states_;
  std::vector<Marked> marked_;
  State state_;
  int depth_of_forms_ = 0;
};

}  // namespace

ContentFacts scan_page(QPDFPageObjectHelper page, FontReaders& fonts) {
  ContentFacts facts;
  Scanner scanner(page.getAttribute("/Resources", false), fonts, facts);
  page.parseContents(&scanner);
  return facts;
}

}  // namespace banxin::preflight
