// Keys that later versions will give a meaning: known, so that their use is told apart from a slip of the pen.
#include "style/style_keys.h"

namespace banxin {
namespace {

StyleKey reserved(std::string path, std::vector<std::string_view> possible, std::string_view english, std::string_view chinese) {
  std::string default_value(possible.empty() ? std::string_view() : possible.front());
  return {std::move(path),
          {StyleValueKind::later, {}, std::move(possible)},
          std::move(default_value),
          english,
          chinese,
          [](StyleDraft&, const yaml::Value& value, ValueReader& reader) { reader.later(value); }};
}

}  // namespace

std::vector<StyleKey> reserved_keys() {
  return {
      reserved("page.writing", {"horizontal"}, "direction of the lines", "横排或竖排"),
      reserved("composition.normalize", {"none"}, "corrections of the typed text", "对原文的订正"),
  };
}

}  // namespace banxin
