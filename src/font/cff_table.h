// The parts of a CFF table (Adobe Technical Note 5176) that embedding needs to see and change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banxin {

/// Whether the first font of a CFF table is CID-keyed (its Top DICT has ROS); nothing when the table is damaged.
std::optional<bool> is_cid_keyed(std::string_view cff);

/// Gives the glyphs of a CID-keyed table new CIDs: `cids` of glyphs 0, 1, 2, ... The new charset goes to the end of the table and the Top
/// DICT's offset to it is changed in place, so it must be written in five bytes, as hb-subset does. False when the table is not so.
bool set_cids(std::string& cff, const std::vector<std::uint16_t>& cids);

}  // namespace banxin
