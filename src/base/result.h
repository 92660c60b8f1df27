// A value, or the reason there is none: for stages that cannot go on (GCC 12 has no <expected>).
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace banxin {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor): `return value;`
  Result(Diagnostic failure) : content_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return content_.index() == 0; }
  T& operator*() { return std::get<0>(content_); }
  const T& operator*() const { return std::get<0>(content_); }
  T* operator->() { return &std::get<0>(content_); }
  const T* operator->() const { return &std::get<0>(content_); }
  const Diagnostic& failure() const { return std::get<1>(content_); }

  /// The value, or nothing after handing the failure to `sink`.
  std::optional<T> value_or_report(DiagnosticSink& sink) && {
    if (*this) return std::move(**this);
    sink.add(failure());
    return std::nullopt;
  }

 private:
  std::variant<T, Diagnostic> content_;
};

}  // namespace banxin
