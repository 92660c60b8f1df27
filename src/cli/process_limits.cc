#include "cli/process_limits.h"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "cli/options.h"

namespace banxin {

namespace {

/// Looked at by a signal's handler, which may call next to nothing.
std::string_view said_at_end;

void leave(int) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, said_at_end.data(), said_at_end.size());
  std::_Exit(exit_machine_failed);
}

}  // namespace

bool limit_memory(std::size_t bytes) {
  // Private memory that is written to: files that are mapped to be read are no burden, and address space costs nothing.
  rlimit limit{};
  if (::getrlimit(RLIMIT_DATA, &limit) != 0) return false;
  if (limit.rlim_cur == RLIM_INFINITY || bytes < limit.rlim_cur) limit.rlim_cur = bytes;
  return ::setrlimit(RLIMIT_DATA, &limit) == 0;
}

void say_when_aborted(std::string words) {
  static std::string kept;
  kept = std::move(words);
  said_at_end = kept;
  std::signal(SIGABRT, leave);
}

}  // namespace banxin
