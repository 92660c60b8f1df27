// Numbers of objects of a figure.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <cmath>
#include <vector>

#include "press/figure_limits.h"

namespace banxin {

/// The numbers of an array; empty when it is none. Throws `UnreadableFigure` when something else stands between them.
inline std::vector<double> numbers_of(QPDFObjectHandle array) {
  std::vector<double> numbers;
  for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
    if (!array.getArrayItem(i).isNumber()) throw UnreadableFigure();
    numbers.push_back(array.getArrayItem(i).getNumericValue());
  }
  return numbers;
}

/// An integer of a dictionary from `least` to `most`; throws `UnreadableFigure` when it is not that.
inline int integer_of(QPDFObjectHandle dictionary, const char* key, int least, int most) {
  QPDFObjectHandle value = dictionary.getKey(key);
  if (!value.isInteger() || value.getIntValue() < least || value.getIntValue() > most) throw UnreadableFigure();
  return static_cast<int>(value.getIntValue());
}

/// Within 0-1; what is no number is 0.
inline double unit(double value) { return value >= 0 ? std::fmin(value, 1) : 0; }

inline QPDFObjectHandle array_of(const std::vector<double>& numbers) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double number : numbers) array.appendItem(QPDFObjectHandle::newReal(number, 6, true));
  return array;
}

}  // namespace banxin
