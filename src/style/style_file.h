// Style files as they were read, and what a batch of articles remembers of them.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"
#include "yaml/value.h"

namespace banxin {

/// A style file, or an assignment of the command line. Places in `value` point into `source`.
struct StyleFile {
  StyleFile(std::string name, std::string text) : source(std::move(name), std::move(text)) {}
  SourceFile source;
  yaml::Value value;
};
using StyleFiles = std::vector<std::shared_ptr<const StyleFile>>;

/// Style files that were read without a word, by path: the articles of a batch share most of them. Safe to use from several threads.
class KnownStyleFiles {
 public:
  /// Null when the file is not known, or has another text now.
  std::shared_ptr<const StyleFile> find(const std::string& path, const std::string& text) const;
  void keep(std::shared_ptr<const StyleFile> file);

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const StyleFile>> files_;
};

}  // namespace banxin
