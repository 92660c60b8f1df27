// Prints the manual of style keys: what docs/style.md holds.
#include <cstdio>

#include "style/style_manual.h"

int main() {
  const std::string manual = banxin::style_manual();
  return std::fwrite(manual.data(), 1, manual.size(), stdout) == manual.size() ? 0 : 1;
}
