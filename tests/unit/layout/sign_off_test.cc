// What to look for: names with seals stand in rows that hold as many as have room, the last name over the date; without seals below each
// other.
#include "layout/sign_off.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace banxin {
namespace {

constexpr Length em = Length::from_points(10);

/// A text so many characters wide.
SignOffText text(int characters) {
  Line line;
  line.ink_end = em * characters;
  SignOffText result;
  result.galley.lines = GalleyLines(std::vector<Line>{line});
  return result;
}

std::vector<SignOffText> names(std::initializer_list<int> widths) {
  std::vector<SignOffText> result;
  for (const int width : widths) result.push_back(text(width));
  return result;
}

/// Seals of ten characters, one between them.
MatterStyle look() {
  MatterStyle look;
  look.seal = em * 10;
  look.between_seals = em;
  return look;
}

/// Each row's lines, then `x@line` of each text in characters: `3: 4@2 15@2`.
std::string rows(const std::vector<SignOffText>& signatures, int date, bool sealed, int width) {
  const int in_row = names_in_row(signatures, text(date), sealed, look(), em * width, em);
  std::string result;
  for (const SignOffRow& row : sign_off_rows(signatures, text(date), sealed, look(), in_row, em * width, em)) {
    result += (result.empty() ? "" : " | ") + std::to_string(row.lines) + ":";
    for (const SignOffRow::Text& part : row.texts)
      result += " " + std::to_string(part.x.raw() / em.raw()) + "@" + std::to_string(part.line);
  }
  return result;
}

TEST(SignOff, CentresOneSealedNameOnTheDate) { EXPECT_EQ(rows(names({6}), 8, true, 40), "4: 29@2 28@3"); }

TEST(SignOff, StandsSealedNamesBesideEachOtherLastOverTheDate) { EXPECT_EQ(rows(names({6, 4}), 8, true, 40), "4: 18@2 30@2 28@3"); }

TEST(SignOff, PutsWhatIsLeftOverBelowTheLastOfEachRow) {
  EXPECT_EQ(rows(names({4, 4, 4, 4}), 8, true, 40), "3: 8@2 19@2 30@2 | 4: 30@2 28@3");
}

TEST(SignOff, KeepsAnEmBetweenNamesWiderThanSeals) { EXPECT_EQ(rows(names({12, 12}), 8, true, 40), "4: 13@2 26@2 28@3"); }

TEST(SignOff, StandsNamesBelowEachOtherWhereTwoHaveNoRoom) { EXPECT_EQ(rows(names({4, 4}), 8, true, 20), "3: 10@2 | 4: 10@2 8@3"); }

TEST(SignOff, StandsNamesWithoutSealsBelowEachOther) { EXPECT_EQ(rows(names({6, 8}), 7, false, 40), "2: 30@1 | 2: 30@0 32@1"); }

TEST(SignOff, MovesShortNamesInForALongDate) { EXPECT_EQ(rows(names({4}), 8, false, 40), "3: 28@1 30@2"); }

TEST(SignOff, KeepsRowsASealApart) {
  EXPECT_EQ(lines_between_seals(look(), em * 2), 3);  // six lines from name to name: two above each name, the name's own
  EXPECT_EQ(lines_between_seals(look(), em * 11), 0);
}

}  // namespace
}  // namespace banxin
