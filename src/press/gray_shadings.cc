#include "press/gray_shadings.h"

#include <cmath>

#include "image/pdf_stream.h"
#include "press/bits.h"
#include "press/figure_values.h"

namespace banxin {
namespace {

using Handle = QPDFObjectHandle;

constexpr std::size_t longest_mesh = 64u << 20;

enum ShadingType { function_based = 1, axial, radial, free_triangles, lattice, coons_patches, tensor_patches };

/// How a mesh packs its points and colours.
struct MeshLayout {
  int flag_bits = 0, coordinate_bits = 8, colour_bits = 8;
  std::vector<double> decode;  ///< of x, of y, of each component

  MeshLayout(Handle dictionary, int type, std::size_t components)
      : flag_bits(type == lattice ? 0 : integer_of(dictionary, "/BitsPerFlag", 2, 8)),
        coordinate_bits(integer_of(dictionary, "/BitsPerCoordinate", 1, 32)),
        colour_bits(integer_of(dictionary, "/BitsPerComponent", 1, 16)),
        decode(numbers_of(dictionary.getKey("/Decode"))) {
    if (decode.size() < 4 + components * 2) throw UnreadableFigure();
  }
};

/// Points and colours of one vertex, or of one patch: fewer where it shares an edge with the one before.
struct MeshRecord {
  int points = 1, colours = 1;
};

MeshRecord record_of(int type, std::uint32_t flag) {
  const bool shares_edge = (flag & 3) != 0;
  if (type == coons_patches) return shares_edge ? MeshRecord{8, 2} : MeshRecord{12, 4};
  if (type == tensor_patches) return shares_edge ? MeshRecord{12, 2} : MeshRecord{16, 4};
  return {};
}

/// Flags of 8 bits and grays of 16, so that patches end with a byte whatever a reader thinks of their ends; coordinates as they were.
class MeshWriter {
 public:
  static constexpr int flag_bits = 8, gray_bits = 16;

  MeshWriter(std::string_view mesh, const MeshLayout& layout, const FigureSpace& space, int type)
      : reader_(mesh), layout_(layout), space_(space), type_(type) {}

  std::string write() {
    while (record()) reader_.align(), writer_.align();
    return writer_.take();
  }

 private:
  bool record() {
    const std::size_t colour_bits = static_cast<std::size_t>(layout_.colour_bits) * space_.components();
    if (reader_.left() < static_cast<std::size_t>(layout_.flag_bits) + 1) return false;
    const std::uint32_t flag = layout_.flag_bits > 0 ? reader_.take(layout_.flag_bits) : 0;
    const MeshRecord record = record_of(type_, flag);
    const auto coordinates = static_cast<std::size_t>(record.points) * 2;
    if (reader_.left() <
        coordinates * static_cast<std::size_t>(layout_.coordinate_bits) + static_cast<std::size_t>(record.colours) * colour_bits)
      return false;
    if (layout_.flag_bits > 0) writer_.put(flag & 3, flag_bits);
    for (std::size_t i = 0; i < coordinates; ++i) writer_.put(reader_.take(layout_.coordinate_bits), layout_.coordinate_bits);
    for (int i = 0; i < record.colours; ++i)
      writer_.put(static_cast<std::uint32_t>(std::lround(gray() * greatest_of(gray_bits))), gray_bits);
    return true;
  }

  double gray() {
    std::vector<double> colour;
    for (std::size_t c = 0; c < space_.components(); ++c) {
      const double least = layout_.decode[4 + c * 2], most = layout_.decode[5 + c * 2];
      colour.push_back(least + reader_.take(layout_.colour_bits) * (most - least) / greatest_of(layout_.colour_bits));
    }
    return space_.gray(colour);
  }

  BitReader reader_;
  BitWriter writer_;
  const MeshLayout& layout_;
  const FigureSpace& space_;
  int type_;
};

}  // namespace

void GrayShadings::convert(Handle shading, Handle resources) {
  Handle dictionary = shading.isStream() ? shading.getDict() : shading;
  if (!dictionary.isDictionary()) throw UnreadableFigure();
  const int type = integer_of(dictionary, "/ShadingType", function_based, tensor_patches);
  const std::shared_ptr<const FigureSpace> space = spaces_.read_colours(dictionary.getKey("/ColorSpace"), resources);
  if (space->is_device_gray()) {
    dictionary.replaceKey("/ColorSpace", Handle::newName("/DeviceGray"));
    return;
  }
  if (const std::vector<double> background = numbers_of(dictionary.getKey("/Background")); background.size() == space->components())
    dictionary.replaceKey("/Background", array_of({space->gray(background)}));
  else
    dictionary.removeKey("/Background");
  if (!dictionary.getKey("/Function").isNull())
    convert_function(dictionary, *space, type);
  else if (type >= free_triangles && shading.isStream())
    convert_mesh(shading, *space, type);
  else
    throw UnreadableFigure();
  dictionary.replaceKey("/ColorSpace", Handle::newName("/DeviceGray"));
}

/// A mesh that has a function gives it what its points hold in place of colours.
void GrayShadings::convert_function(Handle dictionary, const FigureSpace& space, int type) {
  std::vector<double> domain;
  if (type >= free_triangles) {
    const std::vector<double> decode = numbers_of(dictionary.getKey("/Decode"));
    if (decode.size() < 6) throw UnreadableFigure();
    domain = {decode[4], decode[5]};
  } else {
    domain = numbers_of(dictionary.getKey("/Domain"));
    if (domain.empty()) domain = type == function_based ? std::vector<double>{0, 1, 0, 1} : std::vector<double>{0, 1};
    if (domain.size() != (type == function_based ? 4 : 2)) throw UnreadableFigure();
  }
  dictionary.replaceKey("/Function", functions_.gray(dictionary.getKey("/Function"), space, domain));
}

void GrayShadings::convert_mesh(Handle stream, const FigureSpace& space, int type) {
  Handle dictionary = stream.getDict();
  const MeshLayout layout(dictionary, type, space.components());
  const std::string mesh = decoded_stream(stream, {}, longest_mesh);
  limit_.spend(mesh.size() * 8);
  const std::string grays = MeshWriter(mesh, layout, space, type).write();
  std::vector<double> decode(layout.decode.begin(), layout.decode.begin() + 4);
  decode.insert(decode.end(), {0, 1});
  dictionary.replaceKey("/Decode", array_of(decode));
  if (layout.flag_bits > 0) dictionary.replaceKey("/BitsPerFlag", Handle::newInteger(MeshWriter::flag_bits));
  dictionary.replaceKey("/BitsPerComponent", Handle::newInteger(MeshWriter::gray_bits));
  stream.replaceStreamData(grays, Handle::newNull(), Handle::newNull());
}

}  // namespace banxin
