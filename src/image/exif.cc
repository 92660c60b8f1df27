#include "image/exif.h"

#include "image/byte_reader.h"

namespace banxin {

namespace {

constexpr int orientation_tag = 0x0112, x_resolution_tag = 0x011a, resolution_unit_tag = 0x0128;
constexpr int centimetres = 3;

std::optional<ByteReader> tiff_reader(std::string_view tiff) {
  constexpr std::string_view big_endian{"MM\0*", 4}, little_endian{"II*\0", 4};
  if (tiff.starts_with(big_endian)) return ByteReader(tiff, ByteReader::Order::big_endian);
  if (tiff.starts_with(little_endian)) return ByteReader(tiff, ByteReader::Order::little_endian);
  return std::nullopt;
}

std::optional<double> read_rational(const ByteReader& reader, std::size_t offset) {
  const auto numerator = reader.number_32(offset), denominator = reader.number_32(offset + 4);
  if (!numerator || !denominator || *numerator == 0 || *denominator == 0) return std::nullopt;
  return static_cast<double>(*numerator) / *denominator;
}

}  // namespace

ExifFacts read_exif(std::string_view tiff) {
  ExifFacts facts;
  const auto reader = tiff_reader(tiff);
  if (!reader) return facts;
  const auto directory = reader->number_32(4);
  const auto count = directory ? reader->number_16(*directory) : std::nullopt;
  if (!count) return facts;

  std::optional<double> resolution;
  int unit = 2;
  constexpr std::size_t entry_size = 12, value_offset = 8;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t entry = std::size_t{*directory} + 2 + i * entry_size;
    const auto tag = reader->number_16(entry), small = reader->number_16(entry + value_offset);
    const auto large = reader->number_32(entry + value_offset);
    if (!tag || !small || !large) break;
    if (*tag == orientation_tag && *small >= 1 && *small <= 8) facts.orientation = *small;
    if (*tag == resolution_unit_tag) unit = *small;
    if (*tag == x_resolution_tag) resolution = read_rational(*reader, *large);
  }
  if (resolution) facts.dots_per_inch = unit == centimetres ? *resolution * 2.54 : *resolution;
  return facts;
}

}  // namespace banxin
