#include "impose/impose.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;
using Box = QPDFObjectHandle::Rectangle;

constexpr Length mark_offset = Length::from_millimetres(3), mark_length = Length::from_millimetres(5);

/// A page of the source as something to draw.
struct Source {
  Handle form;  ///< in the source
  Box trim;     ///< as seen, rotation applied
  Size size() const { return {Length::from_points(trim.urx - trim.llx), Length::from_points(trim.ury - trim.lly)}; }
};

Source source_of(QPDFPageObjectHelper page) {
  Source source{page.getFormXObjectForPage(true), {}};
  Handle dictionary = source.form.getDict(), matrix = dictionary.getKey("/Matrix");
  Box trim = page.getTrimBox(false).getArrayAsRectangle();
  // qpdf cuts the form to the trim; here it may show its bleed.
  Handle bleed = page.getAttribute("/BleedBox", false);
  if (bleed.isRectangle()) dictionary.replaceKey("/BBox", bleed.shallowCopy());
  source.trim = matrix.isMatrix() ? QPDFMatrix(matrix.getArrayAsMatrix()).transformRectangle(trim) : trim;
  return source;
}

std::string number(double value) {
  std::string text = fmt::format("{:.4f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

class Imposer {
 public:
  Imposer(QPDF& source, const ImposeOptions& options) : source_(source), options_(options) {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(source).getAllPages()) sources_.push_back(source_of(page));
    target_.emptyPDF();
  }

  ImposedFile run() {
    ImposedFile result;
    result.pages = sources_.size();
    Size largest;
    for (const Source& source : sources_)
      largest = {std::max(largest.width, source.size().width), std::max(largest.height, source.size().height)};
    const SheetLayout layout(largest, options_.sheet);
    const std::vector<SheetSide> sides = page_order(options_.sheet.way, sources_.size(), options_.signature, options_.binding);
    for (const SheetSide& side : sides) {
      add_side(side, layout);
      result.blanks += static_cast<std::size_t>(std::count(side.pages.begin(), side.pages.end(), std::nullopt));
    }
    result.sheets = (sides.size() + 1) / 2;
    result.claims_dropped = source_.getRoot().hasKey("/StructTreeRoot") || source_.getRoot().hasKey("/Metadata");
    copy_document_facts();
    result.bytes = written();
    return result;
  }

 private:
  void add_side(const SheetSide& side, const SheetLayout& layout) {
    const double height = layout.sheet().height.points();
    Handle forms = Handle::newDictionary();
    std::string content;
    for (std::size_t place = 0; place < side.pages.size(); ++place) {
      if (!side.pages[place]) continue;
      const std::size_t page = *side.pages[place];
      const std::string name = fmt::format("/Page{}", page + 1);
      forms.replaceKey(name, form_of(page));
      content += drawing(sources_[page], layout.scale(), layout.place(place, side.depth), layout.room(place), height, name);
    }
    if (options_.sheet.marks) content += marks(layout, height);
    Handle sheet = Handle::parse("<</Type/Page/Resources<<>>>>");
    sheet.replaceKey("/MediaBox", box({Length(), Length(), layout.sheet().width, layout.sheet().height}, height));
    sheet.replaceKey("/TrimBox", box(layout.block(), height));
    sheet.getKey("/Resources").replaceKey("/XObject", forms);
    sheet.replaceKey("/Contents", Handle::newStream(&target_, content));
    QPDFPageDocumentHelper(target_).addPage(target_.makeIndirectObject(sheet), false);
  }

  /// Each page is taken over once, however often it is drawn.
  Handle form_of(std::size_t page) {
    const auto known = forms_.find(page);
    if (known != forms_.end()) return known->second;
    return forms_.emplace(page, target_.copyForeignObject(sources_[page].form)).first->second;
  }

  /// The page in the middle of its place, cut to its room.
  static std::string drawing(const Source& source, double scale, const Rectangle& place, const Rectangle& room, double sheet_height,
                             const std::string& name) {
    const Size size = source.size();
    const double x = place.x.points() + (place.width.points() - size.width.points() * scale) / 2 - source.trim.llx * scale;
    const double y =
        sheet_height - place.bottom().points() + (place.height.points() - size.height.points() * scale) / 2 - source.trim.lly * scale;
    return fmt::format("q {} {} {} {} re W n {} 0 0 {} {} {} cm {} Do Q\n", number(room.x.points()),
                       number(sheet_height - room.bottom().points()), number(room.width.points()), number(room.height.points()),
                       number(scale), number(scale), number(x), number(y), name);
  }

  static Handle box(const Rectangle& area, double sheet_height) {
    return Handle::newFromRectangle(
        {area.x.points(), sheet_height - area.bottom().points(), area.right().points(), sheet_height - area.y.points()});
  }

  /// Crop marks at the block's corners; short dashed lines where it is folded or cut between pages.
  static std::string marks(const SheetLayout& layout, double sheet_height) {
    std::string out = "q 0 G 0.25 w\n";
    const auto line = [&](Length x1, Length y1, Length x2, Length y2) {
      out += fmt::format("{} {} m {} {} l S\n", number(x1.points()), number(sheet_height - y1.points()), number(x2.points()),
                         number(sheet_height - y2.points()));
    };
    const Rectangle block = layout.block();
    const Length far = mark_offset + mark_length;
    const auto upright = [&](Length x) {
      line(x, block.y - far, x, block.y - mark_offset);
      line(x, block.bottom() + mark_offset, x, block.bottom() + far);
    };
    const auto lying = [&](Length y) {
      line(block.x - far, y, block.x - mark_offset, y);
      line(block.right() + mark_offset, y, block.right() + far, y);
    };
    upright(block.x);
    upright(block.right());
    lying(block.y);
    lying(block.bottom());
    out += "[2 1.5] 0 d\n";
    for (const Length x : layout.inner_columns()) upright(x);
    for (const Length y : layout.inner_rows()) lying(y);
    return out + "Q\n";
  }

  void copy_document_facts() {
    Handle intents = source_.getRoot().getKey("/OutputIntents");
    // A copy of an object needs one of its own in the file that it comes from.
    if (intents.isArray()) target_.getRoot().replaceKey("/OutputIntents", target_.copyForeignObject(source_.makeIndirectObject(intents)));
    Handle facts = source_.getTrailer().getKey("/Info"), copied = Handle::newDictionary();
    for (const char* key : {"/Title", "/Author", "/Subject", "/Keywords", "/CreationDate", "/ModDate"}) {
      if (facts.isDictionary() && facts.getKey(key).isString()) copied.replaceKey(key, facts.getKey(key).shallowCopy());
    }
    copied.replaceKey("/Producer", Handle::newString("Banxin " BANXIN_VERSION));
    target_.getTrailer().replaceKey("/Info", target_.makeIndirectObject(copied));
  }

  std::string written() {
    QPDFWriter writer(target_);
    writer.setOutputMemory();
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(true);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  QPDF& source_;
  QPDF target_;
  const ImposeOptions& options_;
  std::vector<Source> sources_;
  std::map<std::size_t, Handle> forms_;
};

}  // namespace

Result<ImposedFile> impose(const std::string& pdf, const ImposeOptions& options) {
  try {
    QPDF source;
    source.setSuppressWarnings(true);
    source.processMemoryFile("file", pdf.data(), pdf.size());
    if (QPDFPageDocumentHelper(source).getAllPages().empty()) return Diagnostic(Severity::error, "impose-without-pages", {});
    return Imposer(source, options).run();
  } catch (const QPDFExc& error) {
    return Diagnostic(Severity::error, error.getErrorCode() == qpdf_e_password ? "impose-password" : "impose-unreadable", {},
                      {{"reason", error.getMessageDetail()}});
  } catch (const std::exception& error) {
    return Diagnostic(Severity::error, "impose-unreadable", {}, {{"reason", error.what()}});
  }
}

}  // namespace banxin
