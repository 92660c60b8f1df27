// Variables and conditions of furniture.
#include "style/furniture.h"

#include <gmock/gmock.h>

#include <map>

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string look_up(std::string_view name) {
  static const std::map<std::string, std::string, std::less<>> values = {
      {"page", "3"}, {"title", "题"}, {"section", ""}, {"column", "栏目"}};
  const auto found = values.find(name);
  return found == values.end() ? "" : found->second;
}

TEST(FillVariables, PutsValuesInPlaceOfNames) {
  EXPECT_EQ(fill_variables("第${page}版　${title}", look_up), "第3版　题");
  EXPECT_EQ(fill_variables("no variable", look_up), "no variable");
  EXPECT_EQ(fill_variables("${section|column}", look_up), "栏目");
  EXPECT_EQ(fill_variables("${column|title}", look_up), "栏目");
}

TEST(FillVariables, LeavesNoSpaceBesideAnEmptyValue) {
  EXPECT_EQ(fill_variables("${title}　${section}", look_up), "题");
  EXPECT_EQ(fill_variables("${section} 　${title}", look_up), "题");
  EXPECT_EQ(fill_variables("${section}", look_up), "");
}

TEST(FillRuns, TellsBoldPartsApartAndLeavesMarksOfValuesAlone) {
  const auto parts = [](std::string_view text) {
    std::vector<std::pair<std::string, bool>> result;
    for (const FilledRun& run :
         fill_runs(text, [](std::string_view name) { return name == "title" ? "a**b" : std::string(look_up(name)); }))
      result.emplace_back(run.text, run.strong);
    return result;
  };
  using Part = std::pair<std::string, bool>;
  EXPECT_THAT(parts("**${page}** ／ ${page}"), ElementsAre(Part{"3", true}, Part{" ／ 3", false}));
  EXPECT_THAT(parts("${title}"), ElementsAre(Part{"a**b", false}));
  EXPECT_THAT(parts("**${section}** 　"), IsEmpty());
  EXPECT_THAT(parts(" **${page}** "), ElementsAre(Part{"3", true}));
}

TEST(VariableUses, TellsWhatIsNotClosed) {
  bool unclosed = false;
  EXPECT_THAT(variable_uses("${page", &unclosed), IsEmpty());
  EXPECT_TRUE(unclosed);
  const auto uses = variable_uses("a ${page|pages} b", &unclosed);
  EXPECT_FALSE(unclosed);
  ASSERT_EQ(uses.size(), 1u);
  EXPECT_THAT(uses[0].names, ElementsAre("page", "pages"));
  EXPECT_EQ(uses[0].begin, 2u);
  EXPECT_EQ(uses[0].end, 15u);
}

TEST(Conditions, AllGroupsMustSayAndNoneOfUnless) {
  const auto holds = [](std::string when, std::string unless) {
    FurnitureItem item;
    item.when = std::move(when);
    item.unless = std::move(unless);
    return conditions_hold(item, look_up);
  };
  EXPECT_TRUE(holds("", ""));
  EXPECT_TRUE(holds("page title", ""));
  EXPECT_FALSE(holds("page section", ""));
  EXPECT_TRUE(holds("page section|column", ""));
  EXPECT_TRUE(holds("", "section"));
  EXPECT_FALSE(holds("page", "section column"));
}

}  // namespace
}  // namespace banxin
