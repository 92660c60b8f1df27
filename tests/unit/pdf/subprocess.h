// Runs other programs on files of a test: validators and text extractors.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace banxin::test {

struct ProgramOutput {
  int status = 0;
  std::string text;  ///< standard output and standard error
};

inline ProgramOutput run_program(const std::string& command) {
  ProgramOutput output;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {-1, "cannot run " + command};
  std::array<char, 4096> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) output.text.append(buffer.data(), count);
  output.status = pclose(pipe);
  return output;
}

/// A file in the test's own temporary folder; removed when it goes.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string("banxin-") + test->test_suite_name() + '-' + test->name() + ".pdf";
    for (char& c : name) c = c == '/' ? '-' : c;
    path_ = std::filesystem::temp_directory_path() / name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace banxin::test
