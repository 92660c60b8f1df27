// What to look for: tables as offices save them, every value kept as written, and what is wrong with one told by its row.
#include "data/rows.h"

#include <gmock/gmock.h>

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::string fault_of(const std::string& name, std::string_view bytes) {
  const Result<DataTable> table = DataTable::read(name, bytes);
  return table ? std::string() : table.failure().message.code;
}

TEST(DataTable, ReadsCsvWithQuotesCommasAndLineBreaksInValues) {
  const Result<DataTable> table = DataTable::read("a.csv", "name,says\r\n王小明,\"他说：\"\"好, 好。\"\"\n再见\"\r\n李雷,007\r\n");
  ASSERT_TRUE(table);
  EXPECT_THAT(table->fields(), ElementsAre("name", "says"));
  ASSERT_EQ(table->size(), 2u);
  EXPECT_THAT(table->row(0), ElementsAre(Pair("name", "王小明"), Pair("says", "他说：\"好, 好。\"\n再见")));
  EXPECT_THAT(table->row(1), ElementsAre(Pair("name", "李雷"), Pair("says", "007")));
}

TEST(DataTable, ReadsTheTablesOfChineseOffices) {
  // GB18030, as Excel saves CSV in China; semicolons; tabs; a byte order mark.
  const Result<DataTable> gb =
      DataTable::read("a.csv", "\xd0\xd5\xc3\xfb,\xb0\xe0\xbc\xb6\n\xcd\xf5\xd0\xa1\xc3\xf7,\xc8\xfd\xc4\xea\xd2\xbb\xb0\xe0\n");
  ASSERT_TRUE(gb);
  EXPECT_THAT(gb->row(0), ElementsAre(Pair("姓名", "王小明"), Pair("班级", "三年一班")));
  const Result<DataTable> semicolons = DataTable::read("a.csv", "\xef\xbb\xbf姓名;班级\n王,一\n");
  ASSERT_TRUE(semicolons);
  EXPECT_THAT(semicolons->fields(), ElementsAre("姓名", "班级"));
  EXPECT_THAT(semicolons->row(0), ElementsAre(Pair("姓名", "王,一"), Pair("班级", std::nullopt)));
  const Result<DataTable> tabs = DataTable::read("a.tsv", "姓名\t班级\n王\t一\n");
  ASSERT_TRUE(tabs);
  EXPECT_THAT(tabs->fields(), ElementsAre("姓名", "班级"));
}

TEST(DataTable, EmptyCellsAndMissingNamesAreNoValue) {
  const Result<DataTable> csv = DataTable::read("a.csv", "a,b,c\n1,,3\n\n1\n");
  ASSERT_TRUE(csv);
  ASSERT_EQ(csv->size(), 2u);
  EXPECT_THAT(csv->row(0), ElementsAre(Pair("a", "1"), Pair("b", std::nullopt), Pair("c", "3")));
  EXPECT_THAT(csv->row(1), ElementsAre(Pair("a", "1"), Pair("b", std::nullopt), Pair("c", std::nullopt)));
  const Result<DataTable> json = DataTable::read("a.json", R"([{"a": 1.50, "b": true}, {"c": "", "b": null}])");
  ASSERT_TRUE(json);
  EXPECT_THAT(json->row(0), ElementsAre(Pair("a", "1.5"), Pair("b", "true"), Pair("c", std::nullopt)));
  EXPECT_THAT(json->row(1), ElementsAre(Pair("a", std::nullopt), Pair("b", std::nullopt), Pair("c", "")));
}

TEST(DataTable, TellsWhatIsWrong) {
  EXPECT_EQ(fault_of("a.csv", "a,b\n1,\"2\n"), "data-csv-quote");
  EXPECT_EQ(fault_of("a.csv", "a,b\n1,2,3\n"), "data-csv-long");
  EXPECT_EQ(fault_of("a.csv", "a,a\n1,2\n"), "data-field-name");
  EXPECT_EQ(fault_of("a.csv", "a,\n1,2\n"), "data-field-name");
  EXPECT_EQ(fault_of("a.csv", "a,b\n"), "data-empty");
  EXPECT_EQ(fault_of("a.csv", ""), "data-empty");
  EXPECT_EQ(fault_of("a.xlsx", std::string_view("PK\x03\x04\0\0\0", 7)), "data-not-text");
  EXPECT_EQ(fault_of("a.json", "[{]"), "data-json");
  EXPECT_EQ(fault_of("a.json", R"({"a": 1})"), "data-json-form");
  EXPECT_EQ(fault_of("a.json", R"([{"a": [1]}])"), "data-json-form");
  EXPECT_EQ(fault_of("a.json", "[]"), "data-empty");
}

}  // namespace
}  // namespace banxin
