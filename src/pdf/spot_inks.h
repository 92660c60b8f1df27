// Inks of their own: each a Separation space (ISO 32000-2, 8.6.6.4) whose likeness is made of process inks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "pdf/object_sink.h"

namespace banxin::pdf {

/// The spot inks of a document in the order in which they first appear, each once.
class SpotInks {
 public:
  SpotInks() = default;
  explicit SpotInks(const PagedDocument& document);

  bool empty() const { return inks_.empty(); }
  /// `Ink1`, …
  std::string resource_name(std::string_view ink) const;
  /// Entries of a resource dictionary for colour spaces; puts the spaces.
  Dictionary put(ObjectSink& sink) const;

 private:
  void add(const Colour& colour);
  std::vector<Colour> inks_;
};

}  // namespace banxin::pdf
