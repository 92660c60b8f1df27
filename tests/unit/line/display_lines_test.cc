#include "line/display_lines.h"

#include <gmock/gmock.h>

#include <ostream>
#include <string>

#include "base/utf8.h"

namespace banxin {
namespace {

/// The width of a line in the test fonts at 1 pt: ideographs and marks 1, Latin 1/2, spaces 1/3, half blanks at the edges cut off.
Length line_width(std::string_view line) {
  static constexpr std::u32string_view opening = U"“‘《「『（【", closing = U"”’》」』）】，、。：；！？";
  const std::u32string characters = utf8::decode_all(line);
  std::int64_t twelfths = 0;
  for (const char32_t c : characters) twelfths += c == ' ' ? 4 : c < 0x250 ? 6 : 12;
  if (!characters.empty() && opening.find(characters.front()) != std::u32string_view::npos) twelfths -= 6;
  if (!characters.empty() && closing.find(characters.back()) != std::u32string_view::npos) twelfths -= 6;
  return Length::from_points(1).scaled(twelfths, 12);
}

/// The lines joined by ` / `, or `does not fit`.
std::string broken(const std::string& title, Locale locale, double measure, int max_lines) {
  const DisplayLimits limits{Length::from_points(measure), max_lines, 4};
  const auto width = [&](std::uint32_t begin, std::uint32_t end) { return line_width(std::string_view(title).substr(begin, end - begin)); };
  const auto lines = break_by_sense(title, locale, limits, width);
  if (!lines) return "does not fit";
  std::string result;
  for (const TextRange& line : *lines) result += (result.empty() ? "" : " / ") + title.substr(line.begin, line.end - line.begin);
  return result;
}

struct Title {
  double measure;  ///< em
  Locale locale;
  std::string lines;  ///< as an editor would break them; ` / ` between them, ` /　` where a blank was

