#include "image/picture.h"

#include <array>
#include <utility>

#include "image/faults.h"
#include "image/jpeg.h"
#include "image/png_file.h"

namespace banxin {

namespace {

struct KnownFormat {
  std::string_view beginning;
  std::size_t offset;
  std::string_view name;
};

/// Formats that people have and that are not read; named so that the message can say what to convert.
constexpr std::array<KnownFormat, 9> other_formats = {{
    {"GIF8", 0, "GIF"},
    {"BM", 0, "BMP"},
    {"WEBP", 8, "WebP"},
    {"ftypheic", 4, "HEIC"},
    {"ftypmif1", 4, "HEIC"},
    {"ftypavif", 4, "AVIF"},
    {"%PDF", 0, "PDF"},
    {"<svg", 0, "SVG"},
    {"<?xml", 0, "SVG"},
}};

bool is_tiff(std::string_view bytes) {
  return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

Diagnostic unknown_format(std::string_view bytes, const std::string& name) {
  std::string_view format = is_tiff(bytes) ? "TIFF" : "";
  for (const KnownFormat& known : other_formats) {
    if (bytes.size() > known.offset && bytes.substr(known.offset).starts_with(known.beginning)) format = known.name;
  }
  if (format.empty()) return image_fault("image-unknown-format", name);
  return image_fault("image-other-format", name, {{"format", std::string(format)}});
}

}  // namespace

Result<std::shared_ptr<const Picture>> read_picture(std::string bytes, const std::string& name, const PictureLimits& limits) {
  if (bytes.size() > limits.bytes)
    return Diagnostic(Severity::error, "file-too-large", {}, {{"path", name}, {"limit", std::to_string(limits.bytes)}});
  const bool jpeg = bytes.starts_with("\xff\xd8");
  if (!jpeg && !bytes.starts_with(png_signature)) return unknown_format(bytes, name);
  Result<Picture> picture = jpeg ? read_jpeg_header(bytes, name, limits) : read_png(bytes, name, limits);
  if (!picture) return picture.failure();
  picture->name = name;
  if (jpeg) picture->bytes = std::move(bytes);
  return std::shared_ptr<const Picture>(std::make_shared<Picture>(std::move(*picture)));
}

}  // namespace banxin
