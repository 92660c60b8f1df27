// A file descriptor of the system, closed when it goes out of scope.
#pragma once

#include <unistd.h>

#include <utility>

namespace banxin {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  /// Negative: none.
  int number() const { return number_; }
  /// Closes it now; false when what was written to it may be lost (errno says why).
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

}  // namespace banxin
