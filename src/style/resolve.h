// Settings to a Style: relative values worked out, defaults filled in, the type area made of whole characters and lines.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "style/settings.h"
#include "style/style.h"

namespace banxin {

/// The style of an article in `language`. After an error (reported to `sink`) its values are of no use.
Style resolve_style(const Settings& settings, const std::string& language, DiagnosticSink& sink);

}  // namespace banxin
