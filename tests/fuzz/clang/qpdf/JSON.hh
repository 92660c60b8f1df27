// For clang alone, before libqpdf's header of that name: it holds a vector of a class that is not complete yet, and into a constexpr
// destructor, as GCC's vector has in C++20, clang looks at once. The vector that it gets here differs in that alone.
#pragma once

#include <qpdf/DLL.h>
#include <qpdf/PointerHolder.hh>
#include <qpdf/Types.h>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace std {
template <typename T>
struct VectorDestroyedLater : vector<T> {
  using vector<T>::vector;
  ~VectorDestroyedLater() {}  // NOLINT(modernize-use-equals-default): a defaulted one would be constexpr
};
}  // namespace std

#define vector VectorDestroyedLater
#include_next <qpdf/JSON.hh>
#undef vector
