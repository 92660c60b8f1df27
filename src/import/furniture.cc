#include "import/furniture.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/printable.h"
#include "import/word_list.h"
#include "text/markup_character.h"
#include "text/scripts.h"

namespace banxin {

namespace {

/// Labels without spaces, digits and punctuation, ASCII letters small.
constexpr std::string_view certain_labels =
    " 打开app阅读全文 打开app查看全文 打开app 点击阅读全文 点击查看全文 阅读全文 展开全文 展开阅读全文 余下全文 语音播报"
    " 听全文 听新闻 朗读 收听 音频播报 分享到 分享至 分享到微信 分享到微信朋友圈 分享到微博 微信扫一扫 微信扫码分享"
    " 扫一扫分享 扫码分享 用微信扫码二维码分享至好友和朋友圈 扫一扫下载客户端 下载客户端 下载app 返回搜狐查看更多 举报反馈"
    " 我要反馈 我要举报 复制链接 一键复制 轻触查看原文 预览时标签不可点 继续滑动看下一个 轻点两下取消赞 轻点两下取消在看"
    " 微信扫一扫关注该公众号 微信扫一扫使用小程序 喜欢此内容的人还喜欢 在小说阅读器读本章 去阅读 点个在看 阅读原文"
    " 关注该公众号 关注我们 点击上方蓝字关注我们 点击蓝字关注我们 点击上方关注我们"
    " 文章已于修改 字号大中小 字体大中小 字号 大字体 上一篇 下一篇 返回顶部 回到顶部 返回首页 加载更多 查看更多 更多评论"
    " 发表评论 我要评论 写评论 暂无评论 登录后评论 网友评论 热门评论 最新评论 全部评论 人参与 人评论 条评论 次阅读 次浏览"
    " 阅读量 浏览量 浏览次数 点击量 播放量 相关推荐 猜你喜欢 为你推荐 推荐阅读 相关阅读 相关新闻 广告"
    " 特别声明以上内容均为用户上传 加载中 正在加载 已关注 加关注 收藏成功 分享此文 分享文章 友善列印 列印本文 加入書籤"
    " 字級設定 字級大中小 延伸閱讀 相關新聞 相關閱讀 推薦閱讀 閱讀全文 繼續閱讀 下載app 看更多 複製連結 廣告 留言板 則留言"
    " 人按讚 この記事をシェア 記事をシェア シェアする ツイートする 続きを読む もっと見る 関連記事 あわせて読みたい 印刷する"
    " 文字サイズ ページトップへ コメントを書く コメントする 공유하기 기사공유 기사저장 글자크기 글자크기조절 인쇄하기"
    " 관련기사 댓글쓰기 댓글달기 구독하기 더보기 본문듣기 좋아요개 댓글개 기사스크랩 sharethis sharethisarticle"
    " shareonfacebook shareontwitter tweetthis advertisement readmore relatedarticles skiptocontent printthisarticle ";

/// Labels that pages put a number beside.
constexpr std::string_view counter_labels =
    " 评论 关注 点赞 赞 在看 收藏 转发 分享 阅读 浏览 播放 按讚 留言 讚 瀏覽 評論 閱讀 コメント 댓글 좋아요 추천 조회수"
    " like likes comment comments shares views ";

constexpr std::string_view possible_labels =
    " 打印 举报 投诉 反馈 原创 订阅 微信 微博 朋友圈 空间 大 中 小 登录 注册 首页 搜索 更多 设置 缩小 放大 列印 追蹤 訂閱"
    " 收聽 シェア ツイート 印刷 広告 保存 共有 フォロー 공유 인쇄 구독 스크랩 가 share tweet facebook twitter x print line"
    " follow weibo wechat qq ";

/// Icons, arrows and counters around a label say nothing.
bool is_decoration(char32_t c) { return is_white_space(c) || is_ignorable(c) || is_punctuation_or_symbol(c) || (c >= '0' && c <= '9'); }

/// More digits are a date or a telephone number.
constexpr std::size_t longest_counter = 8;

struct Label {
  std::string text;
  bool counted = false;  ///< digits stood around it
};

Label label_of(std::string_view line) {
  Label label;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = utf8::decode(line, at);
    digits += c >= '0' && c <= '9';
    if (!is_decoration(c)) utf8::append(label.text, c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  label.counted = digits > 0;
  return digits <= longest_counter ? label : Label{};
}

/// Takes off the unit of a counter: 阅读 1.2万+.
void drop_unit(std::string& label) {
  for (const std::string_view unit : {"万", "k", "w", "萬"}) {
    if (!label.ends_with(unit)) continue;
    label.resize(label.size() - unit.size());
    return;
  }
}

Furniture furniture_of_label(Label label) {
  if (label.text.empty()) return Furniture::none;
  if (holds_word(certain_labels, label.text)) return Furniture::certain;
  if (holds_word(possible_labels, label.text)) return Furniture::possible;
  if (label.counted && !holds_word(counter_labels, label.text)) drop_unit(label.text);
  if (!holds_word(counter_labels, label.text)) return Furniture::none;
  return label.counted ? Furniture::certain : Furniture::possible;
}

/// The words of a line as blanks, bars and slashes part them.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (end > begin) words.push_back(line.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::decode(line, at);
    if (!is_white_space(c) && c != '|' && c != U'｜' && c != U'丨' && c != '/' && c != U'·') continue;
    add(here);
    begin = at;
  }
  add(line.size());
  return words;
}

/// A share of sentences ends in one of these; no button does.
bool ends_like_sentence(std::string_view line) {
  for (const std::string_view mark : {"。", "！", "？", "”", "."}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

/// 首页 > 新闻 > 正文
bool is_trail(std::string_view line) {
  for (const std::string_view label : {"当前位置", "您的位置", "您现在的位置", "你的位置", "目前位置", "現在位置"}) {
    if (line.starts_with(label)) return true;
  }
  std::size_t arrows = 0;
  for (const std::string_view arrow : {" > ", ">", "»", "›", "＞"}) {
    for (std::size_t at = line.find(arrow); at != std::string_view::npos; at = line.find(arrow, at + arrow.size())) ++arrows;
    if (arrows > 0) break;
  }
  return arrows >= 1 && (line.starts_with("首页") || line.starts_with("首頁") || line.starts_with("ホーム") || line.starts_with("홈") ||
                         line.starts_with("Home") || line.ends_with("正文"));
}

}  // namespace

Furniture furniture_of(std::string_view line) {
  constexpr std::size_t longest = 120;  // bytes; buttons are short
  if (line.size() > longest || ends_like_sentence(line)) return Furniture::none;
  const Furniture whole = furniture_of_label(label_of(line));
  if (whole == Furniture::certain || is_trail(line)) return Furniture::certain;
  const std::vector<std::string_view> words = words_of(line);
  std::size_t labels = 0;
  for (const std::string_view word : words) {
    const Label label = label_of(word);
    if (label.text.empty()) continue;
    if (furniture_of_label(label) == Furniture::none) return Furniture::none;
    ++labels;
  }
  return labels >= 2 ? Furniture::certain : whole;
}

std::vector<bool> find_furniture(const std::vector<std::string>& lines) {
  std::vector<Furniture> kinds;
  for (const std::string& line : lines) kinds.push_back(furniture_of(line));
  std::vector<bool> result(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) result[i] = kinds[i] == Furniture::certain;
  const auto spread = [&](std::size_t to, std::size_t from) {
    result[to] = result[to] || (kinds[to] == Furniture::possible && result[from]);
  };
  for (std::size_t i = 1; i < lines.size(); ++i) spread(i, i - 1);
  for (std::size_t i = lines.size(); i > 1; --i) spread(i - 2, i - 1);
  return result;
}

std::string take_trailing_furniture(std::string& line) {
  std::string taken;
  for (std::vector<std::string_view> words = words_of(line); words.size() > 1; words = words_of(line)) {
    if (furniture_of_label(label_of(words.back())) == Furniture::none) break;
    const auto begin = static_cast<std::size_t>(words.back().data() - line.data());
    taken.insert(0, line.substr(begin) + (taken.empty() ? "" : " "));
    line.resize(without_trailing_space(std::string_view(line).substr(0, begin)).size());
  }
  return taken;
}

}  // namespace banxin
