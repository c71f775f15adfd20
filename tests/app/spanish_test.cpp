// The built-in exhibit speaks English and Spanish, in all that it shows.
#include "scene/record_card.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class Spanish : public StageTest {
 protected:
  static bool has(const exhibit::LocalText& text) {
    const auto languages = text.languages();
    return text.is_empty() || std::find(languages.begin(), languages.end(), "es") != languages.end();
  }
  static model::ViewState view_in(const char* tag) {
    model::ViewState view = view_on("2020-09-30");
    view.language = tag;
    return view;
  }
  static scene::RecordCard card(const char* tag, std::uint32_t layer, std::uint32_t row) {
    const model::ViewState view = view_in(tag);
    return scene::record_card(stage().inputs(view), view, {layer, row});
  }
};

TEST_F(Spanish, IsInEveryTextOfTheFile) {
  const exhibit::Exhibit& ring = stage().world().exhibit;
  for (const auto* text : {&ring.title, &ring.subtitle, &ring.counted, &ring.counted_one, &ring.region, &ring.regions,
                           &ring.credits, &ring.known_until_reason}) {
    EXPECT_FALSE(text->is_empty());
    EXPECT_TRUE(has(*text)) << text->in("en");
  }
  for (const auto& milestone : ring.timeline.milestones) {
    EXPECT_TRUE(has(milestone.label) && has(milestone.total)) << milestone.label.in("en");
  }
  for (const auto& layer : ring.layers) {
    for (const auto* text : {&layer.label, &layer.date_label, &layer.note, &layer.unit})
      EXPECT_TRUE(has(*text)) << text->in("en");
    EXPECT_TRUE(!layer.population || has(layer.population->credit));
  }
}

TEST_F(Spanish, IsInEveryKindConfidenceAndNoteOfTheTables) {
  const auto& world = stage().world();
  int notes = 0;
  for (std::uint32_t layer = 0; layer < world.tables.layers.size(); ++layer) {
    const auto& table = world.tables.layers[layer];
    const auto& spec = world.exhibit.layers[layer];
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
      for (const auto& [field, value] : {std::pair{"kind", table.kind[row]}, {"confidence", table.confidence[row]}}) {
        if (value.empty()) continue;
        const auto texts = spec.values.find(field);
        ASSERT_NE(texts, spec.values.end()) << spec.id << " " << field;
        const auto text = texts->second.find(value);
        ASSERT_NE(text, texts->second.end()) << spec.id << " " << value;
        EXPECT_TRUE(has(text->second)) << value;
      }
      const auto own = table.notes[row], spanish = table.notes_in("es-MX", row);
      EXPECT_EQ(own.empty(), spanish.empty());
      if (own.empty()) continue;
      EXPECT_NE(own, spanish) << own;
      EXPECT_EQ(table.notes_in("en", row), own);
      ++notes;
    }
  }
  EXPECT_EQ(notes, 73 + 23 + 22);
}

TEST_F(Spanish, IsWhatCardAndPictureSay) {
  const auto& table = stage().world().tables.layers[1];
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    if (table.name[row] != "Orlando Police Department") continue;
    EXPECT_EQ(card("en", 1, row).subtitle, "Police · Orlando, FL");
    EXPECT_EQ(card("es", 1, row).subtitle, "Policía · Orlando, FL");
    EXPECT_EQ(card("en", 1, row).source, table.source[row]);
    EXPECT_TRUE(card("es", 1, row).source.starts_with("Exportación del 7 de octubre")) << card("es", 1, row).source;
  }
  model::ViewState view = view_in("es");
  view.filter.text = "centroide del condado";
  EXPECT_EQ(stage().select(view).layer(1).count(view.playhead_d).possible, 15) << "notes are found by Spanish words";
  view.filter = {};
  view.playhead_d = position_d("2019-08-27");
  view.layers[1].kinds = {"sheriff", "police"};
  picture(view, {1280, 720});
  const auto& text = stage().frame().furniture_text.strings;
  EXPECT_NE(text.find(" estados"), std::string::npos);
  EXPECT_NE(text.find("sheriff, policía"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::app
