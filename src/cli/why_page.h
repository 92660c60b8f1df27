// The table of `banxin why FILE --page N`.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/page_report.h"

namespace banxin {

/// What page `page`, from 1, cost item by item, where its figures stand, and the page end that came closest; empty when there is no such page.
std::string why_page_table(const std::vector<PageReport>& reports, int page, MessageLanguage language);

}  // namespace banxin
