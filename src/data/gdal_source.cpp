#include "data/gdal_source.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <memory>
#include <optional>

#include "data/row_lines.h"
#include "exhibit/nearest.h"

namespace spreadmap::data {

std::string gdal_version() { return GDALVersionInfo("RELEASE_NAME"); }
namespace {

// GDAL goes by content, not by name, so the list is closed: nothing that names other files (VRT), nothing of the
// network, no format whose driver is known to crash (LIBKML) or to write beside the data (GML).
constexpr std::array<const char*, 10> kDrivers = {"CSV",        "GPKG",           "GeoJSON", "GeoJSONSeq", "TopoJSON",
                                                  "FlatGeobuf", "ESRI Shapefile", "KML",     "GPX",        nullptr};
constexpr const char* kFormats = "CSV, GeoPackage, GeoJSON, TopoJSON, FlatGeobuf, Shapefile, KML, GPX";

struct DatasetCloser {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
struct FeatureDestroyer {
  void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
struct GeometryDestroyer {
  void operator()(void* geometry) const { OGR_G_DestroyGeometry(geometry); }
};
struct SrsReleaser {
  void operator()(void* srs) const { OSRRelease(srs); }
};
struct TransformDestroyer {
  void operator()(void* transform) const { OCTDestroyCoordinateTransformation(transform); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;
using Feature = std::unique_ptr<void, FeatureDestroyer>;
using Geometry = std::unique_ptr<void, GeometryDestroyer>;
using Srs = std::unique_ptr<void, SrsReleaser>;
using Transform = std::unique_ptr<void, TransformDestroyer>;

// While it lives GDAL's complaints come here instead of to standard error. The first failure is kept: those after it
// follow from it.
class Complaints {
 public:
  Complaints() { CPLPushErrorHandlerEx(&Complaints::take, this); }
  ~Complaints() { CPLPopErrorHandler(); }
  Complaints(const Complaints&) = delete;
  Complaints& operator=(const Complaints&) = delete;

  [[nodiscard]] bool has_failure() const { return !failure_.empty(); }
  /// GDAL's words, or ours where it said nothing.
  [[nodiscard]] std::string words_or(std::string_view otherwise) const {
    return std::string(has_failure() ? failure_ : otherwise);
  }

 private:
  static void take(CPLErr severity, CPLErrorNum, const char* words) {
    auto* self = static_cast<Complaints*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && self->failure_.empty()) self->failure_ = words;
  }
  std::string failure_;
};

CPLHTTPResult* refuse_http(const char* url, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                           void*) {
  CPLError(CE_Failure, CPLE_AppDefined, "the network is not used: %s", url);
  return nullptr;
}

// ---- opening --------------------------------------------------------------------------------------------------------

struct Source {
  Dataset dataset;
  std::string driver;
  std::string text;  ///< of a CSV file: its bytes, for line numbers and field counts
};

Result<void> readable_file(const std::string& file) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) return fail("{}: no such file; check the path", file);
  if (std::filesystem::is_directory(status)) return fail("{}: is a folder; name a file in it", file);
  if (!std::filesystem::is_regular_file(status)) return fail("{}: is not a plain file", file);
  if (access(file.c_str(), R_OK) != 0) return fail("{}: cannot be opened: {}", file, std::strerror(errno));
  if (std::filesystem::file_size(file, error) == 0) return fail("{}: the file is empty", file);
  return {};
}

std::string first_bytes(const std::string& file, std::size_t size) {
  std::string bytes(size, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

Result<Source> opened(const std::string& file) {
  if (Result<void> readable = readable_file(file); !readable) return tl::unexpected(readable.error());
  // GDAL's own words for it are of no help.
  const std::string mark = first_bytes(file, 2);
  if (mark == "\xFF\xFE" || mark == "\xFE\xFF") return fail("{}: is UTF-16; save it as UTF-8", file);
  const Complaints complaints;
  // CSV only, others pass over it: names stand in the first line, even where they look like numbers (2019).
  constexpr std::array<const char*, 2> kOptions = {"HEADERS=YES", nullptr};
  Source source;
  source.dataset.reset(
      GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, kDrivers.data(), kOptions.data(), nullptr));
  if (!source.dataset) {
    const std::string otherwise = fmt::format("not a format that is read ({})", kFormats);
    return fail("{}: cannot be read: {}", file, complaints.words_or(otherwise));
  }
  source.driver = GDALGetDriverShortName(GDALGetDatasetDriver(source.dataset.get()));
  if (source.driver == "CSV") source.text = first_bytes(file, std::filesystem::file_size(file));
  return source;
}

Result<OGRLayerH> layer_of(const Source& source, const ReadRequest& request) {
  GDALDatasetH dataset = source.dataset.get();
  const int count = GDALDatasetGetLayerCount(dataset);
  if (count == 0) return fail("{}: holds no layer of features", request.file);
  if (request.layer.empty()) return GDALDatasetGetLayer(dataset, 0);
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    names.emplace_back(OGR_L_GetName(layer));
    if (names.back() == request.layer) return layer;
  }
  return fail("{}: no layer '{}'; {}", request.file, request.layer, exhibit::suggestion(request.layer, names));
}

// ---- columns --------------------------------------------------------------------------------------------------------

struct WantedColumn {
  int index = 0;
  OGRFieldType type = OFTString;
};

Result<std::vector<WantedColumn>> wanted_columns(OGRLayerH layer, const ReadRequest& request, RawTable& table) {
  std::vector<WantedColumn> wanted;
  if (!request.with_columns) return wanted;
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(OGR_FD_GetFieldCount(definition)));
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
    names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
  for (const std::string& name : request.columns.empty() ? names : request.columns) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return fail("{}: {}", request.file, no_such_column(name, names));
    if (std::find(found + 1, names.end(), name) != names.end() && !request.columns.empty())
      return fail("{}: two columns are called '{}'; give each its own name", request.file, name);
    const int index = static_cast<int>(found - names.begin());
    wanted.push_back({index, OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, index))});
    table.columns.push_back({name, {}});
  }
  return wanted;
}

