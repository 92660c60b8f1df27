// What each fuzz target is: a function that takes any bytes whatever and comes back. Under the preset `fuzz` libFuzzer calls it; otherwise
// run_seeds.cc does, with the seeds alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace banxin::fuzz {

inline std::string bytes_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// Ends the run as a crash does when what must hold of every input does not.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// Every message can be said in both languages, and points into its file.
inline void check_messages(const DiagnosticSink& sink) {
  for (const Diagnostic& diagnostic : sink.all()) {
    const SourceSpan& span = diagnostic.span;
    require(!span.file || (span.begin <= span.end && span.end <= span.file->text().size()), "a message points into its file");
    for (const MessageLanguage language : {MessageLanguage::english, MessageLanguage::chinese})
      require(!diagnostic.message.text(language).empty(), "a message has words");
  }
}

}  // namespace banxin::fuzz
