#include "unit/line/composition_example.h"

#include <yaml-cpp/yaml.h>

#include <cmath>
#include <map>

namespace banxin::test {
namespace {

/// The value that `name` stands for; an unknown name throws, which stops the test.
template <typename T>
void choose(T& option, const YAML::Node& node, const std::map<std::string, T>& values) {
  if (node) option = values.at(node.as<std::string>());
}

void thousandths(int& option, const YAML::Node& node) {
  if (node) option = static_cast<int>(std::lround(node.as<double>() * 1000));
}

CompositionOptions read_options(const YAML::Node& inputs) {
  CompositionOptions options;
  choose(options.locale, inputs["locale"], {{"zh-Hans", Locale::zh_hans}, {"zh-Hant", Locale::zh_hant_tw}, {"ja", Locale::ja}});
  options.final_stop_adjustable = options.locale != Locale::ja;
  choose(options.level, inputs["level"],
         {{"none", BreakLevel::none},
          {"basic", BreakLevel::basic},
          {"gb", BreakLevel::gb},
          {"strict", BreakLevel::strict},
          {"loose", BreakLevel::zh_loose},
          {"ja-very-strict", BreakLevel::ja_very_strict},
          {"ja-strict", BreakLevel::ja_strict},
          {"ja-loose", BreakLevel::ja_loose},
          {"ja-newspaper", BreakLevel::ja_newspaper},
          {"auto", BreakLevel::automatic}});
  choose(options.width, inputs["width"],
         {{"quanjiao", PunctuationWidth::quanjiao},
          {"kaiming", PunctuationWidth::kaiming},
          {"banjiao", PunctuationWidth::banjiao},
          {"hangmobanjiao", PunctuationWidth::hangmobanjiao},
          {"plain", PunctuationWidth::plain},
          {"jis", PunctuationWidth::jis}});
  choose(options.edge_start, inputs["edge_start"], {{"trim", EdgeStart::trim}, {"keep", EdgeStart::keep}});
  choose(options.edge_end, inputs["edge_end"],
         {{"trim", EdgeEnd::trim}, {"allow", EdgeEnd::allow}, {"keep", EdgeEnd::keep}, {"jis", EdgeEnd::jis}});
  choose(options.hang, inputs["hang"], {{"off", Hanging::off}, {"allow-end", Hanging::allow_end}, {"force-end", Hanging::force_end}});
  choose(options.adjust, inputs["adjust"],
         {{"least", Adjustment::least},
          {"push-in-first", Adjustment::push_in_first},
          {"push-out-first", Adjustment::push_out_first},
          {"push-out-only", Adjustment::push_out_only}});
  choose(options.final_stop_adjustable, inputs["final_stop"], {{"adjustable", true}, {"rigid", false}});
  options.edge_first = options.edge_start == EdgeStart::keep ? 500 : 0;
  thousandths(options.edge_first, inputs["edge_first"]);
  thousandths(options.autospace, inputs["autospace"]);
  thousandths(options.adjacent, inputs["adjacent"]);
  thousandths(options.least_beside_bracket, inputs["least_beside_bracket"]);
  if (inputs["collapse_typed_space"]) options.collapse_typed_space = inputs["collapse_typed_space"].as<bool>();
  if (inputs["min_last"]) options.min_last = inputs["min_last"].as<int>();
  options.hyphenate = false;
  return options;
}

CompositionExample read_example(const YAML::Node& node) {
  CompositionExample example;
  example.id = node["id"].as<std::string>();
  example.note = node["note"].as<std::string>();
  const YAML::Node inputs = node["inputs"];
  example.text = inputs["text"].as<std::string>();
  example.options = read_options(inputs);
  if (inputs["measure"]) example.measure = inputs["measure"].as<double>();
  if (inputs["indent"]) example.indent = inputs["indent"].as<double>();
  if (node["quotes"]) example.quotes = node["quotes"].as<std::vector<std::string>>();
  if (node["breaks"]) example.breaks = node["breaks"].as<std::string>();
  if (node["lines"]) example.lines = node["lines"].as<std::vector<std::string>>();
  if (node["ink_x"]) example.ink = node["ink_x"].as<std::vector<std::vector<std::pair<std::string, double>>>>();
  return example;
}

}  // namespace

std::vector<CompositionExample> read_composition_examples() {
  std::vector<CompositionExample> examples;
  for (const YAML::Node& node : YAML::LoadFile(BANXIN_SOURCE_DIR "/tests/data/composition-examples.yaml"))
    examples.push_back(read_example(node));
  return examples;
}

}  // namespace banxin::test
