#include "base/file_access.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

namespace banxin {

namespace fs = std::filesystem;

namespace {

Diagnostic file_problem(const char* code, const fs::path& path, MessageArguments more = {}) {
  MessageArguments arguments = {{"path", path.string()}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return Diagnostic(Severity::error, code, {}, std::move(arguments));
}

Diagnostic not_readable(const fs::path& path, int error) {
  return file_problem("file-not-readable", path, {{"reason", std::strerror(error)}});
}

Diagnostic too_large(const fs::path& path, std::size_t limit) {
  return file_problem("file-too-large", path, {{"limit", std::to_string(limit)}});
}

/// Closes a file descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> DiskFileAccess::read(const fs::path& path, std::size_t limit) const {
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return errno == ENOENT ? file_problem("file-not-found", path) : not_readable(path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return not_readable(path, errno);
  if (S_ISDIR(status.st_mode)) return not_readable(path, EISDIR);
  if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > limit) return too_large(path, limit);
  ::fcntl(file.number(), F_SETFL, 0);
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)));
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(file.number(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return not_readable(path, errno);
    if (count == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > limit) return too_large(path, limit);
  }
}

bool DiskFileAccess::exists(const fs::path& path) const {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

fs::path DiskFileAccess::canonical(const fs::path& path) const {
  std::error_code error;
  fs::path result = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path, error).lexically_normal() : result;
}

std::vector<fs::path> DiskFileAccess::list(const fs::path& folder) const {
  std::vector<fs::path> result;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) result.push_back(entry->path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

Result<std::string> MemoryFileAccess::read(const fs::path& path, std::size_t limit) const {
  const auto found = files.find(path.lexically_normal());
  if (found == files.end()) return file_problem("file-not-found", path);
  if (found->second.size() > limit) return too_large(path, limit);
  return found->second;
}

bool MemoryFileAccess::exists(const fs::path& path) const { return files.contains(path.lexically_normal()); }

fs::path MemoryFileAccess::canonical(const fs::path& path) const { return path.lexically_normal(); }

std::vector<fs::path> MemoryFileAccess::list(const fs::path& folder) const {
  std::vector<fs::path> result;
  for (const auto& [path, bytes] : files) {
    if (path.parent_path() == folder.lexically_normal()) result.push_back(path);
  }
  return result;
}

ReadableRoots::ReadableRoots(const FileAccess& files, std::vector<fs::path> roots) : files_(files) {
  for (const fs::path& root : roots) roots_.push_back(files.canonical(root));
}

Result<fs::path> ReadableRoots::resolve(const fs::path& folder, const std::string& written, SourceSpan span) const {
  const fs::path path = files_.canonical(folder / written);
  for (const fs::path& root : roots_) {
    const auto [rest_of_root, rest_of_path] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    if (rest_of_root == root.end() || (std::next(rest_of_root) == root.end() && rest_of_root->empty())) return path;
  }
  return Diagnostic(Severity::error, "file-outside-roots", span, {{"path", written}});
}

namespace {

/// Nothing, or the error number.
std::optional<int> write_through(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  return file.number() >= 0 && write_all(file.number(), bytes) && file.close() ? std::nullopt : std::optional<int>(errno);
}

std::optional<int> replace_whole(const fs::path& path, std::string_view bytes) {
  // Not made of the file's name, which may be as long as names can be.
  std::string temporary = (path.parent_path() / ".banxin-XXXXXX").string();
  Descriptor file(::mkstemp(temporary.data()));
  if (file.number() < 0) return errno;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(file.number(), 0666 & ~mask);
  if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0 || !file.close() || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary.c_str());
    return error;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> write_file_whole(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  const fs::file_status target = fs::status(path, ignored);
  const bool device = fs::exists(target) && !fs::is_regular_file(target) && !fs::is_directory(target);
  const bool link = fs::is_symlink(fs::symlink_status(path, ignored));
  const std::optional<int> error =
      device ? write_through(path, bytes) : replace_whole(link ? DiskFileAccess().canonical(path) : path, bytes);
  if (error) return file_problem("file-not-writable", path, {{"reason", std::strerror(*error)}});
  return std::nullopt;
}

}  // namespace banxin
