// From the scan's skeleton to the tree of values, by yaml-cpp.
#include "yaml/compose.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace banxin::yaml {

namespace {

/// The skeleton without the blank lines that block scalars and comments left in it, which yaml-cpp would walk through byte by byte.
class CompactSkeleton {
 public:
  explicit CompactSkeleton(const Scan& scan) {
    const std::string& skeleton = scan.skeleton;
    for (std::size_t begin = 0; begin < skeleton.size();) {
      const std::size_t end = std::min(skeleton.find('\n', begin), skeleton.size());
      std::size_t content_end = end;
      while (content_end > begin && skeleton[content_end - 1] == ' ') --content_end;
      if (content_end > begin) {
        lines_.push_back({text_.size(), begin + scan.skeleton_begin});
        text_.append(skeleton, begin, content_end - begin).push_back('\n');
      }
      begin = end + 1;
    }
  }

  const std::string& text() const { return text_; }

  /// The place in the file of a byte of text().
  std::uint32_t in_file(std::size_t offset) const {
    const auto after = std::partition_point(lines_.begin(), lines_.end(), [&](const Line& line) { return line.begin <= offset; });
    if (after == lines_.begin()) return 0;
    const Line& line = *std::prev(after);
    return static_cast<std::uint32_t>(line.begin_in_file + offset - line.begin);
  }

 private:
  struct Line {
    std::size_t begin, begin_in_file;
  };
  std::string text_;
  std::vector<Line> lines_;
};

/// yaml-cpp read something else than the scan.
class Disagreement : public std::runtime_error {
 public:
  explicit Disagreement(std::size_t place) : std::runtime_error("scan and parser disagree"), place_(place) {}
  std::size_t place() const { return place_; }

 private:
  std::size_t place_;
};

/// Builds values from yaml-cpp's events. Scalars come in file order, so that each event must meet the scan's next one at its place.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceFile& file, Scan& scan, const CompactSkeleton& skeleton) : file_(file), scan_(scan), skeleton_(skeleton) {}

  Value finish() {
    if (next_scalar_ != scan_.scalars.size()) throw Disagreement(scan_.scalars[next_scalar_].begin);
    return std::move(top_);
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Value value;
    value.span = place(place_of(mark), place_of(mark));
    if (!parents_.empty() && parents_.back().value.is_mapping() && parents_.back().has_key) {
      value.span = place(parents_.back().after_colon, parents_.back().after_colon);
    }
    add(std::move(value));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw Disagreement(place_of(mark)); }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    const std::uint32_t begin = place_of(mark);
    if (next_scalar_ == scan_.scalars.size() || scan_.scalars[next_scalar_].begin != begin) throw Disagreement(begin);
    ScannedScalar& scalar = scan_.scalars[next_scalar_++];
    const bool key_expected = !parents_.empty() && parents_.back().value.is_mapping() && !parents_.back().has_key;
    if (scalar.is_key != key_expected) throw Disagreement(begin);
    if (key_expected) {
      Parent& parent = parents_.back();
      parent.value.entries.push_back({std::move(scalar.text), {}});
      parent.has_key = true;
      parent.after_colon = scalar.after_colon;
      return;
    }
    Value value;
    value.kind = Value::Kind::scalar;
    value.style = scalar.style;
    value.span = place(scalar.begin, scalar.end);
    value.text = std::move(scalar.text);
    add(std::move(value));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(Value::Kind::sequence, mark);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(Value::Kind::mapping, mark);
  }
  void OnMapEnd() override { end(); }

 private:
  struct Parent {
    Value value;
    bool has_key = false;           // of a mapping: its last entry waits for its value
    std::uint32_t after_colon = 0;  // behind that key
  };

  std::uint32_t place_of(const YAML::Mark& mark) const { return skeleton_.in_file(static_cast<std::size_t>(mark.pos)); }
  SourceSpan place(std::uint32_t begin, std::uint32_t end) const { return {&file_, begin, end}; }

  void begin(Value::Kind kind, const YAML::Mark& mark) {
    Parent& parent = parents_.emplace_back();
    parent.value.kind = kind;
    parent.value.span = place(place_of(mark), place_of(mark));
  }

  void end() {
    Value value = std::move(parents_.back().value);
    parents_.pop_back();
    if (const ScannedFlow* flow = scan_.flow_at(value.span.begin)) {
      value.span.end = flow->end;
    } else if (!value.items.empty()) {
      value.span.end = std::max(value.span.end, value.items.back().span.end);
    } else if (!value.entries.empty()) {
      value.span.end = std::max(value.span.end, value.entries.back().value.span.end);
    }
    add(std::move(value));
  }

  void add(Value value) {
    if (parents_.empty()) {
      top_ = std::move(value);
      return;
    }
    Parent& parent = parents_.back();
    if (parent.value.is_sequence()) {
      parent.value.items.push_back(std::move(value));
    } else if (parent.has_key) {
      parent.value.entries.back().value = std::move(value);
      parent.has_key = false;
    } else {
      throw Disagreement(value.span.begin);  // a key that is no scalar
    }
  }

  const SourceFile& file_;
  Scan& scan_;
  const CompactSkeleton& skeleton_;
  std::size_t next_scalar_ = 0;
  std::vector<Parent> parents_;
  Value top_;
};

}  // namespace

std::optional<Value> compose(const SourceFile& file, Scan& scan, DiagnosticSink& sink) {
  const CompactSkeleton skeleton(scan);
  std::uint32_t culprit = 0;
  try {
    std::istringstream stream(skeleton.text());
    YAML::Parser parser(stream);
    TreeBuilder builder(file, scan, skeleton);
    if (parser.HandleNextDocument(builder) && parser.HandleNextDocument(builder)) throw Disagreement(0);
    return builder.finish();
  } catch (const YAML::Exception& exception) {
    culprit = skeleton.in_file(static_cast<std::size_t>(std::max(exception.mark.pos, 0)));
  } catch (const Disagreement& disagreement) {
    culprit = static_cast<std::uint32_t>(disagreement.place());
  }
  if (!sink.has_errors()) {
    culprit = std::min(culprit, static_cast<std::uint32_t>(file.text().size()));
    sink.error("yaml-syntax", {&file, culprit, culprit});
  }
  return std::nullopt;
}

}  // namespace banxin::yaml
