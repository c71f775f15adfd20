#include "app/options_common.h"

namespace spreadmap::app {
namespace {

void add_filter(CLI::App& command, CommonOptions& common) {
  add_list(command, "--regions", common.filter.regions,
           "Only records of these regions, as FL,TX; one with\na comma in it in quotes: '\"Congo, Rep.\",Fiji'");
  add_list(command, "--kinds", common.kinds, "Only records of these kinds");
  command.add_option_function<std::string>(
      "--days",
      [&common](const std::string& text) {
        const auto days = time::parse_day_interval(text);
        if (!days) throw CLI::ValidationError("--days", days.error().message);
        common.filter.days = *days;
      },
      "Only records that began then, as 2019, 2019-08 or 2019-01/2019-06");
  command.add_option_function<std::string>(
      "--amount-usd", [&common](const std::string& text) { common.filter.amount_usd = parse_amounts(text); },
      "Of layers that know amounts only those in a range, as 10000-50000");
  command
      .add_option_function<std::vector<std::string>>(
          "--precisions",
          [&common](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) common.filter.precisions.push_back(parse_precision(text));
          },
          "Only records whose first day is known to the day, month or less")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--text", common.filter.text,
                     "Only records with each of these words in name, place, county, region or notes");
}

}  // namespace

void add_common(CLI::App& command, CommonOptions& common) {
  add_filter(command, common);
  add_list(command, "--layers", common.layers, "Show these layers, by their ids in the exhibit, and no others");
  command.add_option("EXHIBIT", common.exhibit, "An exhibit file (TOML); left out: the built-in one");
  command.add_option("--lang", common.language,
                     "Language, as en, es or es-MX; left out: the locale's, or the exhibit's");
  command.add_option("--crs", common.crs,
                     "Projection: auto, us-composite, albers, web-mercator, equal-earth,\n"
                     "orthographic, or a CRS that PROJ knows, as EPSG:3035");
  command
      .add_option_function<std::string>(
          "--theme",
          [&common](const std::string& name) {
            common.theme = name == "light" ? style::ThemeName::kLight : style::ThemeName::kDark;
          },
          "Colours: dark or light; left out: the exhibit's")
      ->check(CLI::IsMember({"dark", "light"}));
  command
      .add_option_function<std::string>(
          "--seen-by", [&common](const std::string& eye) { common.seen_with = parse_vision(eye); },
          "Preview how others see the colours: protan, deutan or tritan")
      ->check(CLI::IsMember({"protan", "deutan", "tritan"}));
  command
      .add_option("--text-scale", common.text_scale, "How many times as large small type is: 1 to 3; titles grow less")
      ->check(CLI::Range(1.0, model::kMostTextScale));
  command.add_flag("--reduced-motion", common.reduces_motion, "Nothing flies, spreads or pops; time still plays");
  command.add_option("--shaders", common.shaders,
                     "Read shaders from this folder instead of the binary (for development)");
  command.add_flag_function(
      "--director,!--no-director", [&common](std::int64_t count) { common.is_directed = count > 0; },
      "Linger on milestones and hasten over quiet weeks, or not; left out: as the exhibit says");
  command
      .add_option_function<int>(
          "--window-days", [&common](int days) { common.window_days = days; },
          "Records of the counted layer are there for so many days; 0: for good")
      ->check(CLI::Range(0, 3660));
  command.add_flag("--strict", common.strict, "One bad row of the data is an error");
  command.add_flag("--verbose", common.verbose, "Say more on standard error");
}

}  // namespace spreadmap::app
