#include "font/face_chain.h"

#include <algorithm>
#include <utility>

#include "font/face.h"
#include "text/scripts.h"

namespace banxin {

FaceChain::FaceChain(FontRequest request, const PreferredFamilies& preferred, FontSources& sources)
    : request_(std::move(request)), sources_(sources) {
  const FontCatalogue& catalogue = sources_.catalogue();
  if (const auto own = preferred.find(request_.role); own != preferred.end()) {
    for (const std::string& family : own->second) add_step(Step::Origin::preferred, family);
  }
  for (const std::string& family : catalogue.families_of(request_.role, request_.language)) add_step(Step::Origin::catalogue, family);
  if (const auto substitute = catalogue.substitutes.find(request_.role); substitute != catalogue.substitutes.end()) {
    for (const std::string& family : catalogue.families_of(substitute->second, request_.language))
      add_step(Step::Origin::substitute, family);
  }
  for (const CatalogueFamily& family : catalogue.families) {
    if (!family.installed) add_step(Step::Origin::fallback, family.name);
  }
  steps_.emplace_back(Step::Origin::folders, "");
}

void FaceChain::add_step(Step::Origin origin, const std::string& family) {
  const bool known = std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) { return same_family_name(step.family, family); });
  if (!known) steps_.emplace_back(origin, family);
}

const std::vector<const FaceSlot*>& FaceChain::slots_of(const Step& step) const {
  std::call_once(step.once, [&] {
    const auto files = step.origin == Step::Origin::folders ? sources_.folder_faces() : sources_.family(step.family, request_.weight);
    for (const FaceFile& file : files) step.slots.push_back(sources_.store().slot(file));
  });
  return step.slots;
}

const FontFace* FaceChain::find(std::u32string_view cluster) const {
  for (const Step& step : steps_) {
    for (const FaceSlot* slot : slots_of(step)) {
      const FontFace* face = slot->face();
      if (face != nullptr && covers(*face, cluster)) return face;
    }
  }
  return find_installed(cluster);
}

const FontFace* FaceChain::find_installed(std::u32string_view cluster) const {
  std::u32string drawn;
  std::copy_if(cluster.begin(), cluster.end(), std::back_inserter(drawn), [](char32_t c) { return !is_ignorable(c); });
  const std::scoped_lock lock(installed_mutex_);
  const auto [place, is_new] = installed_.emplace(drawn, nullptr);
  if (!is_new) return place->second;
  for (const FaceFile& file : sources_.installed_covering(drawn, request_.language)) {
    const FontFace* face = sources_.store().slot(file)->face();
    if (face != nullptr && covers(*face, drawn)) return place->second = face;
  }
  return nullptr;
}

std::pair<const FontFace*, const FaceChain::Step*> FaceChain::first_face() const {
  for (const Step& step : steps_) {
    for (const FaceSlot* slot : slots_of(step)) {
      if (const FontFace* face = slot->face()) return {face, &step};
    }
  }
  return {nullptr, nullptr};
}

const FontFace* FaceChain::primary() const {
  std::call_once(primary_once_, [&] { primary_ = first_face().first; });
  return primary_;
}

void FaceChain::report(DiagnosticSink& sink) const {
  const std::string role(name_of(request_.role));
  for (const Step& step : steps_) {
    if (step.origin == Step::Origin::preferred && slots_of(step).empty()) {
      sink.warning("font-family-not-found", {}, {{"family", step.family}, {"role", role}});
    }
  }
  const auto [face, step] = first_face();
  if (face == nullptr) return;
  if (step->origin == Step::Origin::substitute) sink.note("font-role-substituted", {}, {{"role", role}, {"family", step->family}});
  if (face->weight() != request_.weight) {
    sink.note("font-weight-substituted", {},
              {{"family", face->family()}, {"weight", std::to_string(request_.weight)}, {"used", std::to_string(face->weight())}});
  }
}

}  // namespace banxin
