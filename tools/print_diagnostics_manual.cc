// Prints the manual of diagnostics: what docs/diagnostics.md holds.
#include <cstdio>

#include "cli/explain_command.h"

int main() {
  const std::string manual = banxin::diagnostics_manual();
  return std::fwrite(manual.data(), 1, manual.size(), stdout) == manual.size() ? 0 : 1;
}
