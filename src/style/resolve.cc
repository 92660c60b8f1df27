#include "style/resolve.h"

#include <algorithm>

#include "style/resolve_area.h"
#include "style/style_keys.h"
#include "style/value_reader.h"
#include "text/break_levels.h"

namespace banxin {
namespace {

using yaml::Value;

/// Stands for a size that was wrong, so that what is relative to it can still be checked.
constexpr Length size_after_error = Length::from_points(9);
constexpr int widest_column_for_single_orphans = 17;
constexpr int widest_column_for_loose_breaks = 12;

/// A default of the tables as if a file said it.
Value default_value(std::string_view text) {
  Value value;
  value.kind = Value::Kind::scalar;
  value.text = SourceText(std::string(text));
  return value;
}

const TextElement& entry_of(Element element) {
  const auto elements = text_elements();
  return *std::find_if(elements.begin(), elements.end(), [&](const TextElement& entry) { return entry.element == element; });
}

std::string_view own_default(const TextElement& element, std::string_view property) {
  const auto found = std::find_if(element.defaults.begin(), element.defaults.end(),
                                  [&](const TextElement::Default& own) { return own.property == property; });
  return found == element.defaults.end() ? std::string_view() : found->value;
}

std::string text_path(const TextElement& element, std::string_view property) {
  return "text." + std::string(element.name) + "." + std::string(property);
}

class Resolver {
 public:
  Resolver(const Settings& settings, const std::string& language, DiagnosticSink& sink) : settings_(settings), reader_(sink, language) {
    Style& style = draft_.style;
    style.language = language;
    style.composition = CompositionOptions::for_locale(locale_for(language));
    style.fit.adjust = default_fit_limits();
    for (TextStyle& text : style.text) text.size = size_after_error;
  }

  Style run() {
    for (const std::string& name : settings_.names_below("colours")) define_colour(name);
    set_text_property(entry_of(Element::body), property_named("size"));
    for (const StyleKey& key : general_style_keys()) set_general(key);
    check_body();
    settle_column_count();
    settle_fit();
    for (const PageCostName& cost : page_cost_names()) set_cost(cost);
    for (const TextElement& element : text_elements()) set_element(element);
    for (const std::string& name : settings_.names_below("head.rules")) add_head_rule(name);
    check_head_order();
    for (const std::string& name : settings_.names_below("furniture")) add_furniture(name);
    apply_orientation(draft_);
    if (!reader_.sink().has_errors()) resolve_type_area(draft_, settings_, reader_.sink());
    settle_by_columns();
    return std::move(draft_.style);
  }

 private:
  const TextStyle& body() { return draft_.style.of(Element::body); }

  static const TextProperty& property_named(std::string_view name) {
    const auto properties = text_properties();
    return *std::find_if(properties.begin(), properties.end(), [&](const TextProperty& property) { return property.name == name; });
  }

  /// Relative units beside a text of `size` (0: not known yet).
  LengthContext context_of(Length size, PercentOf percent_of) {
    LengthContext context;
    if (size > Length()) context.em = size;
    if (draft_.style.grid.pitch > Length()) context.line = draft_.style.grid.pitch;
    const auto hundred = [&](Length whole) {
      if (whole > Length()) context.hundred = whole;
    };
    if (percent_of == PercentOf::paper_width) hundred(oriented_paper(draft_).width);
    if (percent_of == PercentOf::paper_height) hundred(oriented_paper(draft_).height);
    if (percent_of == PercentOf::body_size || percent_of == PercentOf::own_size) hundred(size);
    return context;
  }

  void define_colour(const std::string& name) {
    static const ValueRule rule{StyleValueKind::named_colour};
    reader_.enter("colours." + name, rule, {});
    reader_.define_colour(name, *settings_.find("colours." + name)->value);
  }

  void set_general(const StyleKey& key) {
    if (!key.set) return;
    reader_.enter(key.path, key.rule, context_of(body().size, key.rule.percent_of));
    // The default comes first even when there is a setting: a wrong one leaves it, and what is relative to it can be read.
    if (!key.default_value.empty()) key.set(draft_, default_value(key.default_value), reader_);
    if (const Setting* setting = settings_.find(key.path)) key.set(draft_, *setting->value, reader_);
  }

  void set_cost(const PageCostName& cost) {
    const std::string path = "costs." + std::string(cost.name);
    const Setting* setting = settings_.find(path);
    if (setting == nullptr) return;
    reader_.enter(path, page_cost_rule(), {});
    reader_.integer(*setting->value, draft_.style.costs.*cost.value);
  }

