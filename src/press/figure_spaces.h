// Colour spaces of a figure (ISO 32000-2, 8.6), and how light their colours are.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "press/figure_limits.h"
#include "press/printed_colours.h"

namespace banxin {

class FigureSpace {
 public:
  virtual ~FigureSpace() = default;

  virtual std::size_t components() const = 0;
  /// The colour that holds before one is chosen.
  virtual std::vector<double> initial() const { return std::vector<double>(components()); }
  /// The values that the least and the greatest sample of a picture stand for, two for each component.
  virtual std::vector<double> decode(int bits) const;
  /// Light: 0 black, 1 paper. Values beyond those of the space are clipped; there are as many as components.
  virtual double gray(std::span<const double> colour) const = 0;
  /// Pixels of 8 bits a component that reach over `decode(8)`, to one of gray each.
  virtual std::string pixels(std::string_view samples) const;
  /// The device's own gray, which stays as it is.
  virtual bool is_device_gray() const { return false; }
};

/// A colour space of contents.
struct ContentSpace {
  std::shared_ptr<const FigureSpace> colours;  ///< null: a pattern brings its own
  bool is_pattern = false;
};

class FigureSpaces {
 public:
  /// `limit` must outlive the spaces.
  explicit FigureSpaces(WorkLimit& limit);

  /// `space` is a name or an array; `resources` give names their meaning, and the device's spaces another (`DefaultRGB`). Throws
  /// `UnreadableFigure` and `PdfFault`: unknown spaces, damaged ones, `Separation` of no ink.
  ContentSpace read(QPDFObjectHandle space, QPDFObjectHandle resources) { return read(std::move(space), std::move(resources), 0); }
  /// The same, and `UnreadableFigure` too for a space of patterns.
  std::shared_ptr<const FigureSpace> read_colours(QPDFObjectHandle space, QPDFObjectHandle resources) {
    return colours(std::move(space), std::move(resources), 0);
  }
  /// The device's space of so many components: 1, 3 or 4.
  std::shared_ptr<const FigureSpace> of_device(std::size_t components) const;

 private:
  ContentSpace read(QPDFObjectHandle space, QPDFObjectHandle resources, int depth);
  ContentSpace read_name(const std::string& name, QPDFObjectHandle resources, int depth);
  std::shared_ptr<const FigureSpace> read_device(std::size_t components, QPDFObjectHandle resources, int depth);
  std::shared_ptr<const FigureSpace> read_family(const std::string& family, QPDFObjectHandle space, QPDFObjectHandle resources, int depth);
  std::shared_ptr<const FigureSpace> read_profile(QPDFObjectHandle profile, QPDFObjectHandle resources, int depth);
  std::shared_ptr<const FigureSpace> colours(QPDFObjectHandle space, QPDFObjectHandle resources, int depth);

  WorkLimit& limit_;
  std::shared_ptr<const FigureSpace> gray_, rgb_, cmyk_;
  std::map<QPDFObjGen, std::shared_ptr<const FigureSpace>> profiles_;
};

}  // namespace banxin
