// The words of a content stream (ISO 32000-2, 7.8.2), one after the other.
#pragma once

#include <qpdf/InputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <memory>
#include <optional>
#include <string>

namespace banxin {

using PdfToken = QPDFTokenizer::Token;

class PdfTokens {
 public:
  explicit PdfTokens(const std::string& content);

  /// Of type `tt_eof` at the end, `tt_bad` where the content is damaged.
  PdfToken next();
  /// The bytes of an inline image whose `ID` was the last word, up to `EI` and this with them; nothing when they do not end.
  std::optional<std::string> inline_image_data();

 private:
  std::shared_ptr<InputSource> source_;
  QPDFTokenizer tokenizer_;
};

/// Of a number; 0 when it is none.
double number_of(const PdfToken& token);

}  // namespace banxin
