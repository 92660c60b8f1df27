#include "image/picture.h"

#include <array>
#include <utility>

#include "image/faults.h"
#include "image/jpeg.h"
#include "image/pdf_page.h"
#include "image/png_file.h"
#include "image/svg.h"

namespace banxin {

namespace {

struct KnownFormat {
  std::string_view beginning;
  std::size_t offset;
  std::string_view name;
};

/// Formats that people have and that are not read; named so that the message can say what to convert.
constexpr std::array<KnownFormat, 6> other_formats = {{
    {"GIF8", 0, "GIF"},
    {"BM", 0, "BMP"},
    {"WEBP", 8, "WebP"},
    {"ftypheic", 4, "HEIC"},
    {"ftypmif1", 4, "HEIC"},
    {"ftypavif", 4, "AVIF"},
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

/// Programs put a few bytes before the header; readers look for it in the first kilobyte (ISO 32000-1, annex H).
bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

Result<Picture> read_any(const std::string& bytes, const std::string& name, const PictureLimits& limits, const PictureRequest& request) {
  if (bytes.starts_with("\xff\xd8")) return read_jpeg_header(bytes, name, limits);
  if (bytes.starts_with(png_signature)) return read_png(bytes, name, limits);
  if (is_pdf(bytes)) return read_pdf_page(bytes, name, request.page, limits);
  if (!is_svg(bytes)) return unknown_format(bytes, name);
  const Result<std::string> drawn = svg_to_pdf(bytes, name, request.font_folder);
  return drawn ? read_pdf_page(*drawn, name, 1, limits) : Result<Picture>(drawn.failure());
}

}  // namespace

Result<std::shared_ptr<const Picture>> read_picture(std::string bytes, const std::string& name, const PictureLimits& limits,
                                                    const PictureRequest& request) {
  if (bytes.size() > limits.bytes)
    return Diagnostic(Severity::error, "file-too-large", {}, {{"path", name}, {"limit", std::to_string(limits.bytes)}});
  if (request.page != 1 && !is_pdf(bytes))
    return image_fault("image-pdf-page", name, {{"pages", "1"}, {"page", std::to_string(request.page)}});
  Result<Picture> picture = read_any(bytes, name, limits, request);
  if (!picture) return picture.failure();
  picture->name = name;
  const bool drawing = picture->format == Picture::Format::vector && !is_pdf(bytes);
  if (drawing) picture->font_folder = request.font_folder;
  if (drawing || picture->format == Picture::Format::jpeg) picture->bytes = std::move(bytes);
  return std::shared_ptr<const Picture>(std::make_shared<Picture>(std::move(*picture)));
}

}  // namespace banxin
