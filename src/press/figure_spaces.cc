#include "press/figure_spaces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/limits.h"
#include "image/pdf_stream.h"
#include "press/device_spaces.h"
#include "press/figure_values.h"
#include "press/measured_spaces.h"
#include "press/pdf_function.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;
using Space = std::shared_ptr<const FigureSpace>;

/// Pixels of a drawing are often the same as one shortly before; what lies in a table need not be reckoned anew.
class PixelTable {
 public:
  explicit PixelTable(std::size_t components) : components_(components), keys_(slots * components), grays_(slots, empty) {}

  template <typename Reckon>
  char gray(std::string_view pixel, Reckon reckon) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char sample : pixel) hash = (hash ^ static_cast<unsigned char>(sample)) * 16777619U;
    const std::size_t slot = hash % slots;
    char* key = keys_.data() + slot * components_;
    if (grays_[slot] == empty || !std::equal(pixel.begin(), pixel.end(), key)) {
      std::copy(pixel.begin(), pixel.end(), key);
      grays_[slot] = reckon();
    }
    return static_cast<char>(grays_[slot]);
  }

 private:
  static constexpr std::size_t slots = 8191;
  static constexpr int empty = -1;
  std::size_t components_;
  std::vector<char> keys_;
  std::vector<int> grays_;
};

/// Colours by their number in a table (8.6.6.3).
class IndexedSpace : public FigureSpace {
 public:
  IndexedSpace(const FigureSpace& base, std::size_t highest, std::string_view table) : table_(entries(base, highest, table)) {}

  std::size_t components() const override { return 1; }
  std::vector<double> decode(int bits) const override { return {0, std::exp2(bits) - 1}; }
  double gray(std::span<const double> colour) const override {
    const double last = static_cast<double>(table_.size() - 1);
    return table_[colour[0] > 0 ? static_cast<std::size_t>(std::fmin(colour[0], last)) : 0];
  }

 private:
  static std::vector<double> entries(const FigureSpace& base, std::size_t highest, std::string_view table) {
    const std::size_t components = base.components();
    const std::vector<double> range = base.decode(8);
    std::vector<double> grays;
    for (std::size_t i = 0; i <= highest; ++i) {
      std::vector<double> colour;
      for (std::size_t c = 0; c < components; ++c) {
        const std::size_t at = i * components + c;
        const double share = at < table.size() ? static_cast<unsigned char>(table[at]) / 255.0 : 0;
        colour.push_back(range[c * 2] + share * (range[c * 2 + 1] - range[c * 2]));
      }
      grays.push_back(base.gray(colour));
    }
    return grays;
  }

  std::vector<double> table_;
};

/// Inks of their own, by what the figure says they look like (8.6.6.4, 8.6.6.5).
class InkSpace : public FigureSpace {
 public:
  InkSpace(std::size_t inks, Space likeness, std::unique_ptr<PdfFunction> tints)
      : inks_(inks), likeness_(std::move(likeness)), tints_(std::move(tints)) {
    if (tints_->inputs() != inks_) throw UnreadableFigure();
  }
  std::size_t components() const override { return inks_; }
  std::vector<double> initial() const override { return std::vector<double>(inks_, 1); }
  double gray(std::span<const double> colour) const override {
    const std::vector<double> seen = tints_->values(colour);
    if (seen.size() != likeness_->components()) throw UnreadableFigure();
    return likeness_->gray(seen);
  }

 private:
  std::size_t inks_;
  Space likeness_;
  std::unique_ptr<PdfFunction> tints_;
};

/// What prints on every plate (8.6.6.4).
class RegistrationSpace : public FigureSpace {
 public:
  std::size_t components() const override { return 1; }
  std::vector<double> initial() const override { return {1}; }
  double gray(std::span<const double> colour) const override { return 1 - unit(colour[0]); }
};

std::string name_of(Handle name) { return name.isName() ? name.getName() : std::string(); }

/// Full names of what inline images shorten (table 92).
std::string_view full_name(std::string_view name) {
  constexpr std::array<std::array<std::string_view, 2>, 4> names = {
      {{"/G", "/DeviceGray"}, {"/RGB", "/DeviceRGB"}, {"/CMYK", "/DeviceCMYK"}, {"/I", "/Indexed"}}};
  for (const auto& [brief, full] : names) {
    if (name == brief) return full;
  }
  return name;
}

std::size_t device_components(std::string_view name) {
  return name == "/DeviceGray" ? 1 : name == "/DeviceRGB" ? 3 : name == "/DeviceCMYK" ? 4 : 0;
}

Handle space_named(Handle resources, const std::string& name) {
  Handle spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : Handle::newNull();
  return spaces.isDictionary() ? spaces.getKey(name) : Handle::newNull();
}

std::string table_of(Handle lookup) {
  constexpr std::size_t largest = 256 * 64;
  if (lookup.isString()) return lookup.getStringValue();
  if (!lookup.isStream()) throw UnreadableFigure();
  return decoded_stream(lookup, {}, largest);
}

}  // namespace

std::vector<double> FigureSpace::decode(int) const {
  std::vector<double> range;
  for (std::size_t i = 0; i < components(); ++i) range.insert(range.end(), {0, 1});
  return range;
}

