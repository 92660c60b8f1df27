// What to look for: lines that a page puts around its text are told from the text, and a sentence is never taken for one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/credit_line.h"
#include "import/furniture.h"
#include "import/head_line.h"
#include "import/sources.h"

namespace banxin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HeadLine, ReadsSourceBylineAndDate) {
  struct Case {
    const char *line, *source, *byline, *date;
  };
  for (const Case& each : {
           Case{"某某网 | 作者 李四", "某某网", "作者 李四", ""},
           Case{"2025-05-13 18:32 语音播报", "", "", "2025-05-13 18:32"},
           Case{"来源：某某日报 作者：李四 2025年5月13日", "某某日报", "作者：李四", "2025年5月13日"},
           Case{"2025/5/3 来源:某某网", "某某网", "", "2025/5/3"},
           Case{"原创 李四 某某号 2025年5月13日 18:32 北京", "某某号", "李四", "2025年5月13日 18:32"},
           Case{"某某网｜李四", "某某网", "李四", ""},
           Case{"李四 기자 2025.05.13", "", "李四 기자", "2025.05.13"},
           Case{"作者：李四 2025-05-13 阅读 2,318", "", "作者：李四", "2025-05-13"},
       }) {
    const std::optional<HeadLine> head = read_head_line(each.line);
    ASSERT_TRUE(head) << each.line;
    EXPECT_EQ(head->source, each.source) << each.line;
    EXPECT_EQ(head->byline, each.byline) << each.line;
    EXPECT_EQ(head->date, each.date) << each.line;
  }
}

TEST(HeadLine, LeavesTextAlone) {
  for (const char* line : {"2025年5月13日，会议召开", "2025年5月13日会议召开", "时间：2025年4月22日 14:00", "地点：综合楼",
                           "本报讯 6月16日起", "主持：冯雪 记录：陶冶", "两位作者", "一句话", "记者从会上了解到：情况很好。"}) {
    EXPECT_FALSE(read_head_line(line)) << line;
  }
}

TEST(Furniture, KnowsButtonsAndCounters) {
  for (const char* line : {"打开APP阅读全文", "语音播报", "分享到：", "阅读 1.2万+", "12评论", "赞 326 在看 88", "首页 > 新闻 > 正文",
                           "【打印】 【收藏】", "댓글 3", "この記事をシェア"}) {
    EXPECT_EQ(furniture_of(line), Furniture::certain) << line;
  }
  for (const char* line :
       {"阅读是一种习惯", "打开阅读的门。", "评论员文章", "2025-05-13 18:32 语音播报", "首页上的三条新闻", "分享会在三楼"}) {
    EXPECT_EQ(furniture_of(line), Furniture::none) << line;
  }
}

TEST(Furniture, ALabelThatCouldBeAHeadingNeedsCompany) {
  EXPECT_THAT(find_furniture({"评论", "一段文字。", "分享到", "打印", "收藏"}), ElementsAre(false, false, true, true, true));
}

TEST(CreditLine, IsAWordOfTheTradeAndAName) {
  for (const char* line : {"图片/ 李四", "编辑:李四", "（责任编辑：李四）", "李四 摄", "文字 | 李四", "写真：李四"})
    EXPECT_TRUE(is_credit_line(line)) << line;
  for (const char* line : {"编辑们都很忙", "散会时间：15:40", "记录：李四", "图 片", "文章写完了。", "设计："})
    EXPECT_FALSE(is_credit_line(line)) << line;
}

TEST(CopiedText, TakesTheTrailingCreditsAndTheColumnBetweenThem) {
  const ImportedArticle article = read_copied_text("题目\n\n正文一句。\n\n图片/ 李四\n\n某某专栏\n\n编辑:王五\n");
  EXPECT_EQ(plain(article.title), "题目");
  EXPECT_EQ(article.column, "某某专栏");
  EXPECT_THAT(article.credits, ElementsAre("图片/ 李四", "编辑:王五"));
  EXPECT_EQ(article.body.size(), 1u);
  EXPECT_THAT(article.left_out, IsEmpty());
}

TEST(CopiedText, ASentenceIsNoTitle) {
  const ImportedArticle article = read_copied_text("这是第一句话，没有标题。\n第二句。\n");
  EXPECT_TRUE(article.title.empty());
  EXPECT_EQ(article.body.size(), 2u);
}

TEST(CopiedText, CaptionsStandWhereTheyStood) {
  const ImportedArticle article = read_copied_text("题目\n一。\n▲图一\n二。\n▲\n");
  ASSERT_EQ(article.body.size(), 4u);
  EXPECT_EQ(article.body[1].kind, ImportedBlock::Kind::figure);
  EXPECT_EQ(plain(article.body[1].text), "图一");
  EXPECT_EQ(plain(article.body[3].text), "▲");
}

}  // namespace
}  // namespace banxin
