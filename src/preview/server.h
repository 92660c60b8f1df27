// Serves a preview to browsers on this machine.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "preview/site.h"

namespace banxin::preview {

/// HTTP on 127.0.0.1 alone. Requests must come within a few seconds and be small, so that clients that dawdle are let go. Every answer
/// forbids the browser to keep it, to show it inside other pages, and to load anything from elsewhere.
class Server {
 public:
  /// Serves from now on at `port`, or a free one when it is 0; fails with `preview-port-taken` or `preview-not-served`. `site` must outlive
  /// the server.
  static Result<std::unique_ptr<Server>> start(Site& site, int port);
  virtual ~Server() = default;

  /// The address to open, token and all.
  virtual std::string address() const = 0;
};

}  // namespace banxin::preview