  friend void PrintTo(const Title& title, std::ostream* out) { *out << title.lines; }
};

class BreakBySense : public ::testing::TestWithParam<Title> {};

TEST_P(BreakBySense, BreaksAsAnEditorWould) {
  std::string title = GetParam().lines, expected = GetParam().lines;
  for (std::size_t at; (at = title.find(" /　")) != std::string::npos;) title.replace(at, 2, "");
  for (std::size_t at; (at = title.find(" / ")) != std::string::npos;) title.erase(at, GetParam().locale == Locale::ko ? 2 : 3);
  for (std::size_t at; (at = expected.find(" /　")) != std::string::npos;) expected.replace(at, 5, " / ");
  EXPECT_EQ(broken(title, GetParam().locale, GetParam().measure, 2), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, BreakBySense,
    ::testing::Values(Title{16.5, Locale::zh_hans, "30余所院校齐聚北青政共话 / “党建引领首都职业教育高质量发展”"},
                      Title{13.75, Locale::zh_hans, "三十余所院校聚首北青政 / 共话职教高质量发展"},
                      Title{16.5, Locale::zh_hans, "北京市职业教育党建论坛暨第四期 / “首都教育党建大家谈”活动举办"},
                      Title{20.5, Locale::zh_hans, "近百名专家学者聚焦“强国建设、职教何为” /　推动资源共享、优势互补、发展共促"},
                      Title{13.75, Locale::zh_hans, "世界互联网大会乌镇峰会开幕： / 共建网络空间命运共同体"},
                      Title{16.5, Locale::zh_hans, "老旧小区加装电梯为何这么难—— / 三个社区的实地调查"},
                      Title{13.75, Locale::zh_hans, "爱丽丝·门罗短篇小说集 / 《逃离》中文版首发"},
                      Title{16.5, Locale::zh_hans, "前三季度国内生产总值同比增长4.8% /　国民经济运行总体平稳、稳中有进"},
                      Title{13.75, Locale::zh_hans, "我国首次火星探测任务 / 天问一号探测器成功着陆火星"},
                      Title{13.75, Locale::zh_hans, "全国铁路今日预计 / 发送旅客1900万人次"},
                      Title{10, Locale::zh_hans, "山区孩子的足球梦 / 从这片操场起飞"},
                      Title{13.75, Locale::zh_hans, "第三届“一带一路” / 国际合作高峰论坛在北京举行"},
                      Title{13.75, Locale::zh_hans, "中央经济工作会议在北京举行 /　习近平发表重要讲话"},
                      Title{13.75, Locale::zh_hans, "教育部：2025年高校毕业生 / 规模预计达1222万人"},
                      Title{13.75, Locale::zh_hans, "从“有学上”到“上好学”： / 县域高中振兴调查"},
                      Title{16.5, Locale::zh_hans, "长江流域“十年禁渔”迎来中期考， / 江豚数量止跌回升"},
                      Title{16.5, Locale::zh_hans, "我校在第十五届全国大学生 / 数学建模竞赛中获国家一等奖两项"},
                      Title{13.75, Locale::zh_hans, "关于做好2025年 / 秋季学期开学工作的通知"},
                      Title{9, Locale::zh_hans, "华为昨天发布 / Mate 70系列手机"},
                      Title{13.75, Locale::zh_hans, "神舟二十号航天员乘组 / 圆满完成第四次出舱活动"},
                      Title{13.75, Locale::zh_hans, "记者手记｜ / 在海拔5000米的哨所过年"},
                      Title{18, Locale::zh_hant_tw, "行政院會通過「數位發展部組織法」 / 修正草案　明年起實施"},
                      Title{10, Locale::zh_hant_tw, "臺灣高鐵春節疏運 / 加開332班次列車"},
                      Title{10, Locale::zh_hant_hk, "香港國際機場 / 第三條跑道正式啟用"},
                      Title{16.5, Locale::zh_hant_hk, "中大研究團隊首創「微型機械人」， / 可望用於血管內治療"},
                      Title{18, Locale::ja, "日本銀行、政策金利を0.5%に引き上げ /　17年ぶりの高水準"},
                      Title{12, Locale::ja, "大谷翔平、3年連続 / 4度目のMVP受賞"},
                      Title{18, Locale::ja, "「学校の働き方改革」 / 教員の長時間労働をどう減らすか"},
                      Title{12, Locale::ko, "한국은행 기준금리 / 3.00%로 인하"},
                      Title{18, Locale::ko, "정부, 내년 예산 677조원 확정… / 복지 분야 역대 최대"}));

TEST(BreakBySense, KeepsATitleOnOneLineThatHasRoom) {
  EXPECT_EQ(broken("城市更新让老街区焕发新活力", Locale::zh_hans, 13, 2), "城市更新让老街区焕发新活力");
  EXPECT_EQ(broken("新年　新气象", Locale::zh_hans, 13, 2), "新年　新气象");
}

TEST(BreakBySense, AsksForASmallerSizeRatherThanBreakAQuotationOrAWord) {
  EXPECT_EQ(broken("30余所院校齐聚北青政共话“党建引领首都职业教育高质量发展”", Locale::zh_hans, 15.5, 2), "does not fit");
  EXPECT_EQ(broken("职业教育", Locale::zh_hans, 3, 2), "does not fit");
  EXPECT_EQ(broken("1900万人次", Locale::zh_hans, 4, 2), "does not fit");
}

TEST(BreakBySense, BreaksWhateverItMustWhenAnyNumberOfLinesWillDo) {
  EXPECT_EQ(broken("共话“党建引领首都职业教育高质量发展”", Locale::zh_hans, 9, 0), "共话“党建引领 / 首都职业教育 / 高质量发展”");
  EXPECT_EQ(broken("高质量发展", Locale::zh_hans, 1, 0), "高 / 质 / 量 / 发 / 展");
}

TEST(BreakBySense, NeverLeavesFewerThanFourCharactersOnALine) {
  EXPECT_EQ(broken("王毅：中国将始终做维护世界和平的建设性力量", Locale::zh_hans, 18.5, 2).find("王毅： /"), std::string::npos);
  EXPECT_EQ(broken("新年：新气象", Locale::zh_hans, 5, 2), "does not fit");
}

TEST(BreakBySense, BeginsAndEndsNoLineWithAForbiddenMark) {
  for (double measure = 4; measure < 20; ++measure) {
    const std::string lines = broken("“好！”——他说：《红楼梦》（上）、《水浒传》……都好。", Locale::zh_hans, measure, 0);
    for (const char* forbidden : {" / ！", " / ”", " / —", " / ：", " / 》", " / ）", " / 、", " / …", " / 。", "“ / ", "《 / ", "（ / "}) {
      EXPECT_EQ(lines.find(forbidden), std::string::npos) << lines;
    }
  }
}

}  // namespace
}  // namespace banxin
