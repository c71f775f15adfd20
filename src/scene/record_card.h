#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/record_ref.h"
#include "scene/build_frame.h"

namespace spreadmap::scene {

/// What is known of one record, in the words of the view's language.
struct RecordCard {
  std::string preface;                                     ///< why this card is shown, where that has to be said
  std::string title;                                       ///< the record's name
  std::string subtitle;                                    ///< kind and place: "Police · Orlando, FL"
  std::vector<std::pair<std::string, std::string>> facts;  ///< what it is, and its value: "Since", "30 May 2018"
  std::string source, source_url, notes;
  std::vector<model::RecordRef>
      neighbours;  ///< records of shown layers at exactly the same place, that the filter leaves and that exist
};

/// Facts of the table alone but for "21 of 405", which depends on the filter and the day.
RecordCard record_card(const SceneInputs& inputs, const model::ViewState& view, model::RecordRef record);

/// What is known of a milestone: its day and how precisely, what was said then, who says so and where.
RecordCard milestone_card(const exhibit::MilestoneSpec& milestone, const language::Language& language,
                          const std::string& tag);
/// Whether a record is an area that has been read.
bool is_known_area(const SceneInputs& inputs, model::RecordRef record);

/// The card as plain text, a line a fact: to be copied elsewhere with its source.
std::string plain_text(const RecordCard& card);

}  // namespace spreadmap::scene
