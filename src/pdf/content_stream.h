// Writes a page's content: operators of ISO 32000-2, clause 8 and 9, without repeating what is already set.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "colour/colour.h"
#include "page/page.h"
#include "pdf/sheet.h"
#include "pdf/spot_inks.h"

namespace banxin::pdf {

/// How colours are written.
struct ColourWriting {
  bool inks_first = false;  ///< of an RGB and a CMYK value the latter is taken
  /// Colours are inks: black is the K of four, so that it can overprint, and spot colours print in their own.
  bool process_inks = false;
  const SpotInks* spots = nullptr;  ///< of the document; not null with `process_inks`
};

/// Whether solid black prints over what lies below it, or knocks it out.
enum class Black { knocks_out, overprints };

/// Takes places in page coordinates (y downwards from the top) and writes PDF's (y upwards from the bottom).
class ContentStream {
 public:
  explicit ContentStream(const Sheet& sheet, const ColourWriting& writing = {}) : sheet_(sheet), writing_(writing) {}

  void save();
  void restore();

  void set_fill(const Colour& colour, Black black = Black::knocks_out);
  void set_stroke(const Colour& colour, Black black = Black::overprints);
  void set_line(Length weight, const std::vector<Length>& dash, bool round_caps);

  void move_to(Point point);
  void line_to(Point point);
  void curve_to(Point control1, Point control2, Point to);
  void close_path();
  void rectangle(const Rectangle& area);
  void paint(bool fill, bool stroke);
  void clip();

  /// Draws an image resource in the unit square mapped by the six numbers of `matrix`, in points of PDF's axes.
  void image(std::string_view resource_name, const std::array<Length, 6>& matrix);

  void begin_marked(std::string_view tag, std::string_view properties);
  void end_marked();

  /// Text objects. `begin_text` and `end_text` may be called when it is already so.
  void begin_text();
  void end_text();
  void set_font(std::string_view resource_name, Length size);
  void set_character_spacing(std::int64_t ten_thousandths_of_point);
  void set_rise(Length rise);
  void set_text_place(Point baseline_start);
  /// The inside of a TJ array.
  void show(std::string_view array);

  std::string take() { return std::move(out_); }

 private:
  struct State {
    std::string fill, stroke, line;
    std::string font;
    std::int64_t character_spacing = 0;
    Length rise;
    bool fill_overprints = false, stroke_overprints = false;
  };
  void set_overprint(bool fill, bool stroke);
  void number(Length length);
  void point(Point point);
  void set(std::string& current, std::string operation);

  std::string out_;
  Sheet sheet_;
  ColourWriting writing_;
  State state_;
  std::vector<State> saved_;
  bool in_text_ = false;
  std::int64_t text_x_ = 0, text_y_ = 0;  ///< beginning of the latest line of text, ten-thousandths of a point
};

/// The operands of a colour and the operator for filling or stroking with it.
std::string colour_operation(const Colour& colour, bool stroke, const ColourWriting& writing = {});

/// The graphics states that content with `process_inks` names: overprint on and off for fills and strokes.
Dictionary overprint_states();

}  // namespace banxin::pdf
