#include "driver/typeset.h"

#include <fmt/format.h>
#include <algorithm>

#include <chrono>
#include <map>

#include "base/deadline.h"
#include "base/limits.h"
#include "document/read_article.h"
#include "driver/fit.h"
#include "driver/kept_run.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "layout/layout.h"
#include "pdf/write.h"
#include "press/prepare.h"
#include "style/read_style.h"

namespace banxin {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view default_style = "newspaper";

/// Midnight UTC of a calendar date, in seconds since 1970.
std::int64_t seconds_at(const CalendarDate& date) {
  const std::chrono::sys_days day = std::chrono::year(date.year) / date.month / date.day;
  return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

bool has_figures(const Article& article) {
  return std::any_of(article.body.begin(), article.body.end(),
                     [](const Block& block) { return std::holds_alternative<Figure>(block.content); });
}

/// In bytes, about.
std::size_t memory_of(const Picture& picture) {
  return picture.bytes.size() + picture.decoded.samples.size() + picture.decoded.alpha.size() + picture.colour_profile.size();
}

/// Why a file of this standard may not hold the figure; null when it may.
const Diagnostic* fault_for(const VectorFigure& figure, const PdfStandard& standard) {
  if ((standard.is_archive() || standard.is_accessible || standard.is_exchange) && figure.archive_fault) return &*figure.archive_fault;
  const bool needs_text = standard.archive_level == 'A' || standard.is_accessible;
  if (needs_text && figure.unmapped_text) return &*figure.unmapped_text;
  if (standard.rests_on_pdf_1_4() && figure.needs_pdf_1_7) return &*figure.needs_pdf_1_7;
  return nullptr;
}

/// One article on its way.
class Way {
 public:
  Way(const FileAccess& files, const DataFolders& folders, const CataloguedFontLibrary& fonts, const HyphenationLibrary& hyphenation,
      KnownStyleFiles& known_styles, const ArticleInput& input, const TypesetOptions& options, TypesetResult& result)
      : files_(files),
        folders_(folders),
        fonts_(fonts),
        hyphenation_(hyphenation),
        known_styles_(known_styles),
        input_(input),
        options_(options),
        result_(result),
        roots_(files, readable_roots(input, options)) {
    if (options.time_limit) deadline_ = Deadline(*options.time_limit);
  }

  void run() {
    const SourceFile& source = result_.sources.emplace_back(input_.name, input_.text);
    yaml::Value set;
    result_.article = read_article(source, result_.diagnostics, &set, input_.fields);
    if (!result_.article) return;
    const std::optional<StyleSettings> settings = read_its_style(set);
    if (!settings) return;
    const Style style = settings->resolve(result_.diagnostics);
    if (result_.diagnostics.has_errors()) return;
    const std::unique_ptr<CataloguedFontLibrary> fonts = fonts_.with_families(style.fonts);
    LaidOut laid_out = lay_out_with(style, *fonts);
    if (style.fit.wanted() && !laid_out.diagnostics.has_errors()) laid_out = fitted(std::move(laid_out), style, *settings, *fonts);
    result_.diagnostics.append(laid_out.diagnostics);
    fonts->report(result_.diagnostics);
    if (result_.diagnostics.has_errors()) return;
    PagedDocument& document = laid_out.document;
    document.metadata.date = date_of_file(style.output.standard);
    if (!output_options(style.output)) return;
    const std::optional<PressOptions> press = press_options(style.output);
    if (!press) return;
    prepare_for_press(document, *press, result_.diagnostics);
    if (result_.diagnostics.has_errors()) return;
    result_.galleys = std::move(laid_out.galleys);
    result_.page_reports = std::move(laid_out.page_reports);
    result_.style = std::move(laid_out.style);
    result_.document = std::move(document);
  }

 private:
  /// The article on pages, with what there was to say of it.
  struct LaidOut {
    Style style;
    PagedDocument document;
    std::vector<Galley> galleys;
    std::vector<PageReport> page_reports;
    Fullness fullness;
    DiagnosticSink diagnostics;
  };

  LaidOut lay_out_with(Style style, const FontLibrary& fonts) {
    LaidOut result;
    result.style = std::move(style);
    const PictureLoader load = [this, &result](const Figure& figure) {
      return load_picture(figure, result.style.output.standard, result.diagnostics);
    };
    std::vector<Galley>* galleys = options_.keep_galleys ? &result.galleys : nullptr;
    std::vector<PageReport>* reports = options_.keep_page_reports ? &result.page_reports : nullptr;
    // To fill pages an article is set many times, each time by another style.
    KeptLayout* const kept = options_.kept != nullptr && !result.style.fit.wanted() ? &options_.kept->layout : nullptr;
    result.document = lay_out(
        {*result_.article, result.style, fonts, load, galleys, reports, &result.fullness, &hyphenation_, options_.threads, deadline_, kept},
        result.diagnostics);
    return result;
  }

  /// The article as it fills what the style gives it; what was done for it is said among its diagnostics.
  LaidOut fitted(LaidOut natural, const Style& style, const StyleSettings& settings, const FontLibrary& fonts) {
    const FitGoal goal = fit_goal(style.fit);
    const FitAdjuster adjuster(style, has_figures(*result_.article));
    std::map<FitPosition, LaidOut> tried;
    const FitTrial trial = [&](const FitPosition& position) {
      deadline_.check();
      DiagnosticSink of_style;
      Style adjusted = settings.resolve_with(adjuster.settings(position), of_style);
      adjuster.keep_display(adjusted);
      if (of_style.has_errors()) return FitOutcome::impossible();
      const LaidOut& laid_out = tried.emplace(position, lay_out_with(std::move(adjusted), fonts)).first->second;
      return laid_out.diagnostics.has_errors() ? FitOutcome::impossible() : measure_fit(laid_out.fullness, goal);
    };
    const FitResult result = search_fit(adjuster.steps(), measure_fit(natural.fullness, goal), trial);
    const auto chosen = tried.find(result.position);
    LaidOut laid_out = chosen == tried.end() ? std::move(natural) : std::move(chosen->second);
    report_fit(result, goal, adjuster.changes(result.position), result_.article->span, laid_out.diagnostics);
    return laid_out;
  }

  static std::vector<fs::path> readable_roots(const ArticleInput& input, const TypesetOptions& options) {
    std::vector<fs::path> roots = {input.folder};
    roots.insert(roots.end(), options.roots.begin(), options.roots.end());
    return roots;
  }

  std::optional<StyleSettings> read_its_style(const yaml::Value& set) {
    StyleRequest request;
    request.name = SourceText(options_.style.value_or(std::string(default_style)));
    if (!options_.style && result_.article->style) request.name = *result_.article->style;
    request.article_folder = input_.folder;
    request.styles_folder = folders_.styles;
    request.article_set = set.is_null() ? nullptr : &set;
    request.command_line_set = options_.set;
    request.language = result_.article->language;
    request.known = &known_styles_;
    return StyleSettings::read(request, files_, roots_, result_.style_files, result_.diagnostics);
  }

  /// What the PDF shall be; false after an error.
  bool output_options(const OutputStyle& output) {
    PdfOptions& pdf = result_.pdf;
    pdf.standard = output.standard;
    pdf.compress = output.compress;
    pdf.threads = options_.threads;
    const MessageArguments standard = {{"standard", std::string(output.standard.name)}};
    if (!output.password.empty()) {
      pdf.password = output.password.text();
      if (!output.standard.allows_encryption()) result_.diagnostics.error("output-password-forbidden", whole(output.password), standard);
    }
    if (!output.profile.empty()) read_into(output.profile, pdf.output_profile);
    for (const SourceText& path : result_.article->embedded_files) {
      if (!output.standard.allows_attachments()) result_.diagnostics.error("output-attachments-forbidden", whole(path), standard);
      PdfAttachment attachment{fs::path(path.text()).filename().string(), {}, false};
      if (read_into(path, attachment.bytes)) attach(std::move(attachment), whole(path));
    }
    if (options_.attach_source) {
      if (!output.standard.allows_attachments()) result_.diagnostics.error("output-attachments-forbidden", {}, standard);
      const std::string name = input_.name == "-" ? "article.yaml" : fs::path(input_.name).filename().string();
      attach({name, input_.text, true}, {});
    }
    return !result_.diagnostics.has_errors();
  }

  /// What the pages shall print in; nothing after an error.
  std::optional<PressOptions> press_options(const OutputStyle& output) {
    using Colours = OutputStyle::Colours;
    PressOptions press;
    press.most_ink = output.total_ink;
    press.convert_pictures = output.colours == Colours::cmyk;
    press.condition = read_icc_profile(result_.pdf.output_profile);
    const bool exchange = output.standard.is_exchange, gray = output.colours == Colours::gray;
    if (gray)
      press.colours = PressOptions::Colours::black;
    else if (exchange || output.colours == Colours::cmyk)
      press.colours = PressOptions::Colours::process;
    const SourceSpan profile = output.profile.empty() ? SourceSpan{} : whole(output.profile);
    const bool in_inks = press.condition && press.condition->space == ColourSpace::cmyk;
    const bool of_press = press.condition && press.condition->is_of_printer && press.condition->space != ColourSpace::rgb;
    if (press.colours == PressOptions::Colours::process && !in_inks) {
      result_.diagnostics.error("output-inks-without-profile", profile);
    } else if (exchange && !of_press) {
      result_.diagnostics.error("output-profile-of-no-printer", profile, {{"standard", std::string(output.standard.name)}});
    }
    result_.pdf.process_inks = press.colours == PressOptions::Colours::process;
    return result_.diagnostics.has_errors() ? std::nullopt : std::optional(std::move(press));
  }

  /// The date that the file says it is of.
  std::optional<std::int64_t> date_of_file(const PdfStandard& standard) {
    if (options_.source_date_epoch) return options_.source_date_epoch;
    if (result_.article->date.date) return seconds_at(*result_.article->date.date);
    if (!standard.is_exchange) return std::nullopt;
    result_.diagnostics.warning("output-date-missing", result_.article->span, {{"standard", std::string(standard.name)}});
    return 0;
  }

  static SourceSpan whole(const SourceText& text) { return text.span(0, static_cast<std::uint32_t>(text.size())); }

  void attach(PdfAttachment attachment, SourceSpan span) {
    const auto same = [&](const PdfAttachment& other) { return other.name == attachment.name; };
    if (std::any_of(result_.pdf.attachments.begin(), result_.pdf.attachments.end(), same))
      result_.diagnostics.error("output-attachment-twice", span, {{"name", attachment.name}});
    result_.pdf.attachments.push_back(std::move(attachment));
  }

  /// Reads a file that the article or style names; false after an error.
  bool read_into(const SourceText& written, std::string& bytes) {
    const auto fail = [&](const Diagnostic& failure) {
      Diagnostic error = failure;
      error.span = whole(written);
      for (auto& [name, value] : error.message.arguments) {
        if (name == "path") value = written.text();  // as its author wrote it, not where it lies on this machine
      }
      result_.diagnostics.add(std::move(error));
      return false;
    };
    const Result<fs::path> path = roots_.resolve(input_.folder, written.text(), whole(written));
    if (!path) return fail(path.failure());
    Result<std::string> read = files_.read(*path, limits::other_file);
    if (!read) return fail(read.failure());
    bytes = std::move(*read);
    return true;
  }

  /// A figure's picture; when it cannot be had, a warning, and a placeholder stands in its place.
  std::shared_ptr<const Picture> load_picture(const Figure& figure, const PdfStandard& standard, DiagnosticSink& sink) {
    const SourceSpan span = figure.path.span();
    const auto fail = [&](const Diagnostic& failure) {
      Diagnostic warning = failure;
      const bool escapes = failure.message.code == "file-outside-roots";
      warning.severity = escapes ? Severity::error : Severity::warning;
      warning.span = span;
      if (!escapes) warning.hint("hint-placeholder-instead");
      sink.add(std::move(warning));
      return nullptr;
    };
    const Result<fs::path> path = roots_.resolve(input_.folder, figure.path.text(), span);
    if (!path) return fail(path.failure());
    if (const auto known = pictures_.find({*path, figure.page}); known != pictures_.end()) return known->second;
    deadline_.check();
    const PictureLimits limits;
    Result<std::string> bytes = files_.read(*path, limits.bytes);
    if (!bytes) {
      Diagnostic failure = bytes.failure();
      // The path as the author wrote it, not where it lies on this machine.
      for (auto& [name, value] : failure.message.arguments) {
        if (name == "path") value = figure.path.text();
      }
      return fail(failure);
    }
    Result<std::shared_ptr<const Picture>> picture =
        read_picture(std::move(*bytes), figure.path.text(), limits, {figure.page, folders_.fonts.string()});
    if (!picture) return fail(picture.failure());
    if (const Diagnostic* fault = fault_for((*picture)->vector, standard)) return fail(*fault);
    const std::size_t held = memory_of(**picture);
    if (held > options_.picture_memory - picture_memory_) {
      const std::string limit = std::to_string(options_.picture_memory / limits::mebibyte);
      return fail(Diagnostic(Severity::error, "driver-pictures-too-large", span, {{"name", figure.path.text()}, {"limit", limit}}));
    }
    picture_memory_ += held;
    return pictures_.emplace(std::pair(*path, figure.page), *picture).first->second;
  }

  const FileAccess& files_;
  const DataFolders& folders_;
  const CataloguedFontLibrary& fonts_;
  const HyphenationLibrary& hyphenation_;
  KnownStyleFiles& known_styles_;
  const ArticleInput& input_;
  const TypesetOptions& options_;
  TypesetResult& result_;
  ReadableRoots roots_;
  Deadline deadline_;
  std::size_t picture_memory_ = 0;                                               ///< that the pictures read so far hold
  std::map<std::pair<fs::path, int>, std::shared_ptr<const Picture>> pictures_;  ///< those read so far, by file and page
};

}  // namespace

Typesetter::Typesetter(const FileAccess& files, DataFolders folders, const std::vector<fs::path>& font_paths)
    : files_(files), folders_(std::move(folders)), hyphenation_(files, folders_.hyphenation) {
  FontLibraryOptions options;
  options.bundle_folder = folders_.fonts;
  options.font_paths = font_paths;
  fonts_ = open_font_library(options, files_, font_diagnostics_);
}

Typesetter::~Typesetter() = default;

std::unique_ptr<TypesetResult> Typesetter::typeset(const ArticleInput& input, const TypesetOptions& options) const {
  auto result = std::make_unique<TypesetResult>();
  try {
    Way(files_, folders_, *fonts_, hyphenation_, known_styles_, input, options, *result).run();
  } catch (const OutOfTime&) {
    result->document.reset();
    const double seconds = std::chrono::duration<double>(options.time_limit.value_or(std::chrono::milliseconds())).count();
    result->diagnostics.error("driver-out-of-time", {&result->sources.front(), 0, 0}, {{"seconds", fmt::format("{}", seconds)}});
  }
  result->diagnostics.sort_by_place();
  return result;
}

std::optional<std::string> write_document(const TypesetResult& result, DiagnosticSink& sink) {
  return write_pdf(*result.document, result.pdf).value_or_report(sink);
}

}  // namespace banxin
