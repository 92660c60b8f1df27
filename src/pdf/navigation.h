// Ways through the file: outline, page labels, links (ISO 32000-2, 12.3, 12.4, 12.6).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "pdf/object_sink.h"
#include "pdf/sheet.h"

namespace banxin::pdf {

/// Puts the outline; nothing when there are no entries. An entry of a deeper level is a child of the latest one above it.
std::optional<Reference> put_outline(ObjectSink& sink, const PagedDocument& document, const std::vector<Reference>& pages);

/// The catalogue's PageLabels: numbered stretches where labels count up, each other label as it is.
std::string page_labels(const std::vector<Page>& pages);

/// An explicit destination: the place at the upper left corner of the window, the size as it is.
std::string destination(const PagePlace& place, const PagedDocument& document, const std::vector<Reference>& pages);

/// A link's annotation; `struct_parent` is its key in the structure's parent tree, if it has one. Without a `destination` it leads to the
/// address that it names.
std::string link_annotation(const LinkArea& link, const Sheet& sheet, std::optional<int> struct_parent, const std::string& destination);

/// The address in ASCII: any other byte is percent-encoded (RFC 3987, 3.1).
std::string ascii_address(std::string_view address);

}  // namespace banxin::pdf
