// What the readers of an article's texts share: where faults go, and what the whole file says about its markup.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/diagnostic.h"

namespace banxin {

struct MarkupContext {
  DiagnosticSink& sink;
  std::set<std::string, std::less<>> footnotes = {};  ///< the marks that `footnotes` explains
  bool join_lines = false;                            ///< `wrap: true`
  bool indent_noted = false;                          ///< the note on dropped indents is given once a file
};

}  // namespace banxin
