// Every text of an article, one after the other.
#pragma once

#include <functional>

#include "document/article.h"

namespace banxin {

/// Calls `use` with each text with markup that an article holds, in the order of reading: the head, the body, the footnotes, what stands at
/// the end. Addresses, code blocks and what QR codes hold aside.
void for_each_text(const Article& article, const std::function<void(const RichText&)>& use);

}  // namespace banxin
