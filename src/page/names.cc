// Names of page items and colours in plain words.
#include "page/names.h"

#include <fmt/format.h>

#include "page/number_text.h"

namespace banxin {
namespace {

std::string percent(int thousandths) {
  std::string out;
  append_decimal(out, thousandths, 1);
  return out;
}

}  // namespace

std::string_view name_of(StructureNode::Type type) {
  using Type = StructureNode::Type;
  switch (type) {
    case Type::document:
      return "document";
    case Type::article:
      return "article";
    case Type::section:
      return "section";
    case Type::heading:
      return "heading";
    case Type::paragraph:
      return "paragraph";
    case Type::list:
      return "list";
    case Type::list_item:
      return "list-item";
    case Type::label:
      return "label";
    case Type::list_body:
      return "list-body";
    case Type::figure:
      return "figure";
    case Type::caption:
      return "caption";
    case Type::table:
      return "table";
    case Type::table_row:
      return "table-row";
    case Type::table_header:
      return "table-header";
    case Type::table_data:
      return "table-data";
    case Type::block_quote:
      return "block-quote";
    case Type::note:
      return "note";
    case Type::reference:
      return "reference";
    case Type::link:
      return "link";
    case Type::span:
      return "span";
  }
  return "";
}

std::string_view name_of(ItemTag::Artifact artifact) {
  switch (artifact) {
    case ItemTag::Artifact::none:
      return "none";
    case ItemTag::Artifact::pagination_header:
      return "header";
    case ItemTag::Artifact::pagination_footer:
      return "footer";
    case ItemTag::Artifact::layout:
      return "layout";
    case ItemTag::Artifact::page:
      return "page";
  }
  return "";
}

std::string colour_text(const Colour& colour) {
  std::string out;
  const auto add = [&](const std::string& value) { out += (out.empty() ? "" : "/") + value; };
  if (colour.gray) add(fmt::format("gray({}%)", percent(colour.gray->black)));
  if (colour.rgb) add(fmt::format("#{:02x}{:02x}{:02x}", colour.rgb->red, colour.rgb->green, colour.rgb->blue));
  if (const auto& inks = colour.cmyk) {
    const std::string process =
        fmt::format("cmyk({} {} {} {})", percent(inks->cyan), percent(inks->magenta), percent(inks->yellow), percent(inks->black));
    add(colour.spot.empty() ? process : fmt::format("spot({}, {})", colour.spot, process));
  }
  return out;
}

}  // namespace banxin
