// Pages to PDF bytes.
#include "pdf/write.h"

#include <algorithm>
#include <cassert>

#include "base/parallel.h"
#include "pdf/attachments.h"
#include "pdf/font_objects.h"
#include "pdf/image_objects.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_sink.h"
#include "pdf/output_intent.h"
#include "pdf/pack.h"
#include "pdf/page_content.h"
#include "pdf/sheet.h"
#include "pdf/spot_inks.h"
#include "pdf/streams.h"
#include "pdf/structure_tree.h"
#include "pdf/vector_objects.h"

namespace banxin {
namespace pdf {
namespace {

/// Writes one document. Fonts, pictures and page contents are made by functions of their own that touch no sink, by several threads; this
/// puts them in a fixed order.
class Writer {
 public:
  Writer(const PagedDocument& document, const PdfOptions& options, const OutputColour& colour)
      : document_(document),
        options_(options),
        colour_(colour),
        fonts_(document, options.threads),
        images_(document),
        spots_(options.process_inks ? SpotInks(document) : SpotInks()) {}

  Result<std::string> write() {
    reserve();
    make_parts();
    if (auto failure = put_fonts()) return *failure;
    put_images();
    for (std::size_t i = 0; i < document_.pages.size(); ++i) put_page(i);
    put_page_tree();
    return sink_.save(catalog(), info_dictionary(document_.metadata, options_.standard), version());
  }

 private:
  ObjectSink::Version version() const {
    if (options_.standard.rests_on_pdf_1_4()) return ObjectSink::Version::pdf_1_4;
    return options_.standard.is_exchange ? ObjectSink::Version::pdf_1_6 : ObjectSink::Version::pdf_1_7;
  }

  void reserve() {
    page_tree_ = sink_.reserve();
    colour_spaces_ = spots_.put(sink_);
    if (colour_.default_rgb) default_rgb_ = put_srgb_space(sink_, options_.compress);
    if (colour_.default_rgb) colour_spaces_.add("DefaultRGB", default_rgb_);
    for (std::size_t i = 0; i < document_.pages.size(); ++i) tagged_.pages.push_back(sink_.reserve());
    for (std::size_t i = 0; i < fonts_.fonts().size(); ++i) font_references_.push_back(sink_.reserve());
    for (std::size_t i = 0; i < images_.pictures().size(); ++i) image_references_.push_back(sink_.reserve());
  }

  /// Faces come first: the largest takes as long as many pages.
  void make_parts() {
    const std::size_t fonts = fonts_.fonts().size(), pictures = images_.pictures().size(), pages = document_.pages.size();
    font_programs_.resize(fonts);
    encoded_images_.resize(pictures);
    page_contents_.resize(pages);
    for_each_index(fonts + pictures + pages, options_.threads, [&](std::size_t i) {
      if (i < fonts)
        font_programs_[i] = make_font_program(fonts_.fonts()[i], options_.compress, options_.standard.rests_on_pdf_1_4());
      else if (i < fonts + pictures)
        make_image(i - fonts);
      else
        make_page(i - fonts - pictures);
    });
  }

  void make_image(std::size_t index) {
    const Picture& picture = *images_.pictures()[index];
    if (picture.format == Picture::Format::vector) return;
    encoded_images_[index] = encode_image(picture, {options_.compress, options_.standard.rests_on_pdf_1_4(), options_.process_inks});
  }

  void make_page(std::size_t index) {
    PageContent& content = page_contents_[index];
    content = make_page_content(document_.pages[index], document_.structure, fonts_, images_,
                                {colour_.inks_first, options_.process_inks, &spots_});
    content.stream = encoded(std::move(content.stream), options_.compress);
  }

  std::optional<Diagnostic> put_fonts() {
    for (std::size_t i = 0; i < font_programs_.size(); ++i) {
      Result<FontProgram>& program = *font_programs_[i];
      if (!program) return program.failure();
      put_font(sink_, font_references_[i], fonts_.fonts()[i], std::move(*program), options_.compress);
    }
    return std::nullopt;
  }

  void put_images() {
    ImageWriter writer(sink_, options_.compress);
    for (std::size_t i = 0; i < images_.pictures().size(); ++i) {
      const Picture& picture = *images_.pictures()[i];
      if (picture.format == Picture::Format::vector)
        put_vector_figure(sink_, image_references_[i], picture.vector, default_rgb_, options_.compress);
      else
        writer.put(image_references_[i], std::move(encoded_images_[i]));
    }
  }

  void put_page(std::size_t index) {
    const Page& page = document_.pages[index];
    const Sheet sheet(page);
    PageContent& content = page_contents_[index];
    const std::string resource_text = resources(content);
    const Reference stream = sink_.add_stream(encoded_dictionary(options_.compress), std::move(content.stream));
    Dictionary dictionary{{"Type", "/Page"},
                          {"Parent", text_of(page_tree_)},
                          {"MediaBox", sheet.media_box()},
                          {"CropBox", sheet.media_box()},
                          {"TrimBox", sheet.trim_box()}};
    if (page.bleed > Length() || options_.standard.is_exchange) dictionary.add("BleedBox", sheet.bleed_box());
    if (options_.standard.is_exchange && has_transparency(content)) dictionary.add("Group", transparency_group());
    dictionary.add("Resources", resource_text).add("Contents", text_of(stream));
    if (!page.links.empty() && options_.standard.allows_links()) dictionary.add("Annots", array(put_links(index)));
    if (is_tagged()) dictionary.add("StructParents", text_of(static_cast<int>(index))).add("Tabs", "/S");
    sink_.put(tagged_.pages[index], dictionary.text());
    tagged_.marked_nodes.push_back(std::move(content.marked_nodes));
  }

