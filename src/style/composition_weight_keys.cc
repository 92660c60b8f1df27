// Keys of `composition.weights`: what makes one way to break a paragraph worse than another.
#include "style/style_keys.h"

namespace banxin {
namespace {

using yaml::Value;
using Kind = StyleValueKind;

constexpr ValueRange any_weight{0, 1000000}, weight_above_nothing{10, 1000000}, any_penalty{0, 30000};

template <auto member, std::size_t stage>
void set_stage(StyleDraft& draft, const Value& value, ValueReader& reader) {
  reader.share(value, (draft.style.composition.weights.*member)[stage]);
}

template <auto member>
void set_penalty(StyleDraft& draft, const Value& value, ValueReader& reader) {
  reader.integer(value, draft.style.composition.weights.*member);
}

constexpr auto squeeze = &CompositionWeights::squeeze;
constexpr auto open = &CompositionWeights::open;

}  // namespace

std::vector<StyleKey> composition_weight_keys() {
  using W = CompositionWeights;
  const ValueRule weight{Kind::share, any_weight}, of_gaps{Kind::share, weight_above_nothing}, penalty{Kind::integer, any_penalty};
  const std::string group = "composition.weights";
  return {
      {group,
       {},
       "",
       "what a line costs by how far it is squeezed or opened and where it ends: the paragraph with the least cost is set",
       "行因挤、松和断处而计的代价；整段取代价最小的排法",
       nullptr},
      {group + ".squeeze", {}, "", "of blanks squeezed away, in the order in which they are", "压缩空白的代价，依压缩的先后", nullptr},
      {group + ".squeeze.word_spaces", weight, "0.1", "of word spaces", "西文词间", set_stage<squeeze, 0>},
      {group + ".squeeze.middle_dots", weight, "0.2", "around middle dots", "间隔号两侧", set_stage<squeeze, 1>},
      {group + ".squeeze.brackets", weight, "0.4", "outside brackets and quotes", "括号、引号外侧", set_stage<squeeze, 2>},
      {group + ".squeeze.pauses", weight, "0.5", "after commas and colons", "逗号、顿号、冒号、分号之后", set_stage<squeeze, 3>},
      {group + ".squeeze.autospace", weight, "0.7", "between ideographs and Latin", "汉字与西文之间", set_stage<squeeze, 4>},
      {group + ".squeeze.full_stops", weight, "1", "after full stops, ！ and ？", "句号、叹号、问号之后", set_stage<squeeze, 5>},
      {group + ".open", {}, "", "of gaps opened, in the order in which they are", "放大间距的代价，依放大的先后", nullptr},
      {group + ".open.word_spaces", weight, "0.2", "of word spaces", "西文词间", set_stage<open, 0>},
      {group + ".open.autospace", weight, "0.4", "between ideographs and Latin", "汉字与西文之间", set_stage<open, 1>},
      {group + ".open.gaps", of_gaps, "1", "between ideographs", "汉字之间", set_stage<open, 2>},
      {group + ".open.growth",
       {Kind::integer, {1, 3}},
       "3",
       "power by which the cost of gaps between ideographs grows; 3 minds wide gaps alone, 1 and 2 small ones too",
       "汉字间距代价增长的幂次：3 只计较大空隙，1、2 也计较小空隙",
       set_penalty<&W::growth>},
      {group + ".hyphen", penalty, "60", "of a word divided", "西文断词", set_penalty<&W::hyphen>},
      {group + ".unit", penalty, "80", "of a numeral parted from 年, 元 …", "数字与“年”“元”等分开", set_penalty<&W::unit>},
      {group + ".emergency", penalty, "2000", "of a cut inside a URL or an overlong word", "在网址或过长的词中间切开",
       set_penalty<&W::emergency>},
      {group + ".short_last_line", penalty, "3000", "of a last line of fewer than min_last characters", "末行不足 min_last 字",
       set_penalty<&W::short_last_line>},
      {group + ".two_hyphens", penalty, "5000", "of words divided on two lines in a row, beside their own", "相邻两行都断词，另加",
       set_penalty<&W::two_hyphens>},
      {group + ".uneven_neighbours", penalty, "400", "of a squeezed line beside an open one", "紧行与松行相邻",
       set_penalty<&W::uneven_neighbours>},
  };
}

}  // namespace banxin
