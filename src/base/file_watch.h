// Waits until files change.
#pragma once

#include <memory>

#include "base/file_record.h"

namespace banxin {

/// While one lives, SIGINT, SIGTERM and SIGHUP end no program but can be waited for. Make it before threads are started.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// Readable once a signal has come.
  int descriptor() const { return descriptor_; }

 private:
  struct Mask;
  std::unique_ptr<Mask> before_;
  int descriptor_;
};

/// Tells by their stamps which files were changed, made, taken away or replaced. The kernel wakes it (inotify) at once; where it does not,
/// as on network drives and folders of a host system, a look once a second does.
class FileWatch {
 public:
  /// Waiting ends when `stop_descriptor` is readable.
  explicit FileWatch(int stop_descriptor);
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// Waits for these from now on, instead of others. The stamps are those that whoever read the files knows.
  void watch(FileStamps files);
  /// Waits until some of the files differ from their stamps and have been left alone for a moment, and gives their paths, sorted; the
  /// stamps are then those of the changed files. Nothing when it was stopped.
  std::vector<std::filesystem::path> wait();

 private:
  enum class Wake { event, timeout, stop };
  Wake sleep(int milliseconds);
  void let_settle();
  std::vector<std::filesystem::path> take_changed();

  int stop_descriptor_, inotify_;
  FileStamps files_;
  std::map<std::filesystem::path, int> folders_;  ///< with their inotify descriptors
};

}  // namespace banxin