// Tells the driver what need not be read. Where there is a condition it may need any column.
void ignore_the_rest(OGRLayerH layer, const ReadRequest& request, const std::vector<WantedColumn>& wanted) {
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
  std::vector<const char*> ignored;
  for (int i = 0; i < OGR_FD_GetFieldCount(definition) && request.where.empty(); ++i) {
    const bool is_wanted =
        std::any_of(wanted.begin(), wanted.end(), [i](const WantedColumn& column) { return column.index == i; });
    if (!is_wanted) ignored.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
  }
  if (!request.with_geometry) ignored.push_back("OGR_GEOMETRY");
  ignored.push_back("OGR_STYLE");
  ignored.push_back(nullptr);
  OGR_L_SetIgnoredFields(layer, ignored.data());
}

// Dates as ISO writes them, whatever the format; all else in the driver's spelling.
void push_value(StringColumn& out, OGRFeatureH feature, const WantedColumn& column) {
  if (OGR_F_IsFieldSetAndNotNull(feature, column.index) == 0) return out.push_back({});
  if (column.type != OFTDate && column.type != OFTDateTime)
    return out.push_back(OGR_F_GetFieldAsString(feature, column.index));
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0.0F;
  OGR_F_GetFieldAsDateTimeEx(feature, column.index, &year, &month, &day, &hour, &minute, &second, &zone);
  out.push_back(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

// ---- geometry -------------------------------------------------------------------------------------------------------

constexpr std::array<GeometryKind, 3> kKindOfDimension = {GeometryKind::kPoint, GeometryKind::kLine,
                                                          GeometryKind::kPolygon};

void push_part(RawGeometry& out, OGRGeometryH points) {
  const int count = OGR_G_GetPointCount(points);
  if (count <= 0) return;
  const std::size_t begin = out.points.size();
  out.points.resize(begin + static_cast<std::size_t>(count));
  constexpr int kStride = static_cast<int>(sizeof(geo::LonLat));
  OGR_G_GetPoints(points, &out.points[begin].lon_deg, kStride, &out.points[begin].lat_deg, kStride, nullptr, 0);
  out.part_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
}

// The parts of the wanted dimension: of a collection of a polygon and its label point only the polygon.
void push_parts(RawGeometry& out, OGRGeometryH geometry, int dimension) {
  const OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
  if (type == wkbPoint || type == wkbLineString) {
    if (OGR_G_GetDimension(geometry) == dimension) push_part(out, geometry);
    return;
  }
  const bool has_rings = type == wkbPolygon || type == wkbTriangle;
  if (has_rings && dimension != 2) return;
  for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
    OGRGeometryH child = OGR_G_GetGeometryRef(geometry, i);
    has_rings ? push_part(out, child) : push_parts(out, child, dimension);
  }
}

void push_geometry(RawGeometry& out, OGRGeometryH geometry) {
  const std::size_t parts_before = out.part_ends.size();
  int dimension = 0;
  Geometry straight;
  if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0) {
    if (OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
      straight.reset(OGR_G_GetLinearGeometry(geometry, 0.0, nullptr));
      geometry = straight.get();
    }
    dimension = std::clamp(OGR_G_GetDimension(geometry), 0, 2);
    push_parts(out, geometry, dimension);
  }
  const bool has_parts = out.part_ends.size() > parts_before;
  out.kind.push_back(has_parts ? kKindOfDimension[static_cast<std::size_t>(dimension)] : GeometryKind::kNone);
  out.row_part_ends.push_back(static_cast<std::uint32_t>(out.part_ends.size()));
}

