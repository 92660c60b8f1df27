// Diagnostics: order, counting, templates, and the catalogue.
#include "base/diagnostic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.h"

namespace banxin {
namespace {

std::vector<std::string> codes(const DiagnosticSink& sink) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : sink.all()) result.push_back(diagnostic.message.code);
  return result;
}

TEST(DiagnosticSinkTest, CountsErrorsOnly) {
  DiagnosticSink sink;
  sink.note("a", {});
  sink.warning("b", {});
  EXPECT_FALSE(sink.has_errors());
  sink.error("c", {});
  EXPECT_EQ(sink.error_count(), 1u);
}

TEST(DiagnosticSinkTest, SortsByPlaceAndKeepsTheOrderOfEquals) {
  const SourceFile file("a.yaml", "0123456789");
  DiagnosticSink sink;
  sink.error("nowhere", {});
  sink.error("late", {&file, 5, 6});
  sink.error("early", {&file, 1, 2});
  sink.warning("late-too", {&file, 5, 9});
  sink.sort_by_place();
  EXPECT_THAT(codes(sink), testing::ElementsAre("early", "late", "late-too", "nowhere"));
}

TEST(DiagnosticSinkTest, AppendingAddsTheErrors) {
  DiagnosticSink task;
  task.error("a", {});
  DiagnosticSink all;
  all.note("b", {});
  all.append(task);
  EXPECT_THAT(codes(all), testing::ElementsAre("b", "a"));
  EXPECT_EQ(all.error_count(), 1u);
}

TEST(DiagnosticSinkTest, HintsAndRelatedPlacesStayWithTheirDiagnostic) {
  const SourceFile file("a.yaml", "0123456789");
  DiagnosticSink sink;
  sink.error("a", {&file, 5, 6}).hint("hint-did-you-mean", {{"name", "title"}}).relate({&file, 1, 2}, "see");
  ASSERT_EQ(sink.all().size(), 1u);
  EXPECT_EQ(sink.all()[0].hints.at(0).text(MessageLanguage::english), "did you mean “title”?");
  EXPECT_EQ(sink.all()[0].related.at(0).span.begin, 1u);
}

TEST(FillTemplateTest, ReplacesNamedArguments) {
  EXPECT_EQ(fill_template("“{path}”：{reason}", {{"path", "a.yaml"}, {"reason", "坏了"}}), "“a.yaml”：坏了");
  EXPECT_EQ(fill_template("{a}{a}", {{"a", "x"}}), "xx");
}

TEST(FillTemplateTest, LeavesWhatHasNoArgument) {
  EXPECT_EQ(fill_template("{b} and {", {{"a", "x"}}), "{b} and {");
  EXPECT_EQ(fill_template("{{a}}", {{"a", "x"}}), "{x}");
}

TEST(FillTemplateTest, DoesNotFillWhatAnArgumentSays) { EXPECT_EQ(fill_template("{a}", {{"a", "{b}"}, {"b", "no"}}), "{b}"); }

TEST(MessageTest, SpeaksBothLanguages) {
  const Message message{"file-not-found", {{"path", "a.yaml"}}};
  EXPECT_EQ(message.text(MessageLanguage::english), "cannot find “a.yaml”");
  EXPECT_EQ(message.text(MessageLanguage::chinese), "找不到文件“a.yaml”");
  const Message in_each{"file-not-found", {{"path", "two pages"}, {"path.zh", "两页"}}};
  EXPECT_EQ(in_each.text(MessageLanguage::english), "cannot find “two pages”");
  EXPECT_EQ(in_each.text(MessageLanguage::chinese), "找不到文件“两页”");
}

TEST(CatalogueTest, FindsEachOfItsEntries) {
  for (const CatalogueEntry& entry : message_catalogue()) EXPECT_EQ(find_message(entry.code), &entry);
  EXPECT_EQ(find_message("no-such-code"), nullptr);
}

TEST(ResultTest, HoldsAValueOrReportsWhyNot) {
  DiagnosticSink sink;
  EXPECT_EQ(Result<int>(7).value_or_report(sink), 7);
  EXPECT_TRUE(sink.all().empty());
  EXPECT_EQ(Result<int>(Diagnostic(Severity::error, "file-not-found", {})).value_or_report(sink), std::nullopt);
  EXPECT_THAT(codes(sink), testing::ElementsAre("file-not-found"));
}

}  // namespace
}  // namespace banxin
