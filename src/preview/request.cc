#include "preview/request.h"

#include <fmt/format.h>

#include <array>
#include <random>

namespace banxin::preview {
namespace {

/// Takes the same time wherever the texts differ.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different |= static_cast<unsigned>(static_cast<unsigned char>(a[i] ^ b[i]));
  return different == 0;
}

}  // namespace

Guard::Guard(std::string token, int port) : prefix_('/' + std::move(token) + '/'), port_(std::to_string(port)) {}

std::string Guard::new_token() {
  std::random_device random;  // the kernel's
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", random());
  return token;
}

std::optional<int> Guard::refusal(const Request& request) const {
  if (request.method != "GET" && request.method != "HEAD") return 405;
  if (request.has_body) return 413;
  const std::array hosts = {"127.0.0.1:" + port_, "localhost:" + port_};
  const bool own_host = request.host == hosts[0] || request.host == hosts[1];
  const bool own_origin = request.origin.empty() || request.origin == "http://" + request.host;
  const bool own_page = request.fetch_site.empty() || request.fetch_site == "same-origin" || request.fetch_site == "none";
  if (!own_host || !own_origin || !own_page) return 403;
  if (!same_secret(std::string_view(request.path).substr(0, prefix_.size()), prefix_)) return 404;
  return std::nullopt;
}

std::string_view Guard::path_in_site(const Request& request) const { return std::string_view(request.path).substr(prefix_.size()); }

std::string Guard::address() const { return "http://127.0.0.1:" + port_ + prefix_; }

}  // namespace banxin::preview
