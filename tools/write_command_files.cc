// Writes the manual pages and the completion of shells into a folder: what cmake --install puts where they are looked for.
#include <filesystem>
#include <iostream>

#include "base/file_access.h"
#include "base/whole_file.h"
#include "cli/manual_page.h"

int main(int argc, char** argv) {
  using namespace banxin;
  if (argc != 2) {
    std::cerr << "usage: write_command_files FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::pair<const char*, std::string> files[] = {{"banxin.1", manual_page(MessageLanguage::english)},
                                                       {"banxin.zh_CN.1", manual_page(MessageLanguage::chinese)},
                                                       {"banxin.bash", bash_completion()},
                                                       {"_banxin", zsh_completion()},
                                                       {"banxin.fish", fish_completion()}};
  for (const auto& [name, text] : files) {
    if (write_file_whole(folder / name, text)) {
      std::cerr << "cannot write " << folder / name << "\n";
      return 3;
    }
  }
  return 0;
}