// Longitude first already, in WGS84: asked without building a CRS, which opens PROJ's database.
bool is_lon_lat_wgs84(OGRSpatialReferenceH srs) {
  const char* authority = OSRGetAuthorityName(srs, nullptr);
  const char* code = OSRGetAuthorityCode(srs, nullptr);
  if (authority == nullptr || code == nullptr) return false;
  const std::string name = fmt::format("{}:{}", authority, code);
  if (name == "OGC:CRS84") return true;
  int count = 0;
  const int* axes = OSRGetDataAxisToSRSAxisMapping(srs, &count);
  return name == "EPSG:4326" && count >= 2 && axes[0] == 2 && axes[1] == 1;
}

// All points at once; one that the transformation refuses becomes infinite, which no check lets pass.
Result<void> bring_to_wgs84(OGRLayerH layer, const std::string& file, std::vector<geo::LonLat>& points) {
  OGRSpatialReferenceH srs = OGR_L_GetSpatialRef(layer);
  if (srs == nullptr || points.empty() || is_lon_lat_wgs84(srs)) return {};
  const Complaints complaints;
  const Srs wgs84(OSRNewSpatialReference(nullptr));
  OSRImportFromEPSG(wgs84.get(), 4326);
  OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
  const Transform transform(OCTNewCoordinateTransformation(srs, wgs84.get()));
  if (!transform)
    return fail("{}: its coordinates cannot be brought to WGS84: {}", file, complaints.words_or("no reason given"));
  std::vector<double> lon(points.size());
  std::vector<double> lat(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    lon[i] = points[i].lon_deg;
    lat[i] = points[i].lat_deg;
  }
  if (points.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return fail("{}: too many points", file);
  OCTTransform(transform.get(), static_cast<int>(points.size()), lon.data(), lat.data(), nullptr);
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = {lon[i], lat[i]};
  return {};
}

// ---- rows -----------------------------------------------------------------------------------------------------------

RowLines lines_of(const Source& source, const ReadRequest& request, OGRLayerH layer) {
  if (source.driver != "CSV") return RowLines(request.where.empty());
  return {source.text, static_cast<std::size_t>(OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer)))};
}

