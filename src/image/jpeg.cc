#include "image/jpeg.h"

#include <algorithm>
#include <map>
#include <utility>

#include "image/byte_reader.h"
#include "image/exif.h"
#include "image/faults.h"
#include "image/icc_profile.h"

namespace banxin {

namespace {

enum Marker : int {
  sof0 = 0xc0,
  huffman_tables = 0xc4,
  jpeg_extensions = 0xc8,
  arithmetic_tables = 0xcc,
  sof15 = 0xcf,
  restart0 = 0xd0,
  restart7 = 0xd7,
  start_of_image = 0xd8,
  end_of_image = 0xd9,
  start_of_scan = 0xda,
  app0 = 0xe0,
  app1 = 0xe1,
  app2 = 0xe2,
  app14 = 0xee,
  temporary = 0x01
};

bool stands_alone(int marker) { return (marker >= restart0 && marker <= start_of_image) || marker == temporary; }

bool is_frame(int marker) {
  return marker >= sof0 && marker <= sof15 && marker != huffman_tables && marker != jpeg_extensions && marker != arithmetic_tables;
}

class JpegHeaderReader {
 public:
  JpegHeaderReader(std::string_view bytes, const std::string& name, const PictureLimits& limits)
      : bytes_(bytes), reader_(bytes), name_(name), limits_(limits) {}

  Result<Picture> read() {
    if (auto fault = read_segments()) return std::move(*fault);
    picture_.format = Picture::Format::jpeg;
    picture_.inverted_cmyk = adobe_ && picture_.components == Picture::Components::cmyk;
    picture_.orientation = exif_.orientation;
    picture_.dots_per_inch = jfif_resolution_ ? jfif_resolution_ : exif_.dots_per_inch;
    std::string profile = joined_profile();
    if (profile_fits(profile, picture_.components)) picture_.colour_profile = std::move(profile);
    return std::move(picture_);
  }

 private:
  using Fault = std::optional<Diagnostic>;

  /// The segments up to the first scan, which must follow a frame; and the end of the picture after it.
  Fault read_segments() {
    std::size_t place = 2;  // after SOI
    bool has_frame = false;
    while (true) {
      if (reader_.byte(place) != 0xff) return damaged(name_);
      while (reader_.byte(place) == 0xff) ++place;  // fill bytes
      const auto marker = reader_.byte(place++);
      if (!marker || *marker == end_of_image || *marker == 0) return damaged(name_);
      if (stands_alone(*marker)) continue;
      const auto length = reader_.number_16(place);
      const auto segment = length && *length >= 2 ? reader_.part(place + 2, *length - 2u) : std::nullopt;
      if (!segment) return damaged(name_);
      place += *length;
      if (*marker == start_of_scan) break;
      if (is_frame(*marker)) {
        if (auto fault = read_frame(*marker, *segment)) return fault;
        has_frame = true;
      } else {
        read_application_data(*marker, *segment);
      }
    }
    if (!has_frame || !scans_are_whole(place)) return damaged(name_);
    return std::nullopt;
  }

  /// Whether the data of the scan at `place`, and further segments and scans after it (progressive files have several), go on to the end
  /// of the picture. What follows that, the thumbnails and films of cameras, is not looked at.
  bool scans_are_whole(std::size_t place) const {
    while (true) {
      place = bytes_.find('\xff', place);
      if (place == std::string_view::npos) return false;
      const auto marker = reader_.byte(++place);
      if (!marker) return false;
      if (*marker == end_of_image) return true;
      if (*marker == 0 || *marker == 0xff || stands_alone(*marker)) continue;  // a byte of the data, fill, a restart
      const auto length = reader_.number_16(place + 1);
      if (!length || *length < 2 || !reader_.part(place + 1, *length)) return false;
      place += 1u + *length;
    }
  }

