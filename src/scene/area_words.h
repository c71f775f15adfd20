#pragma once
#include <span>
#include <string>
#include <vector>

#include "exhibit/exhibit.h"
#include "language/language.h"

namespace spreadmap::scene {

/// What a layer of areas counts: "agencies".
const std::string& unit_of(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer, const std::string& tag);
/// "per 100,000 people".
std::string per_people(double people, const language::Language& language);
/// A value above 0 by two figures, in the language's way: 0.31, 1.2, 47, 1,300.
std::string rate_text(double value, const language::Language& language);

/// What stands under each class of areas: its range. Of counts "1", "2–4", "5+"; of rates "≤ 0.31", "0.31–1.2", "> 1.2".
std::vector<std::string> class_texts(std::span<const double> limits, bool are_rates,
                                     const language::Language& language);

}  // namespace spreadmap::scene
