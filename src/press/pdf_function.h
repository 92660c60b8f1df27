// Functions of PDF, evaluated (ISO 32000-2, 7.10): sampled, exponential, stitched, and by a PostScript calculator.
#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <memory>
#include <span>
#include <vector>

#include "press/figure_limits.h"

namespace banxin {

class PdfFunction {
 public:
  virtual ~PdfFunction() = default;

  /// Reads a dictionary or stream; what the function does will be counted against `limit`, which must outlive it. Throws `UnreadableFigure`
  /// and, for its stream, `PdfFault`.
  static std::unique_ptr<PdfFunction> read(QPDFObjectHandle object, WorkLimit& limit, int depth = 0);

  /// `inputs` are clipped to the domain, what comes out to the range. Throws `UnreadableFigure`: too few inputs, no steps left.
  std::vector<double> values(std::span<const double> inputs) const;

  std::size_t inputs() const { return domain_.size() / 2; }
  /// Two numbers, least and greatest, for each input.
  const std::vector<double>& domain() const { return domain_; }

 protected:
  PdfFunction(QPDFObjectHandle dictionary, WorkLimit& limit);
  const std::vector<double>& range() const { return range_; }
  void spend(std::size_t steps) const { limit_.spend(steps); }

 private:
  virtual std::vector<double> evaluate(std::span<const double> inputs) const = 0;

  WorkLimit& limit_;
  std::vector<double> domain_, range_;
};

}  // namespace banxin
