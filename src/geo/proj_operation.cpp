#include "geo/proj_operation.h"

#include <proj.h>

#include <cmath>
#include <limits>
#include <utility>

#include "base/assert.h"
#include "geo/degrees.h"
#include "geo/projection.h"

namespace spreadmap::geo {

std::string proj_version() { return proj_info().version; }
namespace {

constexpr double kRoundTrip_m = 1.0;  // far above rounding, far below what a reader can see on a map of a country

// What a CRS in degrees is drawn as. A degree's length is that of the equator.
constexpr const char* kPlateCarree = "+proj=eqc +ellps=WGS84";

// PROJ's last line is the most particular; it is kept instead of being printed.
void keep_last_line(void* words, int, const char* line) { *static_cast<std::string*>(words) = line; }
void drop_line(void*, int, const char*) {}

std::string why(PJ_CONTEXT* context, const std::string& words) {
  if (!words.empty()) return words;
  const int number = proj_context_errno(context);
  return number == 0 ? "PROJ gives no reason" : proj_context_errno_string(context, number);
}

}  // namespace

void ProjOperation::CloseContext::operator()(pj_ctx* context) const { proj_context_destroy(context); }
void ProjOperation::DestroyOperation::operator()(PJconsts* operation) const { proj_destroy(operation); }

ProjOperation::ProjOperation(ContextPtr context, OperationPtr operation, double m_per_unit)
    : context_(std::move(context)),
      operation_(std::move(operation)),
      unit_in_per_deg_(proj_angular_input(operation_.get(), PJ_FWD) != 0 ? kRad : 1.0),
      m_per_unit_(m_per_unit) {
  proj_log_func(context_.get(), nullptr, drop_line);  // the string that kept the words is about to go
}

ProjOperation::ContextPtr ProjOperation::open_context(std::string& words) {
  ContextPtr context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_ERROR);
  proj_log_func(context.get(), &words, keep_last_line);
  proj_context_set_enable_network(context.get(), 0);
  return context;
}

Result<ProjOperation> ProjOperation::create(const std::string& crs) {
  std::string words;
  ContextPtr context = open_context(words);
  // PROJ takes "+proj=..." for an operation unless told that a CRS is meant.
  // A code, a PROJ string, WKT or PROJJSON: of names PROJ takes the nearest that it knows, whatever was meant.
  if (crs.find_first_of(":=[{") == std::string::npos) {
    return fail(
        "{}: PROJ does not know this CRS (a name); expected us-composite, a code such as EPSG:3857, a PROJ string or "
        "WKT",
        crs);
  }
  const bool is_proj_string = crs.find("proj=") != std::string::npos && crs.find("type=crs") == std::string::npos;
  const OperationPtr target(proj_create(context.get(), (is_proj_string ? crs + " +type=crs" : crs).c_str()));
  if (!target) {
    return fail(
        "{}: PROJ does not know this CRS ({}); expected us-composite, a code such as EPSG:3857, a PROJ string or WKT",
        crs, why(context.get(), words));
  }
  const Result<OperationPtr> projected = projected_part(context.get(), target.get(), crs);
  if (!projected) return tl::unexpected(projected.error());

  if (proj_get_type(projected->get()) != PJ_TYPE_PROJECTED_CRS) return of_steps(kPlateCarree);
  double m_per_unit = 1.0;
  const OperationPtr axes(proj_crs_get_coordinate_system(context.get(), projected->get()));
  if (axes) {
    proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, &m_per_unit, nullptr, nullptr,
                          nullptr);
  }
  OperationPtr operation = best_operation(context.get(), target.get());
  if (!operation) return fail("{}: PROJ has no way from WGS84 to this CRS: {}", crs, why(context.get(), words));
  return ProjOperation(std::move(context), std::move(operation), m_per_unit);
}

Result<ProjOperation> ProjOperation::of_steps(const std::string& steps) {
  std::string words;
  ContextPtr context = open_context(words);
  OperationPtr operation(proj_create(context.get(), steps.c_str()));
  if (!operation) return fail("{}: PROJ cannot set up this operation: {}", steps, why(context.get(), words));
  return ProjOperation(std::move(context), std::move(operation), 1.0);
}

