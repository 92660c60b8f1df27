// docs/diagnostics.md says what the tables of messages and examples say.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "cli/explain_command.h"

namespace banxin {
namespace {

TEST(DiagnosticsManual, IsUpToDate) {
  std::ifstream file(BANXIN_SOURCE_DIR "/docs/diagnostics.md", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(written, diagnostics_manual()) << "run tools/make-docs";
}

}  // namespace
}  // namespace banxin
