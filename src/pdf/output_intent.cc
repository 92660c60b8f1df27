// The colour spaces of a file.
#include "pdf/output_intent.h"

#include <string_view>

#include "image/picture.h"
#include "page/item_colours.h"
#include "pdf/profiles.h"
#include "pdf/streams.h"

namespace banxin::pdf {
namespace {

/// What the pages of a document need of its colour spaces.
class ColourUse {
 public:
  explicit ColourUse(const PagedDocument& document) {
    for (const Page& page : document.pages) {
      for (const PageItem& item : page.items) {
        for_each_colour(item, [&](const Colour& colour) { note(colour, item.span); });
        if (const auto* image = std::get_if<ImageItem>(&item.content)) note(*image, item.span);
      }
    }
  }

  bool colours = false;             ///< something is neither black, white nor a tint of black
  bool vector_figures = false;      ///< which may hold any colours
  bool inks = false;                ///< something has no value but a CMYK one
  std::optional<SourceSpan> inked;  ///< its place

 private:
  void note(const ImageItem& image, SourceSpan span) {
    if (image.picture->format == Picture::Format::vector && !image.picture->vector.is_gray) vector_figures = colours = true;
    if (!image.picture->colour_profile.empty()) return;  // its colours mean what its own profile says
    if (image.picture->components == Picture::Components::rgb) colours = true;
    if (image.picture->components == Picture::Components::cmyk) note_inks(span);
  }
  void note(const Colour& colour, SourceSpan span) {
    if (colour.gray || colour.rgb == RgbColour{0, 0, 0}) return;  // both are written as black
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

Reference put_profile(ObjectSink& sink, std::string_view bytes, int components, bool compress) {
  Dictionary dictionary = encoded_dictionary(compress);
  dictionary.add("N", text_of(components));
  return sink.add_stream(std::move(dictionary), encoded(std::string(bytes), compress));
}

}  // namespace

Result<OutputColour> output_colour_of(const PagedDocument& document, const PdfOptions& options) {
  const ColourUse use(document);
  OutputColour colour;
  if (!options.output_profile.empty()) {
    colour.intent = read_icc_profile(options.output_profile);
    if (!colour.intent) return Diagnostic(Severity::error, "pdf-profile-unsuitable", {});
  } else if (options.standard.is_archive()) {
    colour.intent = use.colours ? IccProfile{std::string(srgb_profile()), ColourSpace::rgb, false, "sRGB IEC61966-2.1"}
                                : IccProfile{std::string(gray_profile()), ColourSpace::gray, false, "Gray, gamma 2.2"};
  }
  if (!colour.intent) return colour;
  colour.inks_first = colour.intent->space == ColourSpace::cmyk;
  const bool device_rgb = options.process_inks ? use.vector_figures : use.colours;
  colour.default_rgb = device_rgb && colour.intent->space != ColourSpace::rgb;
  if (use.inks && !colour.inks_first && options.standard.is_archive())
    return Diagnostic(Severity::error, "pdf-inks-without-profile", *use.inked, {{"standard", std::string(options.standard.name)}});
  return colour;
}

std::string put_output_intent(ObjectSink& sink, const IccProfile& profile, const PdfStandard& standard, bool compress) {
  const std::string condition = text_string(profile.description.empty() ? "Custom" : profile.description);
  return array({Dictionary{{"Type", "/OutputIntent"},
                           {"S", standard.is_exchange ? "/GTS_PDFX" : "/GTS_PDFA1"},
                           {"OutputConditionIdentifier", condition},
                           {"Info", condition},
                           {"DestOutputProfile", text_of(put_profile(sink, profile.bytes, component_count(profile.space), compress))}}
                    .text()});
}

std::string put_srgb_space(ObjectSink& sink, bool compress) {
  return array({"/ICCBased", text_of(put_profile(sink, srgb_profile(), component_count(ColourSpace::rgb), compress))});
}

}  // namespace banxin::pdf
