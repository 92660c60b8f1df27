// Articles made up from a seed: every kind of block, in any order, with markup, other languages and figures.
#pragma once

#include <string>

namespace banxin::test {

/// YAML that builds without an error.
std::string random_article(unsigned seed);

}  // namespace banxin::test
