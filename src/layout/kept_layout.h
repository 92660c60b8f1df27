// What the layout of an article keeps for the next one, after an edit.
#pragma once

#include "layout/kept_texts.h"
#include "layout/search_record.h"

namespace banxin {

/// Of one article, from run to run. Whatever changes between two runs, the pages are those of a run without it.
struct KeptLayout {
  KeptTexts texts;
  SearchRecord search;
};

}  // namespace banxin
