#include "image/pdf_tokens.h"

#include <qpdf/BufferInputSource.hh>

#include <charconv>

namespace banxin {

PdfTokens::PdfTokens(const std::string& content) : source_(std::make_shared<BufferInputSource>("content", content)) {
  tokenizer_.allowEOF();
}

PdfToken PdfTokens::next() { return tokenizer_.readToken(source_, "content", /*allow_bad=*/true); }

std::optional<std::string> PdfTokens::inline_image_data() {
  char blank = 0;
  source_->read(&blank, 1);
  tokenizer_.expectInlineImage(source_);
  const PdfToken data = next();
  next();  // EI
  if (data.getType() != QPDFTokenizer::tt_inline_image) return std::nullopt;
  return data.getValue();
}

double number_of(const PdfToken& token) {
  const std::string& text = token.getValue();
  const std::size_t sign = text.starts_with('+') ? 1 : 0;
  double number = 0;
  std::from_chars(text.data() + sign, text.data() + text.size(), number, std::chars_format::fixed);
  return number;
}

}  // namespace banxin
