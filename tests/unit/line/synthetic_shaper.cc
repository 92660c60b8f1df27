#include "unit/line/synthetic_shaper.h"

#include "text/character_class.h"
#include "text/locale_rules.h"

namespace banxin::test {
namespace {

bool is_western(const TextCharacter& character) {
  return character.code_point < 0x80 || character.code_point == 0x2013 ||
         (character.code_point >= 0x2018 && character.code_point <= 0x201d && character.character_class == CharacterClass::latin) ||
         (character.code_point >= 0x80 && character.code_point < 0x600 && character.character_class == CharacterClass::latin);
}

Cluster cluster_of(const TextCharacter& character, Locale locale, Length em) {
  Cluster cluster;
  cluster.text_begin = character.offset;
  cluster.size = em;
  cluster.advance = em;
  if (character.code_point == ' ')
    cluster.advance = em.scaled(1, 3);
  else if (is_western(character))
    cluster.advance = em.scaled(1, 2);
  if (character.character_class == CharacterClass::forced_break || character.character_class == CharacterClass::invisible)
    cluster.advance = Length();
  cluster.ink_end = cluster.advance;
  if (is_western(character)) return cluster;
  switch (locale_rules(locale).marks.of(character.character_class).body) {
    case MarkBody::opening:
      cluster.ink_begin = em.scaled(1, 2);
      break;
    case MarkBody::closing:
    case MarkBody::stop:
      cluster.ink_end = em.scaled(1, 2);
      break;
    case MarkBody::centred:
    case MarkBody::half:
      cluster.ink_begin = em.scaled(1, 4);
      cluster.ink_end = em.scaled(3, 4);
      break;
    case MarkBody::solid:
    case MarkBody::space:
      break;
  }
  return cluster;
}

}  // namespace

std::shared_ptr<StyledText> styled_text(std::string_view text, Length size, const std::vector<std::uint32_t>& run_begins) {
  auto styled = std::make_shared<StyledText>();
  styled->text = SourceText(std::string(text));
  for (std::size_t i = 0; i < run_begins.size(); ++i) {
    StyledRun run;
    run.begin = run_begins[i];
    run.end = i + 1 < run_begins.size() ? run_begins[i + 1] : static_cast<std::uint32_t>(text.size());
    run.style.size = size;
    run.style.weight = i % 2 == 0 ? 400 : 700;
    styled->runs.push_back(run);
  }
  return styled;
}

std::shared_ptr<ShapedText> shape_synthetically(const StyledText& text, Locale locale) {
  auto shaped = std::make_shared<ShapedText>();
  const std::vector<TextCharacter> characters = classify(text.text.view(), locale);
  std::uint32_t run = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto end = i + 1 < characters.size() ? characters[i + 1].offset : static_cast<std::uint32_t>(text.text.size());
    while (text.runs[run].end <= characters[i].offset) ++run;
    const bool second_of_pair = characters[i].joins_previous && !shaped->clusters.empty();
    if (second_of_pair) {
      Cluster& pair = shaped->clusters.back();
      pair.text_end = end;
      pair.advance += pair.size;
      pair.ink_end = pair.advance;
      continue;
    }
    Cluster cluster = cluster_of(characters[i], locale, text.runs[run].style.size);
    cluster.text_end = end;
    cluster.run = run;
    shaped->clusters.push_back(cluster);
  }
  return shaped;
}

}  // namespace banxin::test
