// JPEG files made segment by segment; their scans hold nothing, since only headers are read.
#pragma once

#include <string>
#include <string_view>

namespace banxin {

inline std::string big_endian_16(int number) { return {static_cast<char>(number >> 8), static_cast<char>(number & 0xff)}; }
inline std::string big_endian_32(int number) { return big_endian_16(number >> 16) + big_endian_16(number & 0xffff); }

inline std::string segment(int marker, std::string_view content) {
  return std::string{'\xff', static_cast<char>(marker)} + big_endian_16(static_cast<int>(content.size()) + 2) + std::string(content);
}

struct Frame {
  int marker = 0xc0;
  int precision = 8;
  int width = 40, height = 30;
  int components = 3;
};

inline std::string frame_segment(const Frame& frame) {
  std::string content{static_cast<char>(frame.precision)};
  content += big_endian_16(frame.height) + big_endian_16(frame.width) + static_cast<char>(frame.components);
  for (int i = 1; i <= frame.components; ++i) content += {static_cast<char>(i), '\x11', '\0'};
  return segment(frame.marker, content);
}

inline std::string jpeg_file(const std::string& application_segments, const Frame& frame = {}) {
  return "\xff\xd8" + application_segments + frame_segment(frame) + segment(0xda, std::string_view("\x01\x01\x00\x00\x3f\x00", 6)) +
         "\x12\x34\xff\xd9";
}

inline std::string jfif_segment(int unit, int density) {
  return segment(0xe0, std::string("JFIF\0\1\2", 7) + static_cast<char>(unit) + big_endian_16(density) + big_endian_16(density) +
                           std::string(2, '\0'));
}

/// An EXIF block in big-endian order with an orientation and a resolution.
inline std::string exif_block(int orientation, int resolution, int unit) {
  std::string tiff("MM\0*\0\0\0\x08\0\x03", 10);
  tiff += big_endian_16(0x0112) + big_endian_16(3) + big_endian_32(1) + big_endian_16(orientation) + big_endian_16(0);
  tiff += big_endian_16(0x011a) + big_endian_16(5) + big_endian_32(1) + big_endian_32(50);
  tiff += big_endian_16(0x0128) + big_endian_16(3) + big_endian_32(1) + big_endian_16(unit) + big_endian_16(0);
  tiff += big_endian_32(0) + big_endian_32(resolution) + big_endian_32(1);
  return tiff;
}

inline std::string exif_segment(int orientation, int resolution, int unit) {
  return segment(0xe1, std::string("Exif\0\0", 6) + exif_block(orientation, resolution, unit));
}

/// A profile header followed by filling.
inline std::string icc_profile(std::string_view colour_space, int size) {
  std::string profile(static_cast<std::size_t>(size), 'p');
  profile.replace(0, 4, big_endian_32(size));
  profile.replace(16, 4, colour_space);
  profile.replace(36, 4, "acsp");
  return profile;
}

inline std::string icc_segment(int number, int count, std::string_view part) {
  return segment(0xe2, std::string("ICC_PROFILE\0", 12) + static_cast<char>(number) + static_cast<char>(count) + std::string(part));
}

}  // namespace banxin