  Fault read_frame(int marker, std::string_view segment) {
    const ByteReader frame(segment);
    const auto precision = frame.byte(0), components = frame.byte(5);
    const auto height = frame.number_16(1), width = frame.number_16(3);
    if (!precision || !components || *height == 0 || *width == 0) return damaged(name_);
    const int coding = marker - sof0;
    if (coding >= 8) return image_fault("image-jpeg-arithmetic", name_);
    if (coding == 3 || coding >= 5) return image_fault("image-jpeg-lossless", name_);
    if (*precision != 8) return image_fault("image-jpeg-bits", name_, {{"bits", std::to_string(*precision)}});
    if (*components != 1 && *components != 3 && *components != 4) {
      return image_fault("image-jpeg-components", name_, {{"count", std::to_string(*components)}});
    }
    picture_.width = *width;
    picture_.height = *height;
    picture_.components = *components == 1   ? Picture::Components::gray
                          : *components == 3 ? Picture::Components::rgb
                                             : Picture::Components::cmyk;
    return check_pixels(picture_.width, picture_.height, name_, limits_);
  }

  void read_application_data(int marker, std::string_view segment) {
    constexpr std::string_view jfif{"JFIF\0", 5}, exif{"Exif\0\0", 6}, icc{"ICC_PROFILE\0", 12}, adobe = "Adobe";
    if (marker == app0 && segment.starts_with(jfif)) {
      read_jfif_density(ByteReader(segment));
    } else if (marker == app1 && segment.starts_with(exif)) {
      exif_ = read_exif(segment.substr(exif.size()));
    } else if (marker == app2 && segment.starts_with(icc) && segment.size() > icc.size() + 2) {
      const auto number = static_cast<unsigned char>(segment[icc.size()]);
      profile_count_ = static_cast<unsigned char>(segment[icc.size() + 1]);
      profile_parts_[number] = segment.substr(icc.size() + 2);
    } else if (marker == app14 && segment.starts_with(adobe)) {
      adobe_ = true;
    }
  }

  void read_jfif_density(const ByteReader& segment) {
    constexpr int per_inch = 1, per_centimetre = 2;
    const auto unit = segment.byte(7);
    const auto density = segment.number_16(8);
    if (!unit || !density || *density <= 1) return;  // 1 is an aspect ratio that some programs label as a density
    if (*unit == per_inch) jfif_resolution_ = *density;
    if (*unit == per_centimetre) jfif_resolution_ = *density * 2.54;
  }

  /// The profile's parts in order, or nothing when one is missing.
  std::string joined_profile() const {
    if (profile_parts_.empty() || profile_parts_.size() != profile_count_ || profile_parts_.begin()->first != 1) return {};
    std::string profile;
    for (const auto& [number, part] : profile_parts_) profile += part;
    return profile;
  }

  std::string_view bytes_;
  ByteReader reader_;
  const std::string& name_;
  const PictureLimits& limits_;
  Picture picture_;
  bool adobe_ = false;
  ExifFacts exif_;
  std::optional<double> jfif_resolution_;
  std::size_t profile_count_ = 0;
  std::map<int, std::string_view> profile_parts_;
};

}  // namespace

Result<Picture> read_jpeg_header(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
  return JpegHeaderReader(bytes, name, limits).read();
}

std::string jpeg_without_exif(std::string_view bytes) {
  const ByteReader reader(bytes);
  std::string out(bytes.substr(0, 2));
  std::size_t place = 2;
  while (true) {
    const std::size_t begin = place;
    while (reader.byte(place) == 0xff) ++place;
    const auto marker = reader.byte(place++);
    if (!marker || *marker == start_of_scan) return out.append(bytes.substr(std::min(begin, bytes.size())));
    if (!stands_alone(*marker)) {
      const auto length = reader.number_16(place);
      if (!length) return out.append(bytes.substr(begin));
      place += *length;
    }
    if (*marker != app1) out.append(bytes.substr(begin, place - begin));
  }
}

}  // namespace banxin
