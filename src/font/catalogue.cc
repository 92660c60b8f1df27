#include "font/catalogue.h"

#include <array>
#include <charconv>

#include "font/folder_fonts.h"
#include "yaml/read.h"

namespace banxin {

namespace {

using yaml::Key;
using yaml::Shape;

constexpr Shape token = {.kind = Shape::Kind::token};
constexpr Shape names = {.kind = Shape::Kind::list, .items = &token};

constexpr std::array<Key, 3> face_keys = {{
    {"file", token, "font file, relative to the catalogue", "字体文件，相对于目录文件"},
    {"index", token, "number of the face in a collection, from 0", "字体集中的序号，从 0 起"},
    {"weight", token, "CSS weight, 100 to 900", "CSS 字重，100 至 900"},
}};
constexpr Shape face_shape = {.kind = Shape::Kind::mapping, .keys = face_keys};
constexpr Shape faces_shape = {.kind = Shape::Kind::list, .items = &face_shape};

constexpr std::array<Key, 3> family_keys = {{
    {"faces", faces_shape, "the family's files", "字族的文件"},
    {"installed", token, "true: files are relative to a folder of installed fonts", "true：文件相对于系统字体文件夹"},
    {"more_weights", names, "families that serve further weights", "提供其他字重的字族"},
}};
constexpr Shape family_shape = {.kind = Shape::Kind::mapping, .keys = family_keys};
constexpr Shape families_shape = {.kind = Shape::Kind::mapping, .items = &family_shape};
constexpr Shape role_shape = {.kind = Shape::Kind::mapping, .items = &names};
constexpr Shape roles_shape = {.kind = Shape::Kind::mapping, .items = &role_shape};
constexpr Shape substitutes_shape = {.kind = Shape::Kind::mapping, .items = &token};

constexpr std::array<Key, 3> catalogue_keys = {{
    {"families", families_shape, "families and their files", "字族及其文件"},
    {"roles", roles_shape, "families in order by role and language", "各角色、各语言依次采用的字族"},
    {"substitutes", substitutes_shape, "roles that stand in for others", "代替其他角色的角色"},
}};
constexpr Shape catalogue_shape = {.kind = Shape::Kind::mapping, .keys = catalogue_keys};

class CatalogueReader {
 public:
  explicit CatalogueReader(DiagnosticSink& sink) : sink_(sink) {}

  FontCatalogue read(const yaml::Value& top) {
    FontCatalogue catalogue;
    for_entries(top, "families", [&](const yaml::Entry& entry) { catalogue.families.push_back(read_family(entry)); });
    for_entries(top, "roles", [&](const yaml::Entry& entry) {
      const auto role = read_role(entry.key);
      if (!role) return;
      for (const yaml::Entry& language : entry.value.entries) catalogue.roles[*role][language.key.text()] = read_names(language.value);
    });
    for_entries(top, "substitutes", [&](const yaml::Entry& entry) {
      const auto role = read_role(entry.key), substitute = read_role(entry.value.text);
      if (role && substitute) catalogue.substitutes.emplace(*role, *substitute);
    });
    return catalogue;
  }

 private:
  template <typename Action>
  static void for_entries(const yaml::Value& mapping, std::string_view key, Action action) {
    const yaml::Value* value = mapping.find(key);
    if (value == nullptr) return;
    for (const yaml::Entry& entry : value->entries) action(entry);
  }

  CatalogueFamily read_family(const yaml::Entry& entry) {
    CatalogueFamily family;
    family.name = entry.key.text();
    const yaml::Value* installed = entry.value.find("installed");
    family.installed = installed != nullptr && installed->text.text() == "true";
    if (const yaml::Value* faces = entry.value.find("faces")) {
      for (const yaml::Value& face : faces->items) family.faces.push_back(read_face(face));
    }
    if (const yaml::Value* more = entry.value.find("more_weights")) family.more_weights = read_names(*more);
    return family;
  }

  FaceFile read_face(const yaml::Value& value) {
    FaceFile face;
    if (const yaml::Value* file = value.find("file")) {
      face.path = file->text.text();
    } else {
      sink_.error("font-catalogue-file-missing", value.span);
    }
    if (const yaml::Value* index = value.find("index")) face.index = read_number(*index, 0, 255, 0);
    if (const yaml::Value* weight = value.find("weight")) face.weight = read_number(*weight, 1, 1000, 400);
    return face;
  }

  int read_number(const yaml::Value& value, int least, int most, int otherwise) {
    const std::string& text = value.text.text();
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most) return number;
    sink_.error("font-catalogue-number", value.span, {{"value", text}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return otherwise;
  }

  std::optional<FontRole> read_role(const SourceText& text) {
    const auto role = parse_font_role(text.view());
    if (!role) sink_.error("font-catalogue-role", text.span(), {{"name", text.text()}});
    return role;
  }

  static std::vector<std::string> read_names(const yaml::Value& value) {
    std::vector<std::string> result;
    for (const yaml::Value& item : value.items) result.push_back(item.text.text());
    return result;
  }

  DiagnosticSink& sink_;
};

}  // namespace

const CatalogueFamily* FontCatalogue::find(std::string_view name) const {
  for (const CatalogueFamily& family : families) {
    if (same_family_name(family.name, name)) return &family;
  }
  return nullptr;
}

std::vector<std::string> FontCatalogue::families_of(FontRole role, std::string_view language) const {
  const auto lists = roles.find(role);
  if (lists == roles.end()) return {};
  while (true) {
    if (const auto list = lists->second.find(language); list != lists->second.end()) return list->second;
    const std::size_t hyphen = language.rfind('-');
    if (hyphen == std::string_view::npos) break;
    language = language.substr(0, hyphen);
  }
  const auto any = lists->second.find("any");
  return any == lists->second.end() ? std::vector<std::string>{} : any->second;
}

std::optional<FontCatalogue> read_font_catalogue(const SourceFile& file, DiagnosticSink& sink) {
  const auto top = yaml::read(file, catalogue_shape, yaml::Limits{}, sink);
  if (!top) return std::nullopt;
  const std::size_t errors_before = sink.error_count();
  FontCatalogue catalogue = CatalogueReader(sink).read(*top);
  if (sink.error_count() > errors_before) return std::nullopt;
  return catalogue;
}

}  // namespace banxin
