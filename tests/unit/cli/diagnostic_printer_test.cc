// What to look for: the caret stands under the offending characters in a terminal, where an East Asian character is two cells wide.
#include "cli/diagnostic_printer.h"

#include <gtest/gtest.h>

namespace banxin {
namespace {

constexpr std::string_view article = "lang: zh-Hans\ntitle：三十余所\nbody: x\n";

SourceSpan span_of(const SourceFile& file, std::string_view part) {
  const std::size_t begin = file.text().find(part);
  return {&file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

TEST(DiagnosticPrinter, PlacesTheCaretByDisplayWidth) {
  const SourceFile file("a.yaml", std::string(article));
  const Diagnostic diagnostic(Severity::error, "file-outside-roots", span_of(file, "十余"), {{"path", "../x.jpg"}});
  EXPECT_EQ(format_diagnostic(diagnostic, {}),
            "a.yaml:2:8: error: “../x.jpg” lies outside the article's folder [file-outside-roots]\n"
            " 2 | title：三十余所\n"
            "   |          ^^^^\n"
            "  hint: copy it beside the article, or name its folder with --root\n");
}

TEST(DiagnosticPrinter, SpeaksChinese) {
  const SourceFile file("a.yaml", std::string(article));
  const Diagnostic diagnostic(Severity::warning, "file-not-found", span_of(file, "所"), {{"path", "甲.jpg"}});
  EXPECT_EQ(format_diagnostic(diagnostic, {DiagnosticFormat::Form::human, MessageLanguage::chinese, false}),
            "a.yaml:2:10: 警告：找不到文件“甲.jpg” [file-not-found]\n"
            " 2 | title：三十余所\n"
            "   |              ^^\n");
}

TEST(DiagnosticPrinter, WritesOneJsonObjectALine) {
  const SourceFile file("a.yaml", std::string(article));
  Diagnostic diagnostic(Severity::error, "file-not-found", span_of(file, "余所"), {{"path", "a\"b"}});
  diagnostic.hint("hint-did-you-mean", {{"name", "x"}});
  EXPECT_EQ(format_diagnostic(diagnostic, {DiagnosticFormat::Form::json, MessageLanguage::english, false}),
            "{\"severity\":\"error\",\"code\":\"file-not-found\",\"message\":\"cannot find “a\\\"b”\",\"file\":\"a.yaml\",\"line\":2,\"column\":9,\"end_line\":2,"
            "\"end_column\":11,\"hints\":[\"did you mean “x”?\"]}\n");
}

TEST(DiagnosticPrinter, LetsNoControlCharacterReachTheTerminal) {
  const SourceFile file("a.yaml", "title: \x1b[31mred\n");
  const std::string text = format_diagnostic(Diagnostic(Severity::error, "file-not-found", span_of(file, "red"), {{"path", "\x1b]0;x"}}), {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(DiagnosticPrinter, ShowsAWindowOfAVeryLongLine) {
  std::string line(100000, 'a');
  line += "末尾";
  const SourceFile file("a.yaml", line);
  EXPECT_LT(format_diagnostic(Diagnostic(Severity::error, "file-not-found", span_of(file, "末尾"), {}), {}).size(), 400u);
}

TEST(DiagnosticPrinter, PointsBehindTheEndOfAFile) {
  const SourceFile file("a.yaml", "body: 文");
  const Diagnostic diagnostic(Severity::error, "file-not-found", {&file, 9, 9}, {});
  EXPECT_NE(format_diagnostic(diagnostic, {}).find("a.yaml:1:8:"), std::string::npos);
}

}  // namespace
}  // namespace banxin