  /// Widths say how many columns there are, unless a number set more strongly wants them alike again.
  void settle_column_count() {
    ColumnStyle& columns = draft_.style.columns;
    if (columns.widths.empty()) return;
    const int of_count = settings_.layer_of("columns.count"), of_widths = settings_.layer_of("columns.widths");
    if (of_count > of_widths) return columns.widths.clear();
    const int count = static_cast<int>(columns.widths.size());
    if (of_count == of_widths && columns.count != count)
      reader_.sink().error("style-widths-count", settings_.place_of("columns.count"), {{"count", std::to_string(count)}});
    columns.count = count;
  }

  /// Pages and columns are two ways to say the same: the stronger holds.
  void settle_fit() {
    FitStyle& fit = draft_.style.fit;
    if (!fit.pages || !fit.columns) return;
    const int of_pages = settings_.layer_of("fit.pages"), of_columns = settings_.layer_of("fit.columns");
    if (of_pages == of_columns) reader_.sink().error("style-fit-twice", settings_.place_of("fit.columns"));
    if (of_pages >= of_columns)
      fit.columns.reset();
    else
      fit.pages.reset();
  }

  void check_body() {
    if (body().sizes.size() > 1)
      reader_.sink().error("style-value-scalar", settings_.place_of("text.body.size"), {{"key", "text.body.size"}});
    if (const Setting* pitch = settings_.find("text.body.pitch")) reader_.sink().error("style-body-pitch", pitch->value->span);
    if (draft_.style.grid.pitch < body().size) {
      reader_.sink().error("style-pitch-below-size", settings_.place_of("grid.pitch"),
                           {{"pitch", in_points(draft_.style.grid.pitch)}, {"size", in_points(body().size)}});
    }
  }

  void set_element(const TextElement& element) {
    if (!element.element) return report_reserved(element);
    for (const TextProperty& property : text_properties()) {
      const bool done = *element.element == Element::body && property.name == "size";
      if (!done) set_text_property(element, property);
    }
  }

  void report_reserved(const TextElement& element) {
    static const ValueRule rule{StyleValueKind::later};
    for (const TextProperty& property : text_properties()) {
      const std::string path = text_path(element, property.name);
      const Setting* setting = settings_.find(path);
      if (!setting) continue;
      reader_.enter(path, rule, {});
      reader_.later(*setting->value);
    }
  }

  void set_text_property(const TextElement& element, const TextProperty& property) {
    TextStyle& style = draft_.style.of(*element.element);
    const bool is_size = property.name == "size", is_body = *element.element == Element::body;
    const Length em = !is_size ? style.size : is_body ? Length() : body().size;
    const auto read = [&](std::string key, const Value& value) {
      reader_.enter(std::move(key), property.rule, context_of(em, property.rule.percent_of));
      property.set(style, value, reader_);
    };
    for (const TextElement* from = &element; from; from = from->takes_after ? &entry_of(*from->takes_after) : nullptr) {
      const std::string path = text_path(*from, property.name);
      if (const Setting* setting = settings_.find(path)) return read(path, *setting->value);
      const std::string_view own = own_default(*from, property.name);
      if (!own.empty()) return read(path, default_value(own));
      const bool stands_alone = !property.goes_with.empty() &&
                                (settings_.find(text_path(*from, property.goes_with)) || !own_default(*from, property.goes_with).empty());
      if (stands_alone) break;
    }
    read(text_path(element, property.name), default_value(property.default_value));
  }

  void add_furniture(const std::string& name) {
    const std::string prefix = "furniture." + name + ".";
    const bool is_text = settings_.find(prefix + "text"), is_rule = settings_.find(prefix + "rule"), is_qr = settings_.find(prefix + "qr");
    const int kinds = int{is_text} + int{is_rule} + int{is_qr};
    if (settings_.find("furniture." + name) && kinds == 0) return;  // taken away
    if (kinds != 1) {
      reader_.sink().error("style-furniture-kind", place_of_item(prefix), {{"name", name}});
      return;
    }
    FurnitureItem item;
    item.name = name;
    item.style.size = size_after_error;
    item.kind = is_text ? FurnitureItem::Kind::text : is_rule ? FurnitureItem::Kind::rule : FurnitureItem::Kind::qr_code;
    for (const TextProperty* property : furniture_properties()) set_furniture_type(item, *property, prefix);
    for (const FurnitureKey& key : furniture_keys()) {
      const std::string path = prefix + std::string(key.name);
      const Setting* setting = settings_.find(path);
      if (!setting) continue;
      reader_.enter(path, key.rule, context_of(item.style.size, key.rule.percent_of));
      key.set(item, *setting->value, reader_);
    }
    item.style.pitch = item.style.size;
    check_earlier(item.beside, prefix + "beside");
    check_earlier(item.with, prefix + "with");
    check_earlier(item.under, prefix + "under");
    draft_.style.furniture.push_back(std::move(item));
  }