Result<ProjOperation::OperationPtr> ProjOperation::projected_part(pj_ctx* context, const PJconsts* crs,
                                                                  const std::string& name) {
  OperationPtr part(proj_clone(context, crs));
  for (PJ_TYPE type = proj_get_type(part.get()); part && (type == PJ_TYPE_BOUND_CRS || type == PJ_TYPE_COMPOUND_CRS);
       type = proj_get_type(part.get())) {
    part.reset(type == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, part.get())
                                         : proj_crs_get_sub_crs(context, part.get(), 0));
  }
  if (part && proj_get_type(part.get()) == PJ_TYPE_PROJECTED_CRS) return part;
  const bool is_geographic = part && (proj_get_type(part.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS ||
                                      proj_get_type(part.get()) == PJ_TYPE_GEOGRAPHIC_3D_CRS);
  if (is_geographic) return part;
  return fail("{}: this is not a projected CRS, which a map needs; for instance EPSG:3857", name);
}

ProjOperation::OperationPtr ProjOperation::best_operation(pj_ctx* context, const PJconsts* crs) {
  const OperationPtr wgs84(proj_create(context, "EPSG:4326"));
  if (!wgs84) return nullptr;
  // Not proj_create_crs_to_crs: that changes operations from place to place, and there the plane would tear.
  PJ_OPERATION_FACTORY_CONTEXT* factory = proj_create_operation_factory_context(context, nullptr);
  proj_operation_factory_context_set_spatial_criterion(context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  proj_operation_factory_context_set_grid_availability_use(context, factory,
                                                           PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  PJ_OBJ_LIST* choices = proj_create_operations(context, wgs84.get(), crs, factory);
  proj_operation_factory_context_destroy(factory);
  OperationPtr first(choices != nullptr && proj_list_get_count(choices) > 0 ? proj_list_get(context, choices, 0)
                                                                            : nullptr);
  proj_list_destroy(choices);
  if (!first) return nullptr;
  return OperationPtr(proj_normalize_for_visualization(context, first.get()));
}

std::string ProjOperation::steps() const {
  const char* steps = proj_as_proj_string(context_.get(), operation_.get(), PJ_PROJ_5, nullptr);
  return steps == nullptr ? "" : steps;
}

void ProjOperation::map_from_lon_lat(std::span<const LonLat> points, std::span<MapPoint> out) const {
  SM_ASSERT(points.size() == out.size(), "points {} out {}", points.size(), out.size());
  if (points.empty()) return;
  for (std::size_t i = 0; i < points.size(); ++i) {
    out[i] = {points[i].lon_deg * unit_in_per_deg_, points[i].lat_deg * unit_in_per_deg_};
  }
  constexpr std::size_t kStride = sizeof(MapPoint);
  proj_trans_generic(operation_.get(), PJ_FWD, &out[0].x_m, kStride, out.size(), &out[0].y_m, kStride, out.size(),
                     nullptr, 0, 0, nullptr, 0, 0);
  proj_errno_reset(operation_.get());  // a refused point is told by its infinite coordinates, not by a lasting state
  for (MapPoint& point : out) {
    const bool is_defined = std::isfinite(point.x_m) && std::isfinite(point.y_m);
    constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
    point = is_defined ? MapPoint{point.x_m * m_per_unit_, point.y_m * m_per_unit_} : MapPoint{kNowhere, kNowhere};
  }
}

std::optional<LonLat> ProjOperation::lon_lat_from_map(MapPoint point) const {
  if (!std::isfinite(point.x_m) || !std::isfinite(point.y_m)) return std::nullopt;
  const PJ_COORD plane = proj_coord(point.x_m / m_per_unit_, point.y_m / m_per_unit_, 0.0, 0.0);
  const PJ_COORD found = proj_trans(operation_.get(), PJ_INV, plane);
  proj_errno_reset(operation_.get());
  if (!std::isfinite(found.xy.x) || !std::isfinite(found.xy.y)) return std::nullopt;
  const LonLat place{found.xy.x / unit_in_per_deg_, found.xy.y / unit_in_per_deg_};
  // Many inverses answer beyond the earth's image too, with a place that lies elsewhere.
  MapPoint again;
  map_from_lon_lat({&place, 1}, {&again, 1});
  const bool leads_back = std::hypot(again.x_m - point.x_m, again.y_m - point.y_m) < kRoundTrip_m;
  return leads_back ? std::optional(place) : std::nullopt;
}

}  // namespace spreadmap::geo
