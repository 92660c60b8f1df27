// Lengths as integers, so that layout comes out the same on every machine.
#pragma once

#include <compare>
#include <cstdint>

namespace banxin {

/// A length along either axis: a 64-bit count of 1/1024 pt (1 pt = 1/72 in). Integers add up without drift; the
/// only roundings are those of `scaled()` and `from_points()`, to nearest, halves away from zero.
class Length {
 public:
  static constexpr std::int64_t units_per_point = 1024;

  constexpr Length() = default;
  static constexpr Length from_raw(std::int64_t raw) { return Length(raw); }
  static constexpr Length from_points(double points) {
    const double units = points * units_per_point;
    return Length(static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5));
  }
  static constexpr Length from_millimetres(double millimetres) { return from_points(millimetres * 72.0 / 25.4); }

  constexpr std::int64_t raw() const { return raw_; }
  constexpr double points() const { return static_cast<double>(raw_) / units_per_point; }

  /// This length times `numerator / denominator`, rounded to nearest. `denominator` > 0.
  constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
    const Wide product = static_cast<Wide>(raw_) * numerator;
    const Wide half = denominator / 2;
    return Length(static_cast<std::int64_t>((product < 0 ? product - half : product + half) / denominator));
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-raw_); }
  constexpr Length& operator+=(Length other) {
    raw_ += other.raw_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    raw_ -= other.raw_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.raw_ + b.raw_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.raw_ - b.raw_); }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length(a.raw_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return Length(a.raw_ * n); }

 private:
  __extension__ using Wide = __int128;  // GCC's and Clang's own; not of ISO C++, hence __extension__

  explicit constexpr Length(std::int64_t raw) : raw_(raw) {}
  std::int64_t raw_ = 0;
};

namespace literals {
constexpr Length operator""_pt(long double points) { return Length::from_points(static_cast<double>(points)); }
constexpr Length operator""_pt(unsigned long long points) {
  return Length::from_raw(static_cast<std::int64_t>(points) * Length::units_per_point);
}
}  // namespace literals

}  // namespace banxin
