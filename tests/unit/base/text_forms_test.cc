// Texts in the forms that other formats ask for.
#include <gtest/gtest.h>

#include "base/base64.h"
#include "base/xml_text.h"

namespace banxin {
namespace {

TEST(Base64, GivesTheStandardsExamples) {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"},
                                                          {"\xff\xfe\xfb", "//77"}};
  for (const auto& [bytes, text] : examples) EXPECT_EQ(base64(bytes), text);
}

TEST(XmlText, EscapesMarkupAndLeavesOutWhatXmlCannotHold) {
  EXPECT_EQ(xml_text("<甲 a=\"1\"> & \t\x01乙"), "&lt;甲 a=&quot;1&quot;&gt; &amp; \t乙");
}

}  // namespace
}  // namespace banxin