  /// An item can only stand beside, with or under one that is placed before it.
  void check_earlier(const std::string& name, const std::string& path) {
    const Setting* setting = settings_.find(path);
    if (!setting) return;
    std::vector<std::string_view> earlier;
    for (const FurnitureItem& other : draft_.style.furniture) earlier.push_back(other.name);
    if (std::find(earlier.begin(), earlier.end(), name) != earlier.end()) return;
    suggest(reader_.sink().error("style-furniture-beside", setting->value->span, {{"name", name}}), name, earlier);
  }

  void add_head_rule(const std::string& name) {
    const std::string prefix = "head.rules." + name;
    HeadRule rule;
    rule.name = name;
    bool any = false;
    for (const HeadRuleKey& key : head_rule_keys()) {
      const std::string path = prefix + "." + std::string(key.name);
      const Setting* setting = settings_.find(path);
      if (!setting) continue;
      any = true;
      reader_.enter(path, key.rule, context_of(body().size, key.rule.percent_of));
      key.set(rule, *setting->value, reader_);
    }
    if (any) draft_.style.head.rules.push_back(std::move(rule));
  }

  void check_head_order() {
    HeadStyle& head = draft_.style.head;
    static const std::vector<std::string> elements = HeadStyle().order;
    std::vector<std::string_view> known(elements.begin(), elements.end());
    for (const HeadRule& rule : head.rules) known.push_back(rule.name);
    for (const std::string& name : head.order) {
      if (std::count(head.order.begin(), head.order.end(), name) > 1) {
        reader_.sink().error("style-head-order-twice", settings_.place_of("head.order"), {{"name", name}});
        return;
      }
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      suggest(reader_.sink().error("style-head-order", settings_.place_of("head.order"), {{"name", name}, {"known", joined(known)}}), name,
              known);
    }
    // An element that the style leaves out prints all the same, after the one it usually follows.
    for (auto element = elements.begin(); element != elements.end(); ++element) {
      if (std::find(head.order.begin(), head.order.end(), *element) != head.order.end()) continue;
      const auto before = element == elements.begin() ? head.order.end() : std::find(head.order.begin(), head.order.end(), *(element - 1));
      head.order.insert(before == head.order.end() ? head.order.begin() : before + 1, *element);
    }
  }

  /// The size first: the others may be relative to it.
  static std::vector<const TextProperty*> furniture_properties() {
    std::vector<const TextProperty*> properties = {&property_named("size")};
    for (const TextProperty& property : text_properties()) {
      if (property.of_furniture && property.name != "size") properties.push_back(&property);
    }
    return properties;
  }

  void set_furniture_type(FurnitureItem& item, const TextProperty& property, const std::string& prefix) {
    const std::string path = prefix + std::string(property.name);
    const Setting* setting = settings_.find(path);
    const Length em = property.name == "size" ? body().size : item.style.size;
    reader_.enter(path, property.rule, context_of(em, property.rule.percent_of));
    property.set(item.style, setting ? *setting->value : default_value(property.default_value), reader_);
  }

  SourceSpan place_of_item(const std::string& prefix) {
    std::vector<std::string> paths;
    for (const FurnitureKey& key : furniture_keys()) paths.push_back(prefix + std::string(key.name));
    return settings_.strongest_place(paths);
  }

  /// What depends on how many columns there are and how wide they came out.
  void settle_by_columns() {
    Style& style = draft_.style;
    style.images.lead_span = std::min(style.images.lead_span, style.columns.count);
    const int characters = style.page.area_characters;
    style.orphan_lines = draft_.orphan_lines.value_or(characters <= widest_column_for_single_orphans ? 1 : 2);
    const bool narrow = characters <= widest_column_for_loose_breaks;
    if (draft_.level == StyleDraft::LevelChoice::automatic)
      style.composition.level = resolve_level(BreakLevel::automatic, style.composition.locale, narrow);
  }

  const Settings& settings_;
  ValueReader reader_;
  StyleDraft draft_;
};

}  // namespace

Style resolve_style(const Settings& settings, const std::string& language, DiagnosticSink& sink) {
  // A value that several elements take over is read, and would be reported, once for each.
  DiagnosticSink found;
  Style style = Resolver(settings, language, found).run();
  std::vector<std::pair<std::string, SourceSpan>> reported;
  for (const Diagnostic& diagnostic : found.all()) {
    const std::pair place(diagnostic.message.code, diagnostic.span);
    if (diagnostic.span && std::find(reported.begin(), reported.end(), place) != reported.end()) continue;
    reported.push_back(place);
    sink.add(diagnostic);
  }
  return style;
}

}  // namespace banxin