  std::string resources(const PageContent& content) const {
    Dictionary fonts, images, all;
    for (const std::size_t font : content.fonts) fonts.add(fonts_.fonts()[font].resource_name, text_of(font_references_[font]));
    for (const Picture* picture : content.pictures)
      images.add(images_.resource_name(*picture), text_of(image_references_[images_.index_of(*picture)]));
    if (!fonts.empty()) all.add("Font", fonts.text());
    if (!images.empty()) all.add("XObject", images.text());
    if (!colour_spaces_.empty()) all.add("ColorSpace", colour_spaces_.text());
    if (options_.process_inks) all.add("ExtGState", overprint_states().text());
    return all.text();
  }

  static bool has_transparency(const PageContent& content) {
    return std::any_of(content.pictures.begin(), content.pictures.end(),
                       [](const Picture* picture) { return !picture->decoded.alpha.empty() || picture->vector.needs_pdf_1_7; });
  }

  /// In which colours what shows through is mixed: those that print.
  std::string transparency_group() const {
    return Dictionary{{"S", "/Transparency"}, {"CS", options_.process_inks ? "/DeviceCMYK" : "/DeviceGray"}}.text();
  }

  std::vector<std::string> put_links(std::size_t page_index) {
    std::vector<std::string> annotations;
    const Page& page = document_.pages[page_index];
    for (const LinkArea& link : page.links) {
      std::optional<int> struct_parent;
      const Reference annotation = sink_.reserve();
      if (is_tagged() && link.node >= 0) {
        struct_parent = static_cast<int>(document_.pages.size() + tagged_.links.size());
        tagged_.links.push_back({link.node, page_index, annotation});
      }
      sink_.put(annotation, link_annotation(link, Sheet(page), struct_parent,
                                            link.place ? destination(*link.place, document_, tagged_.pages) : std::string()));
      annotations.push_back(text_of(annotation));
    }
    return annotations;
  }

  void put_page_tree() {
    std::vector<std::string> kids;
    kids.reserve(tagged_.pages.size());
    for (const Reference page : tagged_.pages) kids.push_back(text_of(page));
    sink_.put(page_tree_, Dictionary{{"Type", "/Pages"}, {"Kids", array(kids)}, {"Count", text_of(static_cast<int>(kids.size()))}}.text());
  }

  Dictionary catalog() {
    const DocumentMetadata& metadata = document_.metadata;
    const std::string digest = options_.standard.is_exchange ? sink_.digest().hexadecimal() : std::string();
    // Never compressed: programs that do not read PDF find the packet by its markers.
    const Reference xmp = sink_.add_stream({{"Type", "/Metadata"}, {"Subtype", "/XML"}}, xmp_packet(metadata, options_.standard, digest));
    Dictionary catalog{
        {"Type", "/Catalog"}, {"Pages", text_of(page_tree_)}, {"PageLabels", page_labels(document_.pages)}, {"Metadata", text_of(xmp)}};
    if (!metadata.title.empty()) catalog.add("ViewerPreferences", "<</DisplayDocTitle true>>");
    if (!metadata.language.empty()) catalog.add("Lang", text_string(metadata.language));
    if (colour_.intent) catalog.add("OutputIntents", put_output_intent(sink_, *colour_.intent, options_.standard, options_.compress));
    put_attachments(sink_, options_.attachments, metadata.date ? pdf_date(*metadata.date) : std::string(), options_.compress, catalog);
    if (const auto outline = put_outline(sink_, document_, tagged_.pages)) catalog.add("Outlines", text_of(*outline));
    if (is_tagged())
      catalog.add("MarkInfo", "<</Marked true>>").add("StructTreeRoot", text_of(put_structure_tree(sink_, document_, tagged_)));
    return catalog;
  }

  bool is_tagged() const { return !document_.structure.empty(); }

  const PagedDocument& document_;
  const PdfOptions& options_;
  const OutputColour& colour_;
  const FontTable fonts_;
  const ImageTable images_;
  const SpotInks spots_;
  ObjectSink sink_;
  Reference page_tree_;
  std::string default_rgb_;   ///< a colour space, when device RGB needs one
  Dictionary colour_spaces_;  ///< of every page's resources
  std::vector<Reference> font_references_, image_references_;
  std::vector<std::optional<Result<FontProgram>>> font_programs_;
  std::vector<EncodedImage> encoded_images_;  ///< nothing in the place of a vector figure
  std::vector<PageContent> page_contents_;    ///< their streams encoded
  TaggedContent tagged_;
};

/// Whether anything is left to do for libqpdf.
std::optional<Packing> packing_for(const PdfOptions& options) {
  Packing packing;
  packing.object_streams = options.compress && options.standard.allows_object_streams();
  packing.password = options.password;
  return packing.object_streams || packing.password ? std::optional(std::move(packing)) : std::nullopt;
}

}  // namespace
}  // namespace pdf

Result<std::string> write_pdf(const PagedDocument& document, const PdfOptions& options) {
  assert(!options.password || options.standard.allows_encryption());
  assert(!options.standard.is_exchange || (document.metadata.date && !options.output_profile.empty()));
  assert(options.attachments.empty() || options.standard.allows_attachments());
  const Result<pdf::OutputColour> colour = pdf::output_colour_of(document, options);
  if (!colour) return colour.failure();
  Result<std::string> file = pdf::Writer(document, options, *colour).write();
  if (!file) return file;
  const std::optional<pdf::Packing> packing = pdf::packing_for(options);
  return packing ? pdf::pack(*file, *packing) : std::move(file);
}

}  // namespace banxin
