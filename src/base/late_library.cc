#include "base/late_library.h"

#include <dlfcn.h>

namespace banxin {
namespace {

std::string last_error() {
  const char* error = dlerror();
  return error != nullptr ? error : "no such library or function";
}

}  // namespace

void* LateLibrary::load() const {
  void* handle = handle_.load(std::memory_order_acquire);
  if (handle != nullptr) return handle;
  handle = dlopen(file_, RTLD_LAZY | RTLD_LOCAL);  // the same handle, should another thread be here too
  handle_.store(handle, std::memory_order_release);
  return handle;
}

bool LateLibrary::is_there() const { return load() != nullptr; }

void* LateLibrary::symbol(const char* name) const {
  void* handle = load();
  void* address = handle != nullptr ? dlsym(handle, name) : nullptr;
  if (address == nullptr) throw std::runtime_error(last_error());
  return address;
}

}  // namespace banxin
