#include "font/face_store.h"

#include "font/face.h"

namespace banxin {

const FontFace* FaceSlot::face() const {
  std::call_once(once_, [this] {
    Result<std::shared_ptr<const FontFace>> opened = open_face(file_.path, file_.index, file_.may_change);
    if (opened) {
      face_ = std::move(*opened);
    } else {
      const std::scoped_lock lock(fault_mutex_);
      fault_ = opened.failure();
    }
  });
  return face_.get();
}

std::optional<Diagnostic> FaceSlot::fault() const {
  const std::scoped_lock lock(fault_mutex_);
  return fault_;
}

const FaceSlot* FaceStore::slot(const FaceFile& file) {
  const std::scoped_lock lock(mutex_);
  std::unique_ptr<FaceSlot>& slot = slots_[{file.path, file.index}];
  if (slot == nullptr) slot = std::make_unique<FaceSlot>(file);
  return slot.get();
}

std::vector<Diagnostic> FaceStore::faults() const {
  const std::scoped_lock lock(mutex_);
  std::vector<Diagnostic> result;
  for (const auto& [key, slot] : slots_) {
    if (auto fault = slot->fault()) result.push_back(std::move(*fault));
  }
  return result;
}

}  // namespace banxin
