// The three ways of breaking line by line: 推入 (追込み), 推出 (追出し), and pushing out only.
#include <optional>

#include "line/line_breaker.h"

namespace banxin {
namespace {

/// The longest lines from a place that fit, by what they do to fit.
struct Longest {
  std::optional<ChosenLine> shrunk, natural;
};

class LineByLine {
 public:
  LineByLine(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms, const Segment& segment, LinePolicy policy)
      : items_(items), rooms_(rooms), segment_(segment), policy_(policy), fitter_(items, options) {}

  std::vector<ChosenLine> run() {
    std::vector<ChosenLine> lines;
    std::uint32_t begin = segment_.begin;
    for (std::size_t next = segment_.first_break; next <= segment_.last_break;) {
      lines.push_back(choose(begin, next, segment_.first_line + lines.size()));
      begin = lines.back().next;
      while (next <= segment_.last_break && items_.breaks[next].box <= begin) ++next;
    }
    return lines;
  }

 private:
  ChosenLine line_to(std::uint32_t begin, std::size_t at, std::size_t number) const {
    const BreakPoint& place = items_.breaks[at];
    ChosenLine line{.begin = begin, .end = place.content_end, .next = place.box, .fit = {}, .at = place, .last = at == segment_.last_break};
    if (line.end > begin) {
      line.fit = fitter_.fit(
          begin, line.end, rooms_.room_of(number),
          {.first = begin == 0, .stretch = !line.last, .shrink = policy_ != LinePolicy::push_out_only, .hyphen = place.hyphen_width()});
    } else {
      line.end = begin;
    }
    return line;
  }

  ChosenLine choose(std::uint32_t begin, std::size_t from, std::size_t number) const {
    Longest regular, emergency;
    std::optional<ChosenLine> shortest;
    for (std::size_t at = from; at <= segment_.last_break; ++at) {
      const ChosenLine line = line_to(begin, at, number);
      const bool blank = line.end == begin;
      if (blank && !line.last) continue;
      if (!shortest) shortest = line;
      if (!blank && fitter_.is_beyond(begin, line.end, rooms_.room_of(number))) break;
      if (line.fit.overfull) continue;
      Longest& longest = line.at.kind == BreakKind::emergency ? emergency : regular;
      longest.shrunk = line;
      if (line.fit.natural <= rooms_.room_of(number)) longest.natural = line;
    }
    if (const auto line = pick(regular)) return *line;
    if (const auto line = pick(emergency)) return *line;
    return *shortest;
  }

  std::optional<ChosenLine> pick(const Longest& longest) const {
    switch (policy_) {
      case LinePolicy::push_in_first:
        return longest.shrunk;
      case LinePolicy::push_out_only:
        return longest.natural;
      case LinePolicy::push_out_first:
        break;
    }
    const bool enough = longest.natural && (longest.natural->last || is_filled(longest.natural->fit));
    return enough ? longest.natural : longest.shrunk;
  }

  /// Without the last, unlimited stage.
  static bool is_filled(const LineFit& fit) { return fit.deepest_stage > -static_cast<int>(StretchStage::unlimited) && !fit.falls_short; }

  const ParagraphItems& items_;
  const Rooms& rooms_;
  Segment segment_;
  LinePolicy policy_;
  LineFitter fitter_;
};

}  // namespace

std::vector<ChosenLine> break_line_by_line(const ParagraphItems& items, const CompositionOptions& options, const Rooms& rooms,
                                           const Segment& segment, LinePolicy policy) {
  return LineByLine(items, options, rooms, segment, policy).run();
}

}  // namespace banxin
