#include "base/file_watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <utility>

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr int between_looks = 1000, quiet = 40, longest_settling = 1000;  // milliseconds
constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE;

/// The folder in which something happens when the file is made or changed: its own, or the nearest above that there is.
fs::path folder_of(const fs::path& file) {
  fs::path folder = file.parent_path();
  std::error_code ignored;
  while (!fs::is_directory(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
  return folder;
}

}  // namespace

struct StopSignals::Mask {
  sigset_t signals;
};

StopSignals::StopSignals() : before_(std::make_unique<Mask>()) {
  sigset_t stop;
  sigemptyset(&stop);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&stop, signal);
  pthread_sigmask(SIG_BLOCK, &stop, &before_->signals);
  descriptor_ = ::signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK);
}

StopSignals::~StopSignals() {
  // One that has come is taken, lest it strike when the mask is gone.
  signalfd_siginfo taken;
  while (::read(descriptor_, &taken, sizeof taken) == static_cast<ssize_t>(sizeof taken)) {
  }
  ::close(descriptor_);
  pthread_sigmask(SIG_SETMASK, &before_->signals, nullptr);
}

FileWatch::FileWatch(int stop_descriptor) : stop_descriptor_(stop_descriptor), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FileWatch::~FileWatch() {
  if (inotify_ >= 0) ::close(inotify_);
}

void FileWatch::watch(FileStamps files) {
  files_ = std::move(files);
  std::set<fs::path> wanted;
  for (const auto& [file, stamp] : files_) {
    wanted.insert(folder_of(file));
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) wanted.insert(file);
  }
  std::map<fs::path, int> folders;
  for (const fs::path& folder : wanted) folders[folder] = ::inotify_add_watch(inotify_, folder.c_str(), events | IN_ONLYDIR);
  for (const auto& [folder, descriptor] : folders_) {
    if (!folders.contains(folder)) ::inotify_rm_watch(inotify_, descriptor);
  }
  folders_ = std::move(folders);
}

FileWatch::Wake FileWatch::sleep(int milliseconds) {
  pollfd descriptors[] = {{stop_descriptor_, POLLIN, 0}, {inotify_, POLLIN, 0}};
  const int count = ::poll(descriptors, 2, milliseconds);
  if (count > 0 && descriptors[0].revents != 0) return Wake::stop;
  if (count <= 0) return Wake::timeout;
  char buffer[4096];
  while (::read(inotify_, buffer, sizeof buffer) > 0) {
  }
  return Wake::event;
}

/// Programs write a file in several steps, or several files one after the other.
void FileWatch::let_settle() {
  for (int waited = 0; waited < longest_settling; waited += quiet) {
    if (sleep(quiet) != Wake::event) return;
  }
}

std::vector<fs::path> FileWatch::take_changed() {
  std::vector<fs::path> changed;
  for (auto& [file, stamp] : files_) {
    const FileStamp now = stamp_of(file);
    if (std::exchange(stamp, now) != now) changed.push_back(file);
  }
  return changed;
}

std::vector<fs::path> FileWatch::wait() {
  while (true) {
    std::vector<fs::path> changed = take_changed();
    if (!changed.empty()) {
      let_settle();
      std::vector<fs::path> later = take_changed();
      changed.insert(changed.end(), later.begin(), later.end());
      std::sort(changed.begin(), changed.end());
      changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
      return changed;
    }
    if (sleep(between_looks) == Wake::stop) return {};
  }
}

}  // namespace banxin
