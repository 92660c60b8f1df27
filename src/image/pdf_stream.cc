#include "image/pdf_stream.h"

#include <qpdf/Pipeline.hh>

#include "image/faults.h"
#include "image/pdf_fault.h"

namespace banxin {
namespace {

/// Takes bytes up to a limit; what comes after it is refused, so that a small stream cannot fill the memory.
class LimitedBytes : public Pipeline {
 public:
  explicit LimitedBytes(std::size_t limit) : Pipeline("limited", nullptr), limit_(limit) {}
  void write(const unsigned char* data, size_t length) override {
    if (length > limit_ - bytes_.size()) {
      over_limit = true;
      throw std::length_error("stream over limit");
    }
    bytes_.append(reinterpret_cast<const char*>(data), length);
  }
  void finish() override {}
  std::string take() { return std::move(bytes_); }

  bool over_limit = false;

 private:
  std::size_t limit_;
  std::string bytes_;
};

std::string read(QPDFObjectHandle stream, qpdf_stream_decode_level_e level, const std::string& name, std::size_t limit) {
  LimitedBytes bytes(limit);
  bool whole = false, unpacked = false;
  try {
    whole = stream.pipeStreamData(&bytes, &unpacked, 0, level, /*suppress_warnings=*/true);
  } catch (const std::length_error&) {
    // told below: libqpdf may have caught it on the way
  }
  if (bytes.over_limit) throw PdfFault{image_fault("image-pdf-too-complex", name)};
  if (level != qpdf_dl_none && !(whole && unpacked)) throw PdfFault{damaged(name)};
  return bytes.take();
}

}  // namespace

std::string decoded_stream(QPDFObjectHandle stream, const std::string& name, std::size_t limit) {
  return read(std::move(stream), qpdf_dl_generalized, name, limit);
}

std::string decoded_picture(QPDFObjectHandle stream, const std::string& name, std::size_t limit) {
  return read(std::move(stream), qpdf_dl_all, name, limit);
}

std::string raw_stream(QPDFObjectHandle stream, const std::string& name, std::size_t limit) {
  return read(std::move(stream), qpdf_dl_none, name, limit);
}

}  // namespace banxin
