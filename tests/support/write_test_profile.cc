// Writes the test's CMYK profile to the file that it is given, for tests that run the program.
#include <fstream>

#include "support/test_profile.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ofstream file(argv[1], std::ios::binary);
  file << banxin::test::cmyk_profile();
  return file.flush() ? 0 : 1;
}
