// Writes a page's content.
#include "pdf/content_stream.h"

#include <cassert>

#include "page/number_text.h"
#include "pdf/pdf_text.h"

namespace banxin::pdf {
namespace {

std::string fraction(int value, int whole) {
  std::string out;
  append_decimal(out, Length::from_raw(value).scaled(10'000, whole).raw(), 4);
  return out;
}

std::string ink_operation(const CmykColour& inks, bool stroke) {
  return fraction(inks.cyan, 1000) + ' ' + fraction(inks.magenta, 1000) + ' ' + fraction(inks.yellow, 1000) + ' ' +
         fraction(inks.black, 1000) + (stroke ? " K\n" : " k\n");
}

bool is_solid_black(const Colour& colour) { return colour.gray && colour.gray->black == 1000; }

/// `Over01`: the fill overprints, the stroke does not.
std::string state_name(bool fill, bool stroke) { return std::string("Over") + (stroke ? '1' : '0') + (fill ? '1' : '0'); }

}  // namespace

std::string colour_operation(const Colour& colour, bool stroke, const ColourWriting& writing) {
  if (colour.gray && writing.process_inks) return ink_operation({0, 0, 0, colour.gray->black}, stroke);
  if (colour.gray) return fraction(1000 - colour.gray->black, 1000) + (stroke ? " G\n" : " g\n");
  if (!colour.spot.empty() && writing.process_inks)
    return name(writing.spots->resource_name(colour.spot)) + (stroke ? " CS 1 SCN\n" : " cs 1 scn\n");
  // Black is black ink alone, whatever way it was asked for: converted by a profile, it would print in four inks.
  if (colour.rgb == RgbColour{0, 0, 0}) return stroke ? "0 G\n" : "0 g\n";
  if (const auto& rgb = colour.rgb; rgb && !(writing.inks_first && colour.cmyk))
    return fraction(rgb->red, 255) + ' ' + fraction(rgb->green, 255) + ' ' + fraction(rgb->blue, 255) + (stroke ? " RG\n" : " rg\n");
  if (colour.cmyk) return ink_operation(*colour.cmyk, stroke);
  return stroke ? "0 G\n" : "0 g\n";
}

Dictionary overprint_states() {
  // With mode 1 an ink of which a colour has nothing leaves what lies below it (ISO 32000-2, 8.6.7).
  Dictionary states;
  for (const bool stroke : {false, true}) {
    for (const bool fill : {false, true}) {
      const auto word = [](bool value) { return std::string(value ? "true" : "false"); };
      states.add(state_name(fill, stroke), Dictionary{{"OP", word(stroke)}, {"op", word(fill)}, {"OPM", "1"}}.text());
    }
  }
  return states;
}

void ContentStream::number(Length length) {
  append_decimal(out_, ten_thousandths(length), 4);
  out_ += ' ';
}

void ContentStream::point(Point point) {
  const Point place = sheet_.place(point);
  number(place.x);
  number(place.y);
}

void ContentStream::set(std::string& current, std::string operation) {
  if (current == operation) return;
  out_ += operation;
  current = std::move(operation);
}

void ContentStream::save() {
  assert(!in_text_);
  saved_.push_back(state_);
  out_ += "q\n";
}

void ContentStream::restore() {
  assert(!saved_.empty() && !in_text_);
  state_ = std::move(saved_.back());
  saved_.pop_back();
  out_ += "Q\n";
}

void ContentStream::set_fill(const Colour& colour, Black black) {
  set_overprint(black == Black::overprints && is_solid_black(colour), state_.stroke_overprints);
  set(state_.fill, colour_operation(colour, false, writing_));
}

void ContentStream::set_stroke(const Colour& colour, Black black) {
  set_overprint(state_.fill_overprints, black == Black::overprints && is_solid_black(colour));
  set(state_.stroke, colour_operation(colour, true, writing_));
}

void ContentStream::set_overprint(bool fill, bool stroke) {
  if (!writing_.process_inks || (fill == state_.fill_overprints && stroke == state_.stroke_overprints)) return;
  out_ += name(state_name(fill, stroke)) + " gs\n";
  state_.fill_overprints = fill;
  state_.stroke_overprints = stroke;
}

void ContentStream::set_line(Length weight, const std::vector<Length>& dash, bool round_caps) {
  std::vector<std::string> lengths;
  lengths.reserve(dash.size());
  for (const Length length : dash) lengths.push_back(text_of(length));
  set(state_.line, text_of(weight) + " w " + (round_caps ? "1" : "0") + " J " + array(lengths) + " 0 d\n");
}

void ContentStream::move_to(Point to) {
  point(to);
  out_ += "m\n";
}

void ContentStream::line_to(Point to) {
  point(to);
  out_ += "l\n";
}

void ContentStream::curve_to(Point control1, Point control2, Point to) {
  point(control1);
  point(control2);
  point(to);
  out_ += "c\n";
}

void ContentStream::close_path() { out_ += "h\n"; }

void ContentStream::rectangle(const Rectangle& area) {
  point({area.x, area.bottom()});
  number(area.width);
  number(area.height);
  out_ += "re\n";
}

void ContentStream::paint(bool fill, bool stroke) { out_ += fill && stroke ? "B\n" : fill ? "f\n" : stroke ? "S\n" : "n\n"; }

void ContentStream::clip() { out_ += "W n\n"; }

void ContentStream::image(std::string_view resource_name, const std::array<Length, 6>& matrix) {
  for (const Length length : matrix) number(length);
  out_ += "cm\n" + name(resource_name) + " Do\n";
}

void ContentStream::begin_marked(std::string_view tag, std::string_view properties) {
  out_ += name(tag) + ' ';
  out_ += properties;
  out_ += properties.empty() ? "BMC\n" : " BDC\n";
}

void ContentStream::end_marked() { out_ += "EMC\n"; }

void ContentStream::begin_text() {
  if (in_text_) return;
  in_text_ = true;
  text_x_ = text_y_ = 0;
  out_ += "BT\n";
}

void ContentStream::end_text() {
  if (!in_text_) return;
  in_text_ = false;
  out_ += "ET\n";
}

void ContentStream::set_font(std::string_view resource_name, Length size) {
  set(state_.font, name(resource_name) + ' ' + text_of(size) + " Tf\n");
}

void ContentStream::set_character_spacing(std::int64_t ten_thousandths_of_point) {
  if (state_.character_spacing == ten_thousandths_of_point) return;
  append_decimal(out_, ten_thousandths_of_point, 4);
  out_ += " Tc\n";
  state_.character_spacing = ten_thousandths_of_point;
}

void ContentStream::set_rise(Length rise) {
  if (state_.rise == rise) return;
  number(rise);
  out_ += "Ts\n";
  state_.rise = rise;
}

void ContentStream::set_text_place(Point baseline_start) {
  assert(in_text_);
  // Td moves from the line before; differences of rounded places add up to rounded places.
  const Point place = sheet_.place(baseline_start);
  const std::int64_t x = ten_thousandths(place.x), y = ten_thousandths(place.y);
  append_decimal(out_, x - text_x_, 4);
  out_ += ' ';
  append_decimal(out_, y - text_y_, 4);
  out_ += " Td\n";
  text_x_ = x;
  text_y_ = y;
}

void ContentStream::show(std::string_view array) {
  assert(in_text_);
  out_ += '[';
  out_ += array;
  out_ += "]TJ\n";
}

}  // namespace banxin::pdf
