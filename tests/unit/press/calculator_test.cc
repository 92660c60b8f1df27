// Calculator functions.
#include "press/calculator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "press/figure_limits.h"

namespace banxin {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

std::vector<double> run(const std::string& program, const std::vector<double>& operands = {}) { return Calculator(program).run(operands); }

struct Example {
  std::string program;
  std::vector<double> operands, expected;
};

class Operators : public testing::TestWithParam<Example> {};

TEST_P(Operators, DoWhatTheStandardSays) {
  EXPECT_THAT(run(GetParam().program, GetParam().operands), Pointwise(DoubleNear(1e-9), GetParam().expected)) << GetParam().program;
}

// Results as the PostScript Language Reference gives them in its examples of each operator.
INSTANTIATE_TEST_SUITE_P(OfArithmetic, Operators,
                         testing::Values(Example{"{add}", {3, 4}, {7}}, Example{"{sub}", {3, 4}, {-1}}, Example{"{mul}", {3, 4}, {12}},
                                         Example{"{div}", {3, 2}, {1.5}}, Example{"{div}", {3, 0}, {0}}, Example{"{idiv}", {-5, 2}, {-2}},
                                         Example{"{mod}", {-5, 3}, {-2}}, Example{"{neg}", {4.5}, {-4.5}}, Example{"{abs}", {-3}, {3}},
                                         Example{"{ceiling}", {-4.8}, {-4}}, Example{"{floor}", {-4.8}, {-5}},
                                         Example{"{round}", {-6.5}, {-6}}, Example{"{truncate}", {-4.8}, {-4}},
                                         Example{"{cvi}", {3.2}, {3}}, Example{"{cvr}", {3}, {3}}, Example{"{sqrt}", {9}, {3}},
                                         Example{"{exp}", {9, 0.5}, {3}}, Example{"{ln}", {10}, {2.302585092994}},
                                         Example{"{log}", {100}, {2}}, Example{"{sin}", {30}, {0.5}}, Example{"{cos}", {90}, {0}},
                                         Example{"{atan}", {-1, 0}, {270}}, Example{"{atan}", {1, 1}, {45}}));

INSTANTIATE_TEST_SUITE_P(OfBitsAndTruth, Operators,
                         testing::Values(Example{"{true false and}", {}, {0}}, Example{"{true false or}", {}, {1}},
                                         Example{"{true true xor}", {}, {0}}, Example{"{true not}", {}, {0}},
                                         Example{"{52 not}", {}, {-53}}, Example{"{99 1 and}", {}, {1}}, Example{"{17 5 or}", {}, {21}},
                                         Example{"{7 3 bitshift}", {}, {56}}, Example{"{142 -3 bitshift}", {}, {17}},
                                         Example{"{1 2 lt}", {}, {1}}, Example{"{2 2 le}", {}, {1}}, Example{"{2 2 gt}", {}, {0}},
                                         Example{"{2 2 ge}", {}, {1}}, Example{"{2 2 eq}", {}, {1}}, Example{"{2 2 ne}", {}, {0}}));

INSTANTIATE_TEST_SUITE_P(OfTheStack, Operators,
                         testing::Values(Example{"{pop}", {1, 2}, {1}}, Example{"{exch}", {1, 2}, {2, 1}}, Example{"{dup}", {1}, {1, 1}},
                                         Example{"{2 copy}", {1, 2, 3}, {1, 2, 3, 2, 3}}, Example{"{0 index}", {1, 2}, {1, 2, 2}},
                                         Example{"{3 index}", {4, 3, 2, 1}, {4, 3, 2, 1, 4}}, Example{"{3 -1 roll}", {1, 2, 3}, {2, 3, 1}},
                                         Example{"{3 1 roll}", {1, 2, 3}, {3, 1, 2}}, Example{"{3 0 roll}", {1, 2, 3}, {1, 2, 3}}));

INSTANTIATE_TEST_SUITE_P(OfChoice, Operators,
                         testing::Values(Example{"{dup 0.5 gt {pop 1} if}", {0.7}, {1}}, Example{"{dup 0.5 gt {pop 1} if}", {0.2}, {0.2}},
                                         Example{"{0.5 lt {10} {20} ifelse 1 add}", {0.2}, {11}},
                                         Example{"{0.5 lt {10} {20} ifelse 1 add}", {0.7}, {21}},
                                         Example{"{0 gt{% a comment }\n1 2 lt {3} {4} ifelse}{5}ifelse}", {1}, {3}}));

TEST(Calculator, RefusesWhatIsNoProgram) {
  for (const char* program : {"", "{", "1 add", "{1 add", "{unknown}", "{true {1}}", "{true {1} {2} if}", "{true {1} ifelse}", "{1.5.2}"})
    EXPECT_THROW(Calculator{program}, UnreadableFigure) << program;
  std::string deep = "{";
  for (int i = 0; i < 100; ++i) deep += "true {";
  EXPECT_THROW(Calculator{deep}, UnreadableFigure) << "braces that would use up the machine's own stack";
}

TEST(Calculator, RefusesStacksThatRunEmptyOrOver) {
  for (const char* program : {"{add}", "{pop pop}", "{-1 index}", "{9 index}", "{9 1 roll}", "{-2 copy}"})
    EXPECT_THROW(run(program, {1}), UnreadableFigure) << program;
  std::string many = "{";
  for (int i = 0; i < 101; ++i) many += "1 ";
  EXPECT_THROW(run(many + "}"), UnreadableFigure);
}

}  // namespace
}  // namespace banxin
