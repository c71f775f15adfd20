#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "geo/spaces.h"

struct PJconsts;  // PROJ's own names: only proj_operation.cpp includes its header
struct pj_ctx;

namespace spreadmap::geo {

/// One PROJ operation from WGS84 to a plane in metres, with a PROJ context of its own: no network, nothing on standard
/// error. One operation serves the whole plane, so that neighbours stay neighbours and the inverse undoes the forward
/// direction. Move-only; one thread at a time.
class ProjOperation {
 public:
  /// A projected CRS as PROJ knows it (code, PROJ string, WKT). Opens proj.db. Where PROJ offers several operations,
  /// its first choice among those whose grids are at hand. One in degrees is drawn as plate carree: equidistant along
  /// the meridians and the equator. Errors: a CRS that is unknown or is no map of the earth, in words.
  static Result<ProjOperation> create(const std::string& crs);
  /// An operation in PROJ's own terms ("+proj=aea +lat_1=...", a pipeline) that takes WGS84 longitudes and latitudes, in
  /// radians or degrees, and gives metres. No search among operations: cheap. PROJ opens proj.db here too, but does
  /// without it where it is missing. Errors: what PROJ cannot set up, in its words.
  static Result<ProjOperation> of_steps(const std::string& steps);

  ProjOperation(ProjOperation&&) noexcept = default;
  ProjOperation& operator=(ProjOperation&&) = delete;  // would close the old context before what lives in it
  ~ProjOperation() = default;

  /// Forward, many at once; sizes must agree. A point where the projection is not defined becomes NaN.
  void map_from_lon_lat(std::span<const LonLat> points, std::span<MapPoint> out) const;
  /// Inverse; nullopt where going forward again does not lead back (outside the earth's image), so no place is answered
  /// twice.
  [[nodiscard]] std::optional<LonLat> lon_lat_from_map(MapPoint point) const;
  /// The operation in PROJ's own terms, a pipeline in the PROJ.5 style; empty where PROJ has none.
  [[nodiscard]] std::string steps() const;

 private:
  struct CloseContext {
    void operator()(pj_ctx* context) const;
  };
  struct DestroyOperation {
    void operator()(PJconsts* operation) const;
  };
  using ContextPtr = std::unique_ptr<pj_ctx, CloseContext>;
  using OperationPtr = std::unique_ptr<PJconsts, DestroyOperation>;

  ProjOperation(ContextPtr context, OperationPtr operation, double m_per_unit);
  /// The context of one operation. What PROJ would print goes into `words`, which must outlive the creation only.
  static ContextPtr open_context(std::string& words);
  /// The projected or geographic CRS inside a bound or compound one, or why there is none.
  static Result<OperationPtr> projected_part(pj_ctx* context, const PJconsts* crs, const std::string& name);
  /// PROJ's first usable operation from WGS84 to a CRS, axes normalised; null when there is none.
  static OperationPtr best_operation(pj_ctx* context, const PJconsts* crs);

  ContextPtr context_;  // before operation_, which must go first
  OperationPtr operation_;
  double unit_in_per_deg_;  // what one degree is in the unit that the operation takes
  double m_per_unit_;       // metres in one unit of the CRS's axes
};

}  // namespace spreadmap::geo
