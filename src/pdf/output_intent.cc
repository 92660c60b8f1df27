// The colour spaces of a file.
#include "pdf/output_intent.h"

#include <string_view>

#include "image/picture.h"
#include "pdf/profiles.h"
#include "pdf/streams.h"

namespace banxin::pdf {
namespace {

constexpr std::string_view srgb_condition = "sRGB IEC61966-2.1";
constexpr std::string_view gray_condition = "Gray, gamma 2.2";

/// What the pages of a document need of its colour spaces.
class ColourUse {
 public:
  explicit ColourUse(const PagedDocument& document) {
    for (const Page& page : document.pages) {
      for (const PageItem& item : page.items) std::visit([&](const auto& content) { note(content, item.span); }, item.content);
    }
  }

  bool colours = false;             ///< something is neither black, white nor a tint of black
  bool inks = false;                ///< something has no value but a CMYK one
  std::optional<SourceSpan> inked;  ///< its place

 private:
  void note(const GlyphRunItem& run, SourceSpan span) { note(run.colour, span); }
  void note(const StrokeItem& stroke, SourceSpan span) { note(stroke.colour, span); }
  void note(const PathItem& path, SourceSpan span) {
    if (path.fill) note(*path.fill, span);
    if (path.stroke) note(*path.stroke, span);
  }
  void note(const RectangleItem& rectangle, SourceSpan span) {
    if (rectangle.fill) note(*rectangle.fill, span);
    if (rectangle.stroke) note(*rectangle.stroke, span);
  }
  void note(const ImageItem& image, SourceSpan span) {
    if (!image.picture->colour_profile.empty()) return;  // its colours mean what its own profile says
    if (image.picture->components == Picture::Components::rgb) colours = true;
    if (image.picture->components == Picture::Components::cmyk) note_inks(span);
  }
  void note(const Colour& colour, SourceSpan span) {
    if (colour.gray) return;
    if (colour.rgb)
      colours = true;
    else if (colour.cmyk)
      note_inks(span);
  }
  void note_inks(SourceSpan span) {
    inks = colours = true;
    if (!inked) inked = span;
  }
};

/// Reads the header (ICC.1:2010, 7.2); nothing when the bytes are no profile that describes an output.
std::optional<IccProfile> read_profile(const std::string& bytes) {
  constexpr std::size_t header_size = 128;
  if (bytes.size() < header_size || bytes.compare(36, 4, "acsp") != 0) return std::nullopt;
  const std::string device_class = bytes.substr(12, 4), space = bytes.substr(16, 4);
  if (device_class != "prtr" && device_class != "mntr") return std::nullopt;
  const int components = space == "GRAY" ? 1 : space == "RGB " ? 3 : space == "CMYK" ? 4 : 0;
  if (components == 0) return std::nullopt;
  return IccProfile{bytes, components, "Custom"};
}

Reference put_profile(ObjectSink& sink, const IccProfile& profile, bool compress) {
  Dictionary dictionary = encoded_dictionary(compress);
  dictionary.add("N", text_of(profile.components));
  return sink.add_stream(std::move(dictionary), encoded(profile.bytes, compress));
}

IccProfile srgb() { return {std::string(srgb_profile()), 3, std::string(srgb_condition)}; }

}  // namespace

Result<OutputColour> output_colour_of(const PagedDocument& document, const PdfOptions& options) {
  const ColourUse use(document);
  OutputColour colour;
  if (!options.output_profile.empty()) {
    colour.intent = read_profile(options.output_profile);
    if (!colour.intent) return Diagnostic(Severity::error, "pdf-profile-unsuitable", {});
  } else if (options.standard.is_archive()) {
    colour.intent = use.colours ? srgb() : IccProfile{std::string(gray_profile()), 1, std::string(gray_condition)};
  }
  if (!colour.intent) return colour;
  colour.inks_first = colour.intent->components == 4;
  colour.default_rgb = use.colours && colour.intent->components != 3;
  if (use.inks && !colour.inks_first && options.standard.is_archive())
    return Diagnostic(Severity::error, "pdf-inks-without-profile", *use.inked, {{"standard", std::string(options.standard.name)}});
  return colour;
}

std::string put_output_intent(ObjectSink& sink, const IccProfile& profile, bool compress) {
  return array({Dictionary{{"Type", "/OutputIntent"},
                           {"S", "/GTS_PDFA1"},
                           {"OutputConditionIdentifier", text_string(profile.condition)},
                           {"Info", text_string(profile.condition)},
                           {"DestOutputProfile", text_of(put_profile(sink, profile, compress))}}
                    .text()});
}

std::string put_srgb_space(ObjectSink& sink, bool compress) { return array({"/ICCBased", text_of(put_profile(sink, srgb(), compress))}); }

}  // namespace banxin::pdf
