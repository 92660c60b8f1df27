#include "press/prepare.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <set>

#include "page/names.h"
#include "press/printed_colours.h"
#include "press/printed_pictures.h"

namespace banxin {
namespace {

using Colours = PressOptions::Colours;

class Preparation {
 public:
  Preparation(const PressOptions& options, DiagnosticSink& sink) : options_(options), sink_(sink) {
    if (options.colours == Colours::black) colours_ = std::make_unique<BlackAlone>();
    if (options.colours == Colours::process && options.condition) colours_ = std::make_unique<ProcessInks>(*options.condition);
  }

  void prepare(PageItem& item) {
    std::visit([&](auto& content) { prepare(content, item.span); }, item.content);
  }

 private:
  void prepare(GlyphRunItem& run, SourceSpan span) { print(run.colour, ColourUse::line, span); }
  void prepare(StrokeItem& stroke, SourceSpan span) { print(stroke.colour, ColourUse::line, span); }
  void prepare(PathItem& path, SourceSpan span) {
    if (path.fill) print(*path.fill, ColourUse::area, span);
    if (path.stroke) print(*path.stroke, ColourUse::line, span);
  }
  void prepare(RectangleItem& rectangle, SourceSpan span) {
    if (rectangle.fill) print(*rectangle.fill, ColourUse::area, span);
    if (rectangle.stroke) print(*rectangle.stroke, ColourUse::line, span);
  }

  void prepare(ImageItem& image, SourceSpan span) {
    auto known = pictures_.find(image.picture);
    if (known == pictures_.end()) known = pictures_.emplace(image.picture, printed(image.picture, span)).first;
    image.picture = known->second;
  }

  std::shared_ptr<const Picture> printed(const std::shared_ptr<const Picture>& picture, SourceSpan span) {
    Result<std::shared_ptr<const Picture>> result = picture;
    if (options_.colours == Colours::black) result = picture_in_gray(picture);
    if (options_.colours == Colours::process && options_.condition && options_.convert_pictures)
      result = picture_in_inks(picture, *options_.condition);
    if (!result) {
      Diagnostic failure = result.failure();
      failure.span = span;
      sink_.add(std::move(failure));
      return picture;
    }
    if (options_.colours == Colours::process) check_ink(**result, span);
    return *result;
  }

  void print(Colour& colour, ColourUse use, SourceSpan span) {
    if (!colours_) return;
    colour = colours_->printed(colour, use);
    if (options_.colours == Colours::process && colour.spot != Colour::registration().spot) check_ink(colour, span);
  }

  void check_ink(const Picture& picture, SourceSpan span) {
    const std::optional<int> ink = total_ink(picture);
    if (ink && *ink > options_.most_ink)
      sink_.warning("press-picture-total-ink", span,
                    {{"name", picture.name}, {"ink", percent(*ink)}, {"limit", percent(options_.most_ink)}});
  }

  void check_ink(const Colour& colour, SourceSpan span) {
    if (total_ink(colour) <= options_.most_ink) return;
    const std::string written = colour_text(colour);
    if (!told_.insert(written).second) return;
    sink_.warning("press-total-ink", span,
                  {{"colour", written}, {"ink", percent(total_ink(colour))}, {"limit", percent(options_.most_ink)}});
  }

  static std::string percent(int thousandths) { return fmt::format("{}%", (thousandths + 5) / 10); }

  const PressOptions& options_;
  DiagnosticSink& sink_;
  std::unique_ptr<PrintedColours> colours_;  ///< null: as written
  std::map<std::shared_ptr<const Picture>, std::shared_ptr<const Picture>> pictures_;
  std::set<std::string> told_;  ///< colours that lay too much ink
};

}  // namespace

void prepare_for_press(PagedDocument& document, const PressOptions& options, DiagnosticSink& sink) {
  if (options.colours == Colours::as_written) return;
  Preparation preparation(options, sink);
  for (Page& page : document.pages) {
    for (PageItem& item : page.items) preparation.prepare(item);
  }
}

}  // namespace banxin