std::string FigureSpace::pixels(std::string_view samples) const {
  const std::size_t count = components();
  const std::vector<double> range = decode(8);
  std::vector<double> colour(count);
  PixelTable table(count);
  std::string grays;
  grays.reserve(samples.size() / count);
  for (std::size_t at = 0; at + count <= samples.size(); at += count) {
    const std::string_view pixel = samples.substr(at, count);
    grays += table.gray(pixel, [&] {
      for (std::size_t i = 0; i < count; ++i)
        colour[i] = range[i * 2] + static_cast<unsigned char>(pixel[i]) / 255.0 * (range[i * 2 + 1] - range[i * 2]);
      return static_cast<int>(std::lround(gray(colour) * 255));
    });
  }
  return grays;
}

FigureSpaces::FigureSpaces(WorkLimit& limit)
    : limit_(limit), gray_(device_gray_space()), rgb_(device_rgb_space()), cmyk_(device_cmyk_space()) {}

Space FigureSpaces::of_device(std::size_t components) const {
  if (components == 1) return gray_;
  if (components == 3) return rgb_;
  if (components == 4) return cmyk_;
  throw UnreadableFigure();
}

ContentSpace FigureSpaces::read(Handle space, Handle resources, int depth) {
  if (depth > limits::figure_colour_spaces) throw UnreadableFigure();
  limit_.spend(1);
  if (space.isName()) return read_name(space.getName(), resources, depth);
  if (!space.isArray() || space.getArrayNItems() == 0) throw UnreadableFigure();
  const std::string family(full_name(name_of(space.getArrayItem(0))));
  if (space.getArrayNItems() == 1) return read_name(family, resources, depth);
  if (family == "/Pattern") return {colours(space.getArrayItem(1), resources, depth + 1), true};
  return {read_family(family, space, resources, depth)};
}

ContentSpace FigureSpaces::read_name(const std::string& name, Handle resources, int depth) {
  const std::string_view full = full_name(name);
  if (full == "/Pattern") return {nullptr, true};
  if (const std::size_t components = device_components(full); components > 0) return {read_device(components, resources, depth)};
  Handle named = space_named(resources, name);
  if (named.isNull()) throw UnreadableFigure();
  return read(named, resources, depth + 1);
}

/// A file may say what the device's colours mean (8.6.5.6).
Space FigureSpaces::read_device(std::size_t components, Handle resources, int depth) {
  Handle meaning = space_named(resources, components == 1 ? "/DefaultGray" : components == 3 ? "/DefaultRGB" : "/DefaultCMYK");
  if (!meaning.isArray()) return of_device(components);
  Space space = colours(meaning, Handle::newNull(), depth + 1);
  if (space->components() != components) throw UnreadableFigure();
  return space;
}

Space FigureSpaces::colours(Handle space, Handle resources, int depth) {
  ContentSpace read_space = read(space, resources, depth);
  if (read_space.is_pattern) throw UnreadableFigure();
  return std::move(read_space.colours);
}

Space FigureSpaces::read_family(const std::string& family, Handle space, Handle resources, int depth) {
  Handle second = space.getArrayItem(1);
  if (family == "/ICCBased") return read_profile(second, resources, depth);
  if (family == "/CalGray") return calibrated_gray_space(second);
  if (family == "/CalRGB") return calibrated_rgb_space(second);
  if (family == "/Lab") return lab_space(second);
  if (space.getArrayNItems() < 4) throw UnreadableFigure();
  if (family == "/Indexed") {
    const Space base = colours(second, resources, depth + 1);
    Handle highest = space.getArrayItem(2);
    if (!highest.isInteger() || highest.getIntValue() < 0 || highest.getIntValue() > 255) throw UnreadableFigure();
    return std::make_shared<IndexedSpace>(*base, static_cast<std::size_t>(highest.getIntValue()), table_of(space.getArrayItem(3)));
  }
  const bool one_ink = family == "/Separation";
  if (!one_ink && family != "/DeviceN") throw UnreadableFigure();
  if (one_ink && name_of(second) == "/None") throw UnreadableFigure();  // paints nothing, which no gray can say
  if (one_ink && name_of(second) == "/All") return std::make_shared<RegistrationSpace>();
  const std::size_t inks = one_ink ? 1 : static_cast<std::size_t>(second.isArray() ? second.getArrayNItems() : 0);
  if (inks == 0 || inks > limits::figure_inks) throw UnreadableFigure();
  return std::make_shared<InkSpace>(inks, colours(space.getArrayItem(2), resources, depth + 1),
                                    PdfFunction::read(space.getArrayItem(3), limit_));
}

Space FigureSpaces::read_profile(Handle profile, Handle resources, int depth) {
  if (!profile.isStream()) throw UnreadableFigure();
  Space& known = profiles_[profile.getObjGen()];
  if (known) return known;
  Handle dictionary = profile.getDict();
  const auto count = static_cast<std::size_t>(integer_of(dictionary, "/N", 1, 4));
  const ColourSpace space = count == 1 ? ColourSpace::gray : count == 3 ? ColourSpace::rgb : ColourSpace::cmyk;
  auto transform = ColourTransform::to_gray(decoded_stream(profile, {}, limits::figure_profile), space);
  Handle alternate = dictionary.getKey("/Alternate");
  if (transform && count != 2)
    known = profiled_space(std::move(*transform), count);
  else
    known = alternate.isArray() ? colours(alternate, resources, depth + 1) : of_device(count);
  if (known->components() != count) throw UnreadableFigure();
  return known;
}

}  // namespace banxin
