#pragma once
#include <vector>

#include "exhibit/exhibit.h"
#include "exhibit/schema.h"

/// The tables of the exhibit file. Their keys stand in schema_exhibit.cpp and, below `[[layers]]`, in schema_layers.cpp; below `[[cues]]`, in
/// schema_cues.cpp; below `[brand]`, in schema_brand.cpp; below `[kiosk]`, in schema_kiosk.cpp; below `[export]`, in
/// schema_export.cpp.
namespace spreadmap::exhibit {

template <>
inline constexpr bool kIsTable<Exhibit> = true;
template <>
inline constexpr bool kIsTable<MapSpec> = true;
template <>
inline constexpr bool kIsTable<BrandSpec> = true;
template <>
inline constexpr bool kIsTable<style::BrandColours> = true;
template <>
inline constexpr bool kIsTable<BaseLayerSpec> = true;
template <>
inline constexpr bool kIsTable<PlaceLabelSpec> = true;
template <>
inline constexpr bool kIsTable<RegionLabelSpec> = true;
template <>
inline constexpr bool kIsTable<FindSpec> = true;
template <>
inline constexpr bool kIsTable<TimelineSpec> = true;
template <>
inline constexpr bool kIsTable<MilestoneSpec> = true;
template <>
inline constexpr bool kIsTable<DirectorSpec> = true;
template <>
inline constexpr bool kIsTable<LayerSpec> = true;
template <>
inline constexpr bool kIsTable<PopulationSpec> = true;
template <>
inline constexpr bool kIsTable<ClassesSpec> = true;
template <>
inline constexpr bool kIsTable<style::LayerStyle> = true;
template <>
inline constexpr bool kIsTable<KioskSpec> = true;
template <>
inline constexpr bool kIsTable<CueSpec> = true;
template <>
inline constexpr bool kIsTable<CueCameraSpec> = true;
template <>
inline constexpr bool kIsTable<CueFilterSpec> = true;

template <>
const std::vector<Key<Exhibit>>& Schema<Exhibit>::keys();
template <>
const std::vector<Key<MapSpec>>& Schema<MapSpec>::keys();
template <>
const std::vector<Key<BrandSpec>>& Schema<BrandSpec>::keys();
template <>
const std::vector<Key<style::BrandColours>>& Schema<style::BrandColours>::keys();
template <>
const std::vector<Key<BaseLayerSpec>>& Schema<BaseLayerSpec>::keys();
template <>
const std::vector<Key<PlaceLabelSpec>>& Schema<PlaceLabelSpec>::keys();
template <>
const std::vector<Key<RegionLabelSpec>>& Schema<RegionLabelSpec>::keys();
template <>
const std::vector<Key<FindSpec>>& Schema<FindSpec>::keys();
template <>
const std::vector<Key<TimelineSpec>>& Schema<TimelineSpec>::keys();
template <>
const std::vector<Key<MilestoneSpec>>& Schema<MilestoneSpec>::keys();
template <>
const std::vector<Key<DirectorSpec>>& Schema<DirectorSpec>::keys();
template <>
const std::vector<Key<LayerSpec>>& Schema<LayerSpec>::keys();
template <>
const std::vector<Key<PopulationSpec>>& Schema<PopulationSpec>::keys();
template <>
const std::vector<Key<ClassesSpec>>& Schema<ClassesSpec>::keys();
template <>
const std::vector<Key<style::LayerStyle>>& Schema<style::LayerStyle>::keys();
template <>
const std::vector<Key<KioskSpec>>& Schema<KioskSpec>::keys();
template <>
const std::vector<Key<CueSpec>>& Schema<CueSpec>::keys();
template <>
const std::vector<Key<CueCameraSpec>>& Schema<CueCameraSpec>::keys();
template <>
const std::vector<Key<CueFilterSpec>>& Schema<CueFilterSpec>::keys();

template <>
Result<void> Schema<Exhibit>::check(const At& at, const toml::table& table, Exhibit& exhibit);
template <>
Result<void> Schema<BrandSpec>::check(const At& at, const toml::table& table, BrandSpec& brand);
template <>
Result<void> Schema<TimelineSpec>::check(const At& at, const toml::table& table, TimelineSpec& timeline);
template <>
Result<void> Schema<LayerSpec>::check(const At& at, const toml::table& table, LayerSpec& layer);
template <>
Result<void> Schema<ClassesSpec>::check(const At& at, const toml::table& table, ClassesSpec& classes);
template <>
Result<void> Schema<CueSpec>::check(const At& at, const toml::table& table, CueSpec& cue);
template <>
Result<void> Schema<CueCameraSpec>::check(const At& at, const toml::table& table, CueCameraSpec& camera);
template <>
Result<void> Schema<CueFilterSpec>::check(const At& at, const toml::table& table, CueFilterSpec& filter);

/// `[export]`, whose keys are those of options.
Result<void> read_export(const At& at, const toml::node& node, Exhibit& exhibit);
void list_export(const std::string& key, std::vector<std::string>& out);

/// Where a key of a table stands; the table itself where it has none.
std::uint32_t line_of_key(const toml::table& table, std::string_view name);
/// Whether what is written in the exhibit's own colours can be read, in the theme that it names.
Result<void> check_brand(const At& at, const toml::table& table, const Exhibit& exhibit);
/// What must hold between the cues and the rest of the exhibit, which has been read: days within the timeline, known layers, ids once each.
Result<void> check_cues(const At& at, const toml::table& table, const Exhibit& exhibit);

}  // namespace spreadmap::exhibit
