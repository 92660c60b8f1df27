// A worked example of tests/data/composition-examples.yaml.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/composition_options.h"

namespace banxin::test {

struct CompositionExample {
  std::string id, note, text;
  CompositionOptions options;
  double measure = 0, indent = 0;
  std::vector<std::string> quotes;                               ///< "cjk" or "latin", when the example tells
  std::optional<std::string> breaks;                             ///< the text with | at every legal break
  std::vector<std::string> lines;                                ///< without the spaces at their ends
  std::vector<std::vector<std::pair<std::string, double>>> ink;  ///< for each line: character and left edge of its ink box, in em
};

/// Stops the test program when the file cannot be read.
std::vector<CompositionExample> read_composition_examples();

}  // namespace banxin::test
