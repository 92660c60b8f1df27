// The program banxin.

#include "cli/options.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  const banxin::ParsedCommandLine parsed = banxin::parse_command_line(argc, argv);
  return parsed.command ? banxin::run_command(*parsed.command) : parsed.status;
}
