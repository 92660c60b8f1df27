#include "style/style_keys.h"

namespace banxin {
namespace {

void append(std::vector<StyleKey>& keys, std::vector<StyleKey> more) {
  for (StyleKey& key : more) keys.push_back(std::move(key));
}

std::vector<StyleKey> generated_text_keys() {
  std::vector<StyleKey> keys = {{"text", {}, "", "how each kind of text is set", "各种文字的排法", nullptr}};
  for (const TextElement& element : text_elements()) {
    const std::string path = "text." + std::string(element.name);
    keys.push_back({path, {}, "", element.english, element.chinese, nullptr});
    for (const TextProperty& property : text_properties()) {
      ValueRule rule = property.rule;
      if (!element.element) rule = {StyleValueKind::later};
      std::string_view default_value;
      for (const TextElement::Default& own : element.defaults) {
        if (own.property == property.name) default_value = own.value;
      }
      keys.push_back({path + "." + std::string(property.name), std::move(rule), std::string(default_value), property.english,
                      property.chinese, nullptr});
    }
  }
  return keys;
}

std::vector<StyleKey> generated_furniture_keys() {
  std::vector<StyleKey> keys = {{"furniture", {}, "", "what stands on the pages outside the text", "正文以外的页面部件", nullptr},
                                {"furniture.*",
                                 {StyleValueKind::removable, {}, {"none"}},
                                 "",
                                 "an item, by a name of the style's choice; none takes away one of the style extended",
                                 "一个部件，名字自取；none 去掉所继承样式里的同名部件",
                                 nullptr}};
  for (const FurnitureKey& key : furniture_keys()) {
    keys.push_back({"furniture.*." + std::string(key.name), key.rule, "", key.english, key.chinese, nullptr});
  }
  for (const TextProperty& property : text_properties()) {
    if (!property.of_furniture) continue;
    keys.push_back({"furniture.*." + std::string(property.name), property.rule, std::string(property.default_value), property.english,
                    property.chinese, nullptr});
  }
  return keys;
}

std::vector<StyleKey> generated_cost_keys() {
  std::vector<StyleKey> keys = {
      {"costs", {}, "", "what the page maker pays for what an editor would rather not see", "排版时各种缺憾的代价", nullptr}};
  const PageCosts defaults;
  for (const PageCostName& cost : page_cost_names()) {
    keys.push_back(
        {"costs." + std::string(cost.name), page_cost_rule(), std::to_string(defaults.*cost.value), cost.english, cost.chinese, nullptr});
  }
  return keys;
}

std::vector<StyleKey> generated_head_rule_keys() {
  std::vector<StyleKey> keys = {{"head.rules.*",
                                 {StyleValueKind::removable, {}, {"none"}},
                                 "",
                                 "a rule, by a name of the style's choice; none takes away one of the style extended",
                                 "一条线，名字自取；none 去掉所继承样式里的同名线",
                                 nullptr}};
  for (const HeadRuleKey& key : head_rule_keys()) {
    keys.push_back({"head.rules.*." + std::string(key.name), key.rule, "", key.english, key.chinese, nullptr});
  }
  return keys;
}

}  // namespace

const ValueRule& page_cost_rule() {
  static const ValueRule rule{StyleValueKind::integer, {0, 1'000'000}};
  return rule;
}

const std::vector<StyleKey>& general_style_keys() {
  static const std::vector<StyleKey> keys = [] {
    std::vector<StyleKey> all = page_keys();
    append(all, output_keys());
    append(all, head_keys());
    append(all, matter_keys());
    append(all, note_keys());
    append(all, worksheet_keys());
    append(all, body_block_keys());
    append(all, font_keys());
    append(all, composition_keys());
    append(all, composition_weight_keys());
    append(all, fit_keys());
    append(all, reserved_keys());
    return all;
  }();
  return keys;
}

const std::vector<StyleKey>& all_style_keys() {
  static const std::vector<StyleKey> keys = [] {
    std::vector<StyleKey> all = {
        {"extends",
         {StyleValueKind::text},
         "",
         "the style that this one changes: the name of one that ships, or a path from this file",
         "所依据的样式：自带样式的名字，或相对本文件的路径",
         nullptr},
        {"colours", {}, "", "names for colours", "颜色的名字", nullptr},
        {"colours.*",
         {StyleValueKind::named_colour},
         "",
         "a colour, or {rgb: ..., cmyk: ...}, of which the output takes the one it needs",
         "一种颜色，或 {rgb: …, cmyk: …}，输出时各取所需",
         nullptr},
    };
    append(all, general_style_keys());
    append(all, generated_text_keys());
    append(all, generated_head_rule_keys());
    append(all, generated_furniture_keys());
    append(all, generated_cost_keys());
    return all;
  }();
  return keys;
}

}  // namespace banxin
