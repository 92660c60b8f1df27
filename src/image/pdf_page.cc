#include "image/pdf_page.h"

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <array>
#include <cmath>
#include <exception>

#include "image/faults.h"
#include "image/pdf_cleaner.h"
#include "image/pdf_fault.h"
#include "image/pdf_objects.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

/// What content takes for granted at its beginning (ISO 32000-1, table 52), whatever stood before it on our page.
constexpr std::string_view initial_state = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts\n";

struct PageBox {
  Handle::Rectangle area;
  int quarter_turns = 0;  ///< clockwise

  double width() const { return area.urx - area.llx; }
  double height() const { return area.ury - area.lly; }
  bool lies() const { return quarter_turns % 2 == 1; }
};

std::optional<PageBox> box_of(QPDFPageObjectHelper page) {
  constexpr double smallest = 1, largest = 100'000;
  PageBox box;
  Handle array = page.getTrimBox();
  if (!array.isRectangle()) return std::nullopt;
  box.area = array.getArrayAsRectangle();
  const auto sound = [&](double side) { return std::isfinite(side) && side >= smallest && side <= largest; };
  if (!sound(box.width()) || !sound(box.height())) return std::nullopt;
  Handle rotate = page.getAttribute("/Rotate", false);
  const long long degrees = rotate.isInteger() ? rotate.getIntValue() : 0;
  box.quarter_turns = static_cast<int>(((degrees / 90) % 4 + 4) % 4);
  return box;
}

/// Maps the box, turned, onto the unit square.
std::array<double, 6> unit_matrix(const PageBox& box) {
  const double w = 1 / box.width(), h = 1 / box.height();
  const Handle::Rectangle& area = box.area;
  switch (box.quarter_turns) {
    case 1:
      return {0, -w, h, 0, -area.lly * h, area.urx * w};
    case 2:
      return {-w, 0, 0, -h, area.urx * w, area.ury * h};
    case 3:
      return {0, w, -h, 0, area.ury * h, -area.llx * w};
    default:
      return {w, 0, 0, h, -area.llx * w, -area.lly * h};
  }
}

Handle real(double number) { return Handle::parse(fmt::format("{:.9f}", number)); }

/// The page as a form of its own.
Handle form_of(QPDFPageObjectHelper page, const PageBox& box) {
  Handle form = page.getFormXObjectForPage(/*handle_transformations=*/false);
  Handle matrix = Handle::newArray();
  for (const double number : unit_matrix(box)) matrix.appendItem(real(number));
  form.getDict().replaceKey("/BBox", Handle::newArray(box.area));
  form.getDict().replaceKey("/Matrix", matrix);
  return form;
}

Picture::Components components_of(const PageUse& use) {
  if (use.device_cmyk) return Picture::Components::cmyk;
  return use.device_rgb ? Picture::Components::rgb : Picture::Components::gray;
}

Result<Picture> read(QPDF& document, const std::string& name, int page_number, const PictureLimits& limits) {
  const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(document).getAllPages();
  if (page_number > static_cast<int>(pages.size()))
    return image_fault("image-pdf-page", name, {{"pages", std::to_string(pages.size())}, {"page", std::to_string(page_number)}});
  const QPDFPageObjectHelper page = pages[static_cast<std::size_t>(page_number) - 1];
  const std::optional<PageBox> box = box_of(page);
  if (!box) return damaged(name);
  Handle form = form_of(page, *box);
  PdfCleaner cleaner(document, name);
  cleaner.clean_form(form);

  Picture picture;
  picture.format = Picture::Format::vector;
  const auto hundredths = [](double points) { return static_cast<int>(std::lround(points * 100)); };
  picture.width = hundredths(box->lies() ? box->height() : box->width());
  picture.height = hundredths(box->lies() ? box->width() : box->height());
  picture.components = components_of(cleaner.use);
  picture.vector.objects = take_objects(form, name, limits.bytes);
  picture.vector.archive_fault = cleaner.use.archive_fault;
  picture.vector.unmapped_text = cleaner.use.unmapped_text;
  if (cleaner.use.transparency) picture.vector.needs_pdf_1_7 = image_fault("image-pdf-transparent", name);
  picture.vector.objects.front().stream->insert(0, initial_state);
  return picture;
}

}  // namespace

Result<Picture> read_pdf_page(const std::string& bytes, const std::string& name, int page, const PictureLimits& limits) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile(name.c_str(), bytes.data(), bytes.size());
    return read(document, name, page, limits);
  } catch (const PdfFault& fault) {
    return fault.diagnostic;
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) return image_fault("image-pdf-encrypted", name);
    return damaged(name);
  } catch (const std::exception&) {
    return damaged(name);
  }
}

}  // namespace banxin