bool is_too_large(const RawTable& table) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
  return table.geometry.points.size() > kMost ||
         std::any_of(table.columns.begin(), table.columns.end(),
                     [](const RawColumn& column) { return column.values.bytes.size() > kMost; });
}

Result<void> read_rows(OGRLayerH layer, const Source& source, const ReadRequest& request,
                       const std::vector<WantedColumn>& wanted, RawTable& table) {
  const Complaints complaints;
  RowLines lines = lines_of(source, request, layer);
  OGR_L_ResetReading(layer);
  while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
    const std::optional<std::uint32_t> line = lines.next(OGR_F_GetFID(feature.get()), table.faults);
    if (!line) continue;
    table.line.push_back(*line);
    for (std::size_t i = 0; i < wanted.size(); ++i) push_value(table.columns[i].values, feature.get(), wanted[i]);
    if (request.with_geometry) push_geometry(table.geometry, OGR_F_GetGeometryRef(feature.get()));
    if (is_too_large(table)) return fail("{}: is too large to be read", request.file);
  }
  // Half a file is not passed off as the whole.
  if (complaints.has_failure()) return fail("{}: cannot be read to its end: {}", request.file, complaints.words_or(""));
  return {};
}

Result<RawTable> read_layer(const Source& source, const ReadRequest& request) {
  const Result<OGRLayerH> found = layer_of(source, request);
  if (!found) return tl::unexpected(found.error());
  OGRLayerH layer = *found;
  RawTable table;
  table.source = request.file;
  const Result<std::vector<WantedColumn>> wanted = wanted_columns(layer, request, table);
  if (!wanted) return tl::unexpected(wanted.error());
  {
    const Complaints complaints;
    const bool is_set =
        OGR_L_SetAttributeFilter(layer, request.where.empty() ? nullptr : request.where.c_str()) == OGRERR_NONE;
    if (!is_set) {
      return fail("{}: the condition \"{}\" is refused: {}", request.file, request.where,
                  complaints.words_or("no reason given"));
    }
  }
  ignore_the_rest(layer, request, *wanted);
  if (Result<void> read = read_rows(layer, source, request, *wanted, table); !read) return tl::unexpected(read.error());
  if (Result<void> moved = bring_to_wgs84(layer, request.file, table.geometry.points); !moved)
    return tl::unexpected(moved.error());
  return table;
}

}  // namespace

void set_up_gdal() {
  CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
  CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
  CPLSetConfigOption("WRITE_GFS", "NO");
  CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
  CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
  CPLHTTPPushFetchCallback(&refuse_http, nullptr);
  OSRSetPROJEnableNetwork(FALSE);
  // Of some 90 drivers these: what is not registered cannot open anything.
  RegisterOGRCSV();
  RegisterOGRGeoPackage();
  RegisterOGRGeoJSON();
  RegisterOGRGeoJSONSeq();
  RegisterOGRTopoJSON();
  RegisterOGRFlatGeobuf();
  RegisterOGRShape();
  RegisterOGRKML();
  RegisterOGRGPX();
}

std::vector<Result<RawTable>> read_sources(std::span<const ReadRequest> requests) {
  std::map<std::string, Result<Source>> sources;
  std::vector<Result<RawTable>> answers;
  for (const ReadRequest& request : requests) {
    auto source = sources.find(request.file);
    if (source == sources.end()) source = sources.emplace(request.file, opened(request.file)).first;
    if (source->second) {
      answers.push_back(read_layer(*source->second, request));
    } else {
      answers.emplace_back(tl::unexpected(source->second.error()));
    }
  }
  return answers;
}

Result<RawTable> read_source(const ReadRequest& request) {
  return std::move(read_sources(std::span(&request, 1)).front());
}

}  // namespace spreadmap::data
