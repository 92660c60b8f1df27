#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/descriptor.h"
#include "base/file_access.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

// Not made of the file's name, which may be as long as names can be.
constexpr std::string_view temporary_pattern = ".banxin-XXXXXX";

bool is_temporary(const std::string& name) {
  const std::size_t fixed = temporary_pattern.find('X');
  return name.size() == temporary_pattern.size() && name.starts_with(temporary_pattern.substr(0, fixed));
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Nothing, or the error number.
std::optional<int> write_through(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  return file.number() >= 0 && write_all(file.number(), bytes) && file.close() ? std::nullopt : std::optional<int>(errno);
}

/// A new file, locked as long as it is open: a lock ends with the process that holds it, so one that is free was left behind.
int make_temporary(std::string& name) {
  const std::string pattern = name;
  while (true) {
    name = pattern;
    const int file = ::mkstemp(name.data());
    if (file < 0) return file;
    struct stat status {};
    const bool locked = ::flock(file, LOCK_EX | LOCK_NB) == 0;
    const bool taken_away = locked ? ::fstat(file, &status) != 0 || status.st_nlink == 0 : errno == EWOULDBLOCK;
    if (!taken_away) return file;  // locked, or in a network folder without locks, where nobody cleans either
    ::close(file);
  }
}

std::optional<int> replace_whole(const fs::path& path, std::string_view bytes) {
  std::string temporary = (path.parent_path() / temporary_pattern).string();
  Descriptor file(make_temporary(temporary));
  if (file.number() < 0) return errno;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(file.number(), 0666 & ~mask);
  const bool written = write_all(file.number(), bytes) && ::fsync(file.number()) == 0;
  if (written && ::rename(temporary.c_str(), path.c_str()) == 0) return std::nullopt;
  const int error = errno;
  ::unlink(temporary.c_str());
  return error;
}

/// Removes a temporary that nobody writes any more.
void remove_left(const fs::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (file.number() >= 0 && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
}

}  // namespace

std::optional<Diagnostic> FileWriter::write(const fs::path& path, std::string_view bytes) const {
  std::error_code ignored;
  const fs::file_status target = fs::status(path, ignored);
  const bool device = fs::exists(target) && !fs::is_regular_file(target) && !fs::is_directory(target);
  const bool link = fs::is_symlink(fs::symlink_status(path, ignored));
  const fs::path file = link ? DiskFileAccess().canonical(path) : path;
  if (!device) clean(file.parent_path());
  if (const std::optional<int> error = device ? write_through(path, bytes) : replace_whole(file, bytes))
    return Diagnostic(Severity::error, "file-not-writable", {}, {{"path", path.string()}, {"reason", std::strerror(*error)}});
  return std::nullopt;
}

void FileWriter::clean(const fs::path& folder) const {
  const std::scoped_lock lock(mutex_);
  if (!cleaned_.insert(folder).second) return;
  std::error_code error;
  for (fs::directory_iterator entry(folder.empty() ? "." : folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_temporary(entry->path().filename().string())) remove_left(entry->path());
  }
}

std::optional<Diagnostic> write_file_whole(const fs::path& path, std::string_view bytes) { return FileWriter().write(path, bytes); }

}  // namespace banxin
