// Locales of language tags, and what a locale sets by default.
#include "text/composition_options.h"

#include <gtest/gtest.h>

#include "text/break_levels.h"

namespace banxin {
namespace {

TEST(LocaleFor, ReadsLanguageScriptAndRegion) {
  EXPECT_EQ(locale_for("zh"), Locale::zh_hans);
  EXPECT_EQ(locale_for("zh-Hans-TW"), Locale::zh_hans);
  EXPECT_EQ(locale_for("zh-TW"), Locale::zh_hant_tw);
  EXPECT_EQ(locale_for("zh_Hant"), Locale::zh_hant_tw);
  EXPECT_EQ(locale_for("zh-Hant-HK"), Locale::zh_hant_hk);
  EXPECT_EQ(locale_for("JA-jp"), Locale::ja);
  EXPECT_EQ(locale_for("ko"), Locale::ko);
  EXPECT_EQ(locale_for("en-GB"), Locale::other);
  EXPECT_EQ(locale_for(""), Locale::other);
}

TEST(CompositionOptions, FollowTheLocale) {
  EXPECT_EQ(CompositionOptions::for_locale(Locale::zh_hans).edge_end, EdgeEnd::trim);
  EXPECT_EQ(CompositionOptions::for_locale(Locale::zh_hant_tw).edge_first, 500);
  EXPECT_EQ(CompositionOptions::for_locale(Locale::zh_hant_hk).least_beside_bracket, 250);
  EXPECT_EQ(CompositionOptions::for_locale(Locale::zh_hans).least_beside_bracket, 0);
  EXPECT_FALSE(CompositionOptions::for_locale(Locale::ja).final_stop_adjustable);
  EXPECT_EQ(CompositionOptions::for_locale(Locale::ko).level, BreakLevel::ko);
}

TEST(BreakLevels, AutomaticIsLooseOnNarrowMeasures) {
  EXPECT_EQ(resolve_level(BreakLevel::automatic, Locale::zh_hans, true), BreakLevel::zh_loose);
  EXPECT_EQ(resolve_level(BreakLevel::automatic, Locale::zh_hans, false), BreakLevel::gb);
  EXPECT_EQ(resolve_level(BreakLevel::automatic, Locale::ja, true), BreakLevel::ja_loose);
  EXPECT_EQ(resolve_level(BreakLevel::strict, Locale::zh_hans, true), BreakLevel::strict);
}

}  // namespace
}  // namespace banxin
