#include "text/word_lists.h"

#include <algorithm>
#include <array>

namespace banxin {
namespace {

constexpr std::u32string_view suffixes =
    U"者员員性化率界区區市县縣省镇鎮村州国國局部厅廳院校会會团團队隊处處站港馆館园園厂廠署组組群体體法案版集奖獎赛賽杯节節展"
    U"期号號级級型式家人生师師长長品器机機车車船量度力观觀论論学學热熱潮梦夢网網业業线線路桥桥楼城湾灣岛島山河湖江史费費税稅券证證"
    U"党黨派族店社层層圈带帶链鏈库庫舱艙箱场場所司费金款上中";
constexpr std::u32string_view prefixes = U"高新老大小总總副首全前超非多无無反每本该該此这這某双雙第近约約逾各最";
constexpr std::u32string_view numeral_characters =
    U"〇零一二三四五六七八九十百千万萬亿億两兩半几幾数數余餘多0123456789０１２３４５６７８９.．";
constexpr std::u32string_view measures =
    U"个個所名次人家件套座条條项項种種位届屆期年月日天时時分秒岁歲元块塊吨噸米里里亩畝度倍级級层層号號场場项项部本册冊篇首张張台臺辆輛架艘"
    U"只隻头頭棵株户戶村县縣省市国國国校班组組队隊批轮輪起例宗颗顆枚面幅间間栋棟大周週季目回番点點代强強";

constexpr auto function_words = std::to_array<std::string_view>(
    {"在",   "与",   "與",   "和",   "及",   "将",   "將",   "让",   "讓",   "把",   "从",   "從",   "对",   "對",   "为",   "為",   "以",
     "同",   "暨",   "或",   "被",   "由",   "向",   "使",   "给",   "給",   "是",   "至",   "自",   "按",   "据",   "據",   "因",   "于",
     "於",   "不",   "也",   "都",   "就",   "再",   "又",   "更",   "很",   "已",   "可",   "能",   "要",   "应",   "應",   "仍",   "未",
     "均",   "并",   "並",   "却",   "卻",   "还",   "還",   "才",   "如何", "这么", "這麼", "那么", "那麼", "多么", "多麼", "如此", "为何",
     "為何", "关于", "關於", "对于", "對於", "为了", "為了", "以及", "并且", "根据", "根據", "随着", "隨著"});
constexpr auto particles =
    std::to_array<std::string_view>({"的", "了", "着", "著", "过", "過", "地", "得", "们", "們", "等", "之", "吗", "嗎", "呢", "吧", "起"});
constexpr auto japanese_particles =
    std::to_array<std::string_view>({"を", "が", "に", "は", "で", "と", "へ", "の", "も", "や", "から", "まで", "より"});
constexpr auto number_followers = std::to_array<std::string_view>(
    {"以上", "以下", "以内", "以內", "以来", "以來", "左右", "前后", "前後", "连续", "連續", "連続", "未満"});

/// Sorted by bytes.
constexpr auto listed_words = [] {
  auto words = std::to_array<std::string_view>(
      {"党建",     "黨建",     "职教",     "職教",     "高质量",   "高品質",   "高水平",     "共话",     "共話",    "共建",     "共享",
       "共促",     "共商",     "共议",     "共議",     "共赢",     "共贏",     "共筑",       "共创",     "共創",    "何为",     "何為",
       "互联网",   "互聯網",   "网际网路", "網際網路", "物联网",   "物聯網",   "印发",       "印發",     "优化",    "優化",     "同比",
       "环比",     "環比",     "首发",     "首發",     "首届",     "首屆",     "一带一路",   "一帶一路", "十四五",  "十五五",   "京津冀",
       "长三角",   "大湾区",   "大灣區",   "粤港澳",   "粵港澳",   "碳达峰",   "碳中和",     "双碳",     "新质",    "生产力",   "生產力",
       "大数据",   "大數據",   "云计算",   "雲端",     "获得感",   "幸福感",   "归属感",     "养老金",   "医保",    "社保",     "公积金",
       "新能源",   "电动车",   "電動車",   "高铁",     "高鐵",     "动车组",   "航天员",     "空间站",   "天问",    "天宫",     "嫦娥",
       "北斗",     "神舟",     "遥感",     "老街区",   "直播间",   "短视频",   "进博会",     "广交会",   "服贸会",  "文博会",   "人代会",
       "党代会",   "全运会",   "冬奥会",   "奥运会",   "世界杯",   "亚运会",   "春运",       "疏运",     "疏運",    "加开",     "加開",
       "立法院",   "行政院",   "司法院",   "中国式",   "现代化",   "現代化",   "一体化",     "人工智能", "高中生",  "大学生",   "小学生",
       "中小学",   "中小學",   "义务教育", "老年人",   "未成年人", "农民工",   "高校毕业生", "赋能",     "賦能",    "稳中有进", "稳中求进",
       "穩中求進", "秋季学期", "秋季學期", "春季学期", "春季學期", "数学建模", "數學建模",   "重要讲话", "重要講話"});
  std::sort(words.begin(), words.end());
  return words;
}();
constexpr std::size_t longest_listed_word = 15;  // bytes

bool holds(std::u32string_view set, char32_t character) { return set.find(character) != std::u32string_view::npos; }

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_function_word(std::string_view word) { return holds(function_words, word); }
bool is_particle(std::string_view word) { return holds(particles, word); }
bool is_japanese_particle(std::string_view word) { return holds(japanese_particles, word); }
bool follows_number(std::string_view word) { return holds(number_followers, word); }
bool is_suffix(char32_t character) { return holds(suffixes, character); }
bool is_prefix(char32_t character) { return holds(prefixes, character); }
bool is_numeral_character(char32_t character) { return holds(numeral_characters, character); }
bool is_measure_character(char32_t character) { return holds(measures, character); }

std::size_t listed_word_length(std::string_view text) {
  for (std::size_t length = std::min(longest_listed_word, text.size()); length > 0; --length) {
    if (std::binary_search(listed_words.begin(), listed_words.end(), text.substr(0, length))) return length;
  }
  return 0;
}

}  // namespace banxin
