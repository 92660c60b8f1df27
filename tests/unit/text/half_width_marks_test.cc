// What to look for: marks of East Asian text become full-width; those of numbers, times, addresses and Western phrases stay.
#include "text/half_width_marks.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

std::string widened(std::string text, const std::vector<TextRange>& literal = {}) {
  const std::vector<WideMark> marks = find_half_width_marks(text, literal);
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) text.replace(mark->begin, mark->end - mark->begin, mark->mark);
  return text;
}

TEST(HalfWidthMarks, BesideHanAreWidened) {
  struct Case {
    const char *written, *expected;
  };
  for (const Case& each : {
           Case{"上午,下午;早:晚?好!", "上午，下午；早：晚？好！"},
           Case{"“五个三”,新格局", "“五个三”，新格局"},
           Case{"用HarfBuzz,再排版", "用HarfBuzz，再排版"},
           Case{"好的, 明天见", "好的，明天见"},
           Case{"真的?!", "真的？！"},
           Case{"时间:12:30开始,18:05结束", "时间：12:30开始，18:05结束"},
           Case{"增长12%,2024年再增", "增长12%，2024年再增"},
           Case{"共1,105人次,比分3:2", "共1,105人次，比分3:2"},
           Case{"第3条,2款", "第3条，2款"},
           Case{"(见附件)和(GDP)以及国内生产总值(GDP)", "（见附件）和（GDP）以及国内生产总值（GDP）"},
           Case{"函数f(x)的值", "函数f(x)的值"},
           Case{"他说\"好\",又说\"OK\"。", "他说“好”，又说“OK”。"},
           Case{"27\"显示器,配\"支架\"", "27\"显示器，配“支架”"},
           Case{"见 https://a.cn/b?c=1,2:3, 或a@b.cn,都行", "见 https://a.cn/b?c=1,2:3，或a@b.cn，都行"},
           Case{"很好:)", "很好:)"},
           Case{"注意(见下:)", "注意（见下：）"},
           Case{"今日は,雨", "今日は、雨"},
       }) {
    EXPECT_EQ(widened(each.written), each.expected);
  }
}

TEST(HalfWidthMarks, OfOtherTextStay) {
  for (const char* text :
       {"Hello, world! (really?) \"yes\": 1,000; 12:30", "한국어, 그리고 (漢字) 문장. \"네!\"", "\"Hello, world\" he said", "1, 2, 3"}) {
    EXPECT_TRUE(find_half_width_marks(text).empty()) << text;
  }
}

TEST(HalfWidthMarks, OfLiteralTextStay) {
  const std::string text = "输入a,好,再看";
  EXPECT_EQ(widened(text, {{0, 9}}), "输入a,好，再看");
}

TEST(HalfWidthMarks, WideTextHasNone) { EXPECT_TRUE(find_half_width_marks("早晨，有人说：“走吧！”（他真的走了。）").empty()); }

}  // namespace
}  // namespace banxin
