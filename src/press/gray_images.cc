#include "press/gray_images.h"

#include <cmath>

#include "image/jpeg_writer.h"
#include "image/pdf_stream.h"
#include "press/bits.h"
#include "press/figure_values.h"
#include "press/printed_pictures.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

bool has_filter(Handle dictionary, const std::string& name) {
  Handle filter = dictionary.getKey("/Filter");
  for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i) {
    if (filter.getArrayItem(i).isNameAndEquals(name)) return true;
  }
  return filter.isNameAndEquals(name);
}

bool is_true(Handle value) { return value.isBool() && value.getBoolValue(); }

std::string text_of_bytes(const std::vector<double>& grays) {
  std::string bytes;
  for (const double gray : grays) bytes += static_cast<char>(std::lround(gray * 255));
  return bytes;
}

}  // namespace

struct GrayImages::Layout {
  int width = 0, height = 0, bits = 8;
  std::size_t components = 1;
  std::vector<double> decode;  ///< least and greatest value of each component
  bool is_jpeg = false;

  Layout(Handle dictionary, const FigureSpace& space) : components(space.components()) {
    constexpr int longest_side = 65'500;  // of a JPEG; no picture of a drawing has more
    width = integer_of(dictionary, "/Width", 1, longest_side);
    height = integer_of(dictionary, "/Height", 1, longest_side);
    is_jpeg = has_filter(dictionary, "/DCTDecode");
    if (!is_jpeg) bits = integer_of(dictionary, "/BitsPerComponent", 1, 16);
    decode = numbers_of(dictionary.getKey("/Decode"));
    if (decode.size() != components * 2) decode = space.decode(bits);
  }
  std::size_t pixels() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
  std::size_t samples_of_row() const { return static_cast<std::size_t>(width) * components; }
  std::size_t row_bytes() const { return (samples_of_row() * static_cast<std::size_t>(bits) + 7) / 8; }

  double value(std::size_t component, std::uint32_t sample) const {
    const double least = decode[component * 2], most = decode[component * 2 + 1];
    return least + sample * (most - least) / greatest_of(bits);
  }
  /// Calls `act` with each sample in turn, all components of a pixel after each other.
  template <typename Act>
  void each_sample(std::string_view bytes, Act act) const {
    BitReader reader(bytes);
    for (int y = 0; y < height; ++y) {
      for (std::size_t i = 0; i < samples_of_row(); ++i) act(reader.take(bits));
      reader.align();
    }
  }
};

void GrayImages::convert(Handle image, Handle resources) {
  Handle dictionary = image.getDict();
  if (is_true(dictionary.getKey("/ImageMask"))) {
    dictionary.removeKey("/ColorSpace");
    return;
  }
  const std::shared_ptr<const FigureSpace> space = spaces_.read_colours(dictionary.getKey("/ColorSpace"), resources);
  if (Handle mask = dictionary.getKey("/SMask"); mask.isStream()) {
    mask.getDict().replaceKey("/ColorSpace", Handle::newName("/DeviceGray"));
    const std::vector<double> mixed_in = numbers_of(mask.getDict().getKey("/Matte"));
    if (mixed_in.size() == space->components()) mask.getDict().replaceKey("/Matte", array_of({space->gray(mixed_in)}));
  }
  if (!space->is_device_gray()) {
    const Layout layout(dictionary, *space);
    if (layout.components == 1 && layout.bits <= 8 && !layout.is_jpeg && !has_filter(dictionary, "/JPXDecode"))
      return keep_samples(dictionary, *space, layout);
    replace_samples(image, *space, layout);
  }
  dictionary.replaceKey("/ColorSpace", Handle::newName("/DeviceGray"));
}

