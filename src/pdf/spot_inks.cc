#include "pdf/spot_inks.h"

#include <algorithm>
#include <cassert>

#include "page/item_colours.h"
#include "page/number_text.h"

namespace banxin::pdf {
namespace {

std::string share(int thousandths) {
  std::string out;
  append_decimal(out, thousandths, 3);
  return out;
}

}  // namespace

SpotInks::SpotInks(const PagedDocument& document) {
  for (const Page& page : document.pages) {
    for (const PageItem& item : page.items) for_each_colour(item, [this](const Colour& colour) { add(colour); });
  }
}

void SpotInks::add(const Colour& colour) {
  const auto same = [&](const Colour& known) { return known.spot == colour.spot; };
  if (!colour.spot.empty() && std::none_of(inks_.begin(), inks_.end(), same)) inks_.push_back(colour);
}

std::string SpotInks::resource_name(std::string_view ink) const {
  const auto found = std::find_if(inks_.begin(), inks_.end(), [&](const Colour& known) { return known.spot == ink; });
  assert(found != inks_.end());
  return "Ink" + text_of(static_cast<int>(found - inks_.begin()) + 1);
}

Dictionary SpotInks::put(ObjectSink& sink) const {
  Dictionary spaces;
  for (const Colour& ink : inks_) {
    const CmykColour likeness = ink.cmyk.value_or(CmykColour{0, 0, 0, 1000});
    const Dictionary tint{{"FunctionType", "2"},
                          {"Domain", "[0 1]"},
                          {"C0", "[0 0 0 0]"},
                          {"C1", array({share(likeness.cyan), share(likeness.magenta), share(likeness.yellow), share(likeness.black)})},
                          {"N", "1"}};
    const Reference space = sink.add(array({"/Separation", name(ink.spot), "/DeviceCMYK", tint.text()}));
    spaces.add(resource_name(ink.spot), text_of(space));
  }
  return spaces;
}

}  // namespace banxin::pdf
