#include "style/style_file.h"

#include <cstddef>
#include <utility>

namespace banxin {

namespace {

/// More are hardly shared by anyone.
constexpr std::size_t most_known = 64;

}  // namespace

std::shared_ptr<const StyleFile> KnownStyleFiles::find(const std::string& path, const std::string& text) const {
  const std::scoped_lock lock(mutex_);
  const auto known = files_.find(path);
  return known != files_.end() && known->second->source.text() == text ? known->second : nullptr;
}

void KnownStyleFiles::keep(std::shared_ptr<const StyleFile> file) {
  const std::scoped_lock lock(mutex_);
  if (files_.size() >= most_known) files_.clear();
  files_[file->source.name()] = std::move(file);
}

}  // namespace banxin
