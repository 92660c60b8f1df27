// What to look for: a library is loaded by the first call, and one that is missing is told before and not crashed into.
#include "base/late_library.h"

#include <gtest/gtest.h>

/// Stand for declarations of the libraries' headers.
extern "C" {
const char* zlibVersion();
int no_such_function(int);
}

namespace banxin {
namespace {

constinit LateLibrary zlib("libz.so.1"), missing("libbanxin-not-here.so.7");

namespace late {
BANXIN_LATE_FUNCTION(zlib, zlibVersion);
constinit LateFunction<int(int)> no_such_function(zlib, "no_such_function"), of_no_library(missing, "zlibVersion");
}  // namespace late

TEST(LateLibrary, CallsAFunctionWithItsResult) {
  EXPECT_TRUE(zlib.is_there());
  EXPECT_EQ(late::zlibVersion()[0], '1') << late::zlibVersion();
}

TEST(LateLibrary, TellsThatAFunctionOrALibraryIsMissing) {
  EXPECT_FALSE(missing.is_there());
  EXPECT_THROW(late::no_such_function(1), std::runtime_error);
  EXPECT_THROW(late::of_no_library(1), std::runtime_error);
}

}  // namespace
}  // namespace banxin
