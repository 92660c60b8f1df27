#include "preview/server.h"

#include <civetweb.h>
#include <fmt/format.h>

#include <optional>

namespace banxin::preview {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Payload Too Large";
    default:
      return "Internal Server Error";
  }
}

/// Every byte that is no letter, digit or mark allowed there as %XX (RFC 8187, 3.2).
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string head_of(const Answer& answer) {
  std::string head = fmt::format(
      "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nContent-Security-Policy: {}\r\n"
      "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\nConnection: close\r\n",
      answer.status, reason_of(answer.status), answer.type, answer.body.size(), policy);
  if (!answer.download.empty())
    head += fmt::format("Content-Disposition: attachment; filename*=UTF-8''{}\r\n", percent_encoded(answer.download));
  return head + "\r\n";
}

class CivetwebServer final : public Server {
 public:
  explicit CivetwebServer(Site& site) : site_(site) { mg_init_library(MG_FEATURES_DEFAULT); }
  ~CivetwebServer() override {
    site_.close();
    if (context_ != nullptr) mg_stop(context_);
    mg_exit_library();
  }
  CivetwebServer(const CivetwebServer&) = delete;
  CivetwebServer& operator=(const CivetwebServer&) = delete;

  std::optional<Diagnostic> listen(int port) {
    const std::string place = fmt::format("127.0.0.1:{}", port);
    // Threads for everybody who may be held back, and as many again.
    const std::string threads = std::to_string(2 * Site::most_waiting);
    const char* options[] = {"listening_ports",
                             place.c_str(),
                             "num_threads",
                             threads.c_str(),
                             "request_timeout_ms",
                             "5000",
                             "max_request_size",
                             "8192",
                             "enable_directory_listing",
                             "no",
                             "decode_url",
                             "no",
                             nullptr};
    mg_callbacks callbacks{};
    callbacks.begin_request = [](mg_connection* connection) {
      return static_cast<CivetwebServer*>(mg_get_user_context_data(connection))->take(connection);
    };
    callbacks.log_message = [](const mg_connection*, const char*) { return 1; };  // says nothing by itself
    context_ = mg_start(&callbacks, this, options);
    mg_server_port bound{};
    if (context_ == nullptr)
      return Diagnostic(Severity::error, port == 0 ? "preview-not-served" : "preview-port-taken", {}, {{"port", std::to_string(port)}});
    if (mg_get_server_ports(context_, 1, &bound) != 1) return Diagnostic(Severity::error, "preview-not-served", {});
    const std::scoped_lock lock(mutex_);
    guard_.emplace(Guard::new_token(), bound.port);
    return std::nullopt;
  }

  std::string address() const override { return guard_->address(); }

 private:
  /// Civetweb's callback: the status that was answered.
  int take(mg_connection* connection) {
    const Request request = request_of(connection);
    const Answer answer = answer_to(request);
    const std::string head = head_of(answer);
    mg_write(connection, head.data(), head.size());
    if (request.method != "HEAD" && !answer.body.empty()) mg_write(connection, answer.body.data(), answer.body.size());
    return answer.status;
  }

  static Request request_of(const mg_connection* connection) {
    const mg_request_info* info = mg_get_request_info(connection);
    const auto text = [](const char* value) { return std::string(value != nullptr ? value : ""); };
    const auto header = [&](const char* name) { return text(mg_get_header(connection, name)); };
    Request request{text(info->request_method),
                    text(info->request_uri),
                    text(info->query_string),
                    header("Host"),
                    header("Origin"),
                    header("Sec-Fetch-Site"),
                    false};
    request.has_body = info->content_length > 0 || !header("Transfer-Encoding").empty();
    return request;
  }

  Answer answer_to(const Request& request) {
    const auto refused = [](int status) { return Answer{status, "text/plain; charset=utf-8", fmt::format("{}\n", reason_of(status)), {}}; };
    const Guard* guard = nullptr;
    {
      const std::scoped_lock lock(mutex_);
      if (guard_) guard = &*guard_;
    }
    if (guard == nullptr) return refused(404);
    if (const std::optional<int> status = guard->refusal(request)) return refused(*status);
    return site_.answer(guard->path_in_site(request), request.query);
  }

  Site& site_;
  mg_context* context_ = nullptr;
  std::mutex mutex_;  ///< of the guard while it is made: the port is known only when requests can come
  std::optional<Guard> guard_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(Site& site, int port) {
  auto server = std::make_unique<CivetwebServer>(site);
  if (auto failure = server->listen(port)) return *failure;
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace banxin::preview
