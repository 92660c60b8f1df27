#include "base/file_access.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <thread>

#include "base/descriptor.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

Diagnostic file_problem(const char* code, const fs::path& path, MessageArguments more = {}) {
  MessageArguments arguments = {{"path", path.string()}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return Diagnostic(Severity::error, code, {}, std::move(arguments));
}

/// Why opening or reading failed. A name that is too long, goes through a file or leads in a circle can be no file's.
Diagnostic not_read(const fs::path& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
      return file_problem("file-not-found", path);
    case EISDIR:
      return file_problem("file-is-folder", path);
    default:
      return file_problem("file-not-readable", path, {{"reason", std::strerror(error)}});
  }
}

Diagnostic too_large(const fs::path& path, std::size_t limit) {
  return file_problem("file-too-large", path, {{"limit", std::to_string(limit)}});
}

/// What is written to a file while it is read shows here, unless it is done within one tick of the file system's clock.
bool same_state(const struct stat& one, const struct stat& other) {
  const auto same = [](const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; };
  return one.st_size == other.st_size && same(one.st_mtim, other.st_mtim) && same(one.st_ctim, other.st_ctim);
}

/// All that comes from a descriptor, to `bytes`; what went wrong, if anything.
std::optional<Diagnostic> read_to_end(int descriptor, const fs::path& path, std::size_t limit, std::string& bytes) {
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return not_read(path, errno);
    if (count == 0) return std::nullopt;
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > limit) return too_large(path, limit);
  }
}

/// The file as it is now; nothing when it was written to meanwhile.
std::optional<Result<std::string>> read_once(const fs::path& path, std::size_t limit) {
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return not_read(path, errno);
  struct stat before {
  }, after{};
  if (::fstat(file.number(), &before) != 0) return not_read(path, errno);
  if (S_ISDIR(before.st_mode)) return not_read(path, EISDIR);
  if (S_ISREG(before.st_mode) && static_cast<std::size_t>(before.st_size) > limit) return too_large(path, limit);
  ::fcntl(file.number(), F_SETFL, 0);
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::max<off_t>(before.st_size, 0)));
  if (std::optional<Diagnostic> problem = read_to_end(file.number(), path, limit, bytes)) return *std::move(problem);
  if (S_ISREG(before.st_mode) && (::fstat(file.number(), &after) != 0 || !same_state(before, after))) return std::nullopt;
  return bytes;
}

}  // namespace

Result<std::string> DiskFileAccess::read(const fs::path& path, std::size_t limit) const {
  constexpr int most_attempts = 10;
  constexpr std::chrono::milliseconds pause(20);  // who writes a file is soon done
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (attempt > 0) std::this_thread::sleep_for(pause);
    if (std::optional<Result<std::string>> whole = read_once(path, limit)) return *std::move(whole);
  }
  return file_problem("file-changing", path);
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

Result<std::string> read_standard_input(std::size_t limit) {
  std::string bytes;
  if (std::optional<Diagnostic> problem = read_to_end(STDIN_FILENO, "-", limit, bytes)) return *std::move(problem);
  return bytes;
}

}  // namespace banxin
