// docs/style.md says what the tables of style keys say.
#include "style/style_manual.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "style/style_keys.h"

namespace banxin {
namespace {

TEST(StyleManual, IsUpToDate) {
  std::ifstream file(BANXIN_SOURCE_DIR "/docs/style.md", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(written, style_manual()) << "run tools/make-docs";
}

TEST(StyleManual, NamesEveryKey) {
  const std::string manual = style_manual();
  for (const StyleKey& key : all_style_keys()) {
    const std::string name = key.path.starts_with("text.") ? key.path.substr(key.path.rfind('.') + 1) : key.path;
    EXPECT_NE(manual.find("`" + name + "`"), std::string::npos) << key.path;
  }
}

}  // namespace
}  // namespace banxin
