// The program banxin.

#include <cstdio>
#include <exception>

#include "cli/options.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  try {
    const banxin::ParsedCommandLine parsed = banxin::parse_command_line(argc, argv);
    return parsed.command ? banxin::run_command(*parsed.command) : parsed.status;
  } catch (const std::exception& failure) {  // out of memory, an output that takes no more
    std::fputs("banxin: ", stderr);
    std::fputs(failure.what(), stderr);
    std::fputs("\n", stderr);
    return banxin::exit_machine_failed;
  }
}
