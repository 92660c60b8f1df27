#include "cli/watchdog.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "cli/options.h"

namespace banxin {

Watchdog::Watchdog(std::chrono::milliseconds limit, Words words)
    : limit_(limit), words_(std::move(words)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Watchdog::Watch::Watch(Watchdog& dog, std::string name) : dog_(dog) {
  const std::scoped_lock lock(dog_.mutex_);
  at_ = dog_.watched_.insert(dog_.watched_.end(), {std::move(name), std::chrono::steady_clock::now() + dog_.limit_});
  dog_.changed_.notify_all();
}

Watchdog::Watch::~Watch() {
  const std::scoped_lock lock(dog_.mutex_);
  dog_.watched_.erase(at_);
}

void Watchdog::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    if (watched_.empty()) {
      changed_.wait(lock, stop, [this] { return !watched_.empty(); });
      continue;
    }
    const Watched first = watched_.front();
    if (std::chrono::steady_clock::now() < first.end) {
      changed_.wait_until(lock, stop, first.end, [] { return false; });
      continue;
    }
    // Nothing of the program may be waited for any more, streams neither.
    const std::string said = words_(first.name);
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, said.data(), said.size());
    std::_Exit(exit_machine_failed);
  }
}

}  // namespace banxin