/// A key of colours that are left out counts samples, and so it holds still.
void GrayImages::keep_samples(Handle dictionary, const FigureSpace& space, const Layout& layout) {
  std::vector<double> grays;
  bool is_even = true;
  const std::uint32_t greatest = greatest_of(layout.bits);
  for (std::uint32_t sample = 0; sample <= greatest; ++sample) {
    const double value = layout.value(0, sample);
    grays.push_back(space.gray({&value, 1}));
    is_even = is_even && std::abs(grays.back() * greatest - sample) < 0.01;
  }
  dictionary.removeKey("/Decode");
  if (is_even) {
    dictionary.replaceKey("/ColorSpace", Handle::newName("/DeviceGray"));
    return;
  }
  dictionary.replaceKey("/ColorSpace", Handle::newArray({Handle::newName("/Indexed"), Handle::newName("/DeviceGray"),
                                                         Handle::newInteger(greatest), Handle::newString(text_of_bytes(grays))}));
}

void GrayImages::replace_samples(Handle image, const FigureSpace& space, const Layout& layout) {
  if (layout.pixels() > pixels_left_) throw UnreadableFigure();
  pixels_left_ -= layout.pixels();
  limit_.spend(layout.pixels() * layout.components);
  const std::size_t size = layout.row_bytes() * static_cast<std::size_t>(layout.height);
  std::string samples = decoded_picture(image, {}, size + (64u << 10));
  if (layout.is_jpeg && samples.size() != size) throw UnreadableFigure();
  samples.resize(size);

  Handle dictionary = image.getDict();
  Handle key = dictionary.getKey("/Mask");
  if (key.isArray()) dictionary.replaceKey("/Mask", stencil(samples, numbers_of(key), layout));
  const std::vector<double> range = space.decode(8), own = space.decode(layout.bits);
  if (layout.bits != 8 || layout.decode != own) {
    std::string even;
    even.reserve(layout.pixels() * layout.components);
    layout.each_sample(samples, [&](std::uint32_t sample) {
      const std::size_t c = even.size() % layout.components;
      const double share = (layout.value(c, sample) - range[c * 2]) / (range[c * 2 + 1] - range[c * 2]);
      even += static_cast<char>(std::lround(std::fmin(std::fmax(share, 0), 1) * 255));
    });
    samples = std::move(even);
  }
  std::string grays = space.pixels(samples);
  if (layout.is_jpeg) grays = write_jpeg(grays, layout.width, layout.height, 1, picture_quality);
  for (const char* entry : {"/Decode", "/DecodeParms"}) dictionary.removeKey(entry);
  dictionary.replaceKey("/BitsPerComponent", Handle::newInteger(8));
  image.replaceStreamData(grays, layout.is_jpeg ? Handle::newName("/DCTDecode") : Handle::newNull(), Handle::newNull());
}

/// What `key` leaves out, two samples for each component, as a mask of its own (8.9.6.3, 8.9.6.4).
Handle GrayImages::stencil(std::string_view samples, const std::vector<double>& key, const Layout& layout) {
  if (key.size() != layout.components * 2) throw UnreadableFigure();
  BitWriter bits;
  std::size_t component = 0, pixel = 0;
  bool left_out = true;
  layout.each_sample(samples, [&](std::uint32_t sample) {
    left_out = left_out && sample >= key[component * 2] && sample <= key[component * 2 + 1];
    if (++component < layout.components) return;
    bits.put(left_out ? 1 : 0, 1);
    if (++pixel % static_cast<std::size_t>(layout.width) == 0) bits.align();
    component = 0;
    left_out = true;
  });
  Handle mask = document_.newStream(bits.take());
  mask.getDict().replaceKey("/Type", Handle::newName("/XObject"));
  mask.getDict().replaceKey("/Subtype", Handle::newName("/Image"));
  mask.getDict().replaceKey("/Width", Handle::newInteger(layout.width));
  mask.getDict().replaceKey("/Height", Handle::newInteger(layout.height));
  mask.getDict().replaceKey("/ImageMask", Handle::newBool(true));
  mask.getDict().replaceKey("/BitsPerComponent", Handle::newInteger(1));
  return mask;
}

}  // namespace banxin
