// Libraries in C that few runs need: loaded when the first of their functions is called, so that all others start without them.
#pragma once

#include <atomic>
#include <stdexcept>
#include <string>

namespace banxin {

/// A shared library by its file name, as `libcairo.so.2`; once loaded it stays. Safe for several threads.
class LateLibrary {
 public:
  constexpr explicit LateLibrary(const char* file) : file_(file) {}

  /// Loads it; false when the machine does not have it, or not whole.
  bool is_there() const;
  /// Loads it. Throws `std::runtime_error` when it, or a symbol of this name, is not there.
  void* symbol(const char* name) const;

 private:
  void* load() const;

  const char* file_;
  mutable std::atomic<void*> handle_ = nullptr;
};

/// A function of a late library, called like the function itself.
template <typename Function>
class LateFunction;

template <typename Result, typename... Parameters>
class LateFunction<Result(Parameters...)> {
 public:
  constexpr LateFunction(const LateLibrary& library, const char* name) : library_(library), name_(name) {}

  /// Throws as `LateLibrary::symbol` does: ask `is_there` before the first call.
  Result operator()(Parameters... arguments) const {
    void* address = address_.load(std::memory_order_acquire);
    if (address == nullptr) address_.store(address = library_.symbol(name_), std::memory_order_release);
    return reinterpret_cast<Result (*)(Parameters...)>(address)(arguments...);
  }

 private:
  const LateLibrary& library_;
  const char* name_;
  mutable std::atomic<void*> address_ = nullptr;
};

/// For `std::unique_ptr`: gives an object back by a late function.
template <auto& release>
struct LateRelease {
  template <typename T>
  void operator()(T* object) const {
    if (object != nullptr) release(object);
  }
};

}  // namespace banxin

/// Declares a late function under the name it has in its header; inside banxin this name then means the late one.
#define BANXIN_LATE_FUNCTION(library, name) inline constinit LateFunction<decltype(::name)> name(library, #name)
