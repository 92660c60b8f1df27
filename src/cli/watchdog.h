// Ends the program when a library does not come back from an article in time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>

namespace banxin {

/// An article that takes too long ends by itself between two of its steps (base/deadline.h). This is for one step that never ends, which
/// only the end of the program stops.
class Watchdog {
  struct Watched {
    std::string name;
    std::chrono::steady_clock::time_point end;
  };

 public:
  /// Gives what is to be said of an article that was overrun, by its name.
  using Words = std::function<std::string(const std::string& name)>;

  /// Lets every article have `limit`; when it is past, prints to standard error what `words` gives and leaves with `exit_machine_failed`.
  Watchdog(std::chrono::milliseconds limit, Words words);

  /// An article that is worked on as long as this lives.
  class Watch {
   public:
    Watch(Watchdog& dog, std::string name);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

   private:
    Watchdog& dog_;
    std::list<Watched>::iterator at_;
  };

 private:
  void run(const std::stop_token& stop);

  const std::chrono::milliseconds limit_;
  const Words words_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::list<Watched> watched_;  ///< the one that ends first, first
  std::jthread thread_;
};

}  // namespace banxin
