// The faces that serve one request, in order of preference; each family is located and each face opened only when the ones before fail.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "font/font_library.h"
#include "font/font_sources.h"

namespace banxin {

/// Safe to use from several threads.
class FaceChain {
 public:
  FaceChain(FontRequest request, const PreferredFamilies& preferred, FontSources& sources);

  const FontFace* find(std::u32string_view cluster) const;
  const FontFace* primary() const;
  /// What serving the request had to put up with.
  void report(DiagnosticSink& sink) const;

 private:
  /// One family, or all faces of the user's folders.
  struct Step {
    enum class Origin { preferred, catalogue, substitute, fallback, folders };
    Step(Origin origin_, std::string family_) : origin(origin_), family(std::move(family_)) {}

    Origin origin;
    std::string family;
    mutable std::once_flag once;
    mutable std::vector<const FaceSlot*> slots;
  };

  void add_step(Step::Origin origin, const std::string& family);
  const std::vector<const FaceSlot*>& slots_of(const Step& step) const;
  const FontFace* find_installed(std::u32string_view cluster) const;
  /// The first face of the role's own steps that opens, and its step.
  std::pair<const FontFace*, const Step*> first_face() const;

  FontRequest request_;
  FontSources& sources_;
  std::deque<Step> steps_;
  mutable std::once_flag primary_once_;
  mutable const FontFace* primary_ = nullptr;
  mutable std::mutex installed_mutex_;
  mutable std::map<std::u32string, const FontFace*, std::less<>> installed_;  ///< null: nobody has it
};

}  // namespace banxin
