// What a browser asks of the preview, and whether it may.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banxin::preview {

/// A request as far as the preview looks at it. Headers that are missing are empty.
struct Request {
  std::string method, path, query;
  std::string host, origin, fetch_site;
  bool has_body = false;
};

struct Answer {
  int status = 200;
  std::string type;  ///< media type of the body
  std::string body;
  std::string download;  ///< name under which to keep the body; empty: it is shown
};

/// Who may ask: those who know the token, from pages of the preview's own origin. What another web page, or a name that someone lets
/// point to this machine (DNS rebinding), asks is refused.
class Guard {
 public:
  Guard(std::string token, int port);

  /// A token that nobody can guess: 128 random bits as 32 hexadecimal digits.
  static std::string new_token();

  /// Why the request is refused, as an HTTP status: 405 for methods other than GET and HEAD, 413 for requests with a body, 403 for foreign
  /// hosts and origins, 404 without the token. Nothing when it may pass.
  std::optional<int> refusal(const Request& request) const;
  /// The path behind `/TOKEN/`, of a request that may pass.
  std::string_view path_in_site(const Request& request) const;
  /// Where the site begins: `http://127.0.0.1:PORT/TOKEN/`.
  std::string address() const;

 private:
  std::string prefix_;  ///< `/TOKEN/`
  std::string port_;
};

}  // namespace banxin::preview
