// What to look for: two or three characters become as wide as asked for, by the spaces between them alone; anything longer, other or
// wider stays as it is.
#include "layout/spread.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace banxin {
namespace {

constexpr Length em = Length::from_points(10);

/// Each run's text with its tracking in tenths of an em: `张:10 三:0`.
std::string spread(std::string_view text, const std::vector<TextRange>& names, int width = 3000) {
  StyledText styled;
  styled.text = SourceText(std::string(text));
  CharacterStyle style;
  style.size = em;
  styled.runs = {{0, static_cast<std::uint32_t>(text.size()), style}};
  spread_names(styled, names, width);
  std::string result;
  for (const StyledRun& run : styled.runs) {
    const std::string tracking = std::to_string(run.style.tracking.scaled(10, em.raw()).raw());
    result += (result.empty() ? "" : " ") + std::string(text.substr(run.begin, run.end - run.begin)) + ':' + tracking;
  }
  return result;
}

TEST(SpreadNames, TakesTwoCharactersApart) { EXPECT_EQ(spread("王明", {{0, 6}}), "王:10 明:0"); }

TEST(SpreadNames, TakesThreeCharactersApartEvenly) { EXPECT_EQ(spread("王小明", {{0, 9}}, 5000), "王小:10 明:0"); }

TEST(SpreadNames, KeepsANameApartFromTheNext) { EXPECT_EQ(spread("记者王明，", {{6, 12}}), "记者:0 王:10 明:5 ，:0"); }

TEST(SpreadNames, KeepsAllNamesOfAListApart) {
  EXPECT_EQ(spread("王明　欧阳修　李四", {{0, 6}, {9, 18}, {21, 27}}), "王:10 明:5 　欧阳:0 修:5 　:0 李:10 四:0");
}

TEST(SpreadNames, LeavesWhatIsLongOtherOrWideEnough) {
  EXPECT_EQ(spread("王小明", {{0, 9}}), "王小明:0");
  EXPECT_EQ(spread("欧阳小明", {{0, 12}}, 8000), "欧阳小明:0");
  EXPECT_EQ(spread("王", {{0, 3}}), "王:0");
  EXPECT_EQ(spread("AB", {{0, 2}}), "AB:0");
  EXPECT_EQ(spread("王。", {{0, 6}}), "王。:0");
}

}  // namespace
}  // namespace banxin
