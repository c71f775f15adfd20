"""Writing GeoPackages that come out byte for byte the same."""
import os

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2025-01-01T00:00:00.000Z")

FIELD_TYPES = {str: ogr.OFTString, int: ogr.OFTInteger}


def create(path):
    """A new, empty GeoPackage; dropping the last reference to it closes the file."""
    if os.path.exists(path):
        os.remove(path)
    return ogr.GetDriverByName("GPKG").CreateDataSource(path)


def write_layer(package, name, geometry_type, columns, rows):
    """Adds a layer in EPSG:4326, longitude first, without spatial index.

    `columns` is {name: str or int}; `rows` yields (geometry, values in the order of the columns), None being NULL.
    """
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = package.CreateLayer(name, crs, geometry_type, ["SPATIAL_INDEX=NO"])
    for column, column_type in columns.items():
        layer.CreateField(ogr.FieldDefn(column, FIELD_TYPES[column_type]))
    package.StartTransaction()
    for geometry, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(geometry)
        for number, value in enumerate(values):
            if value is None:
                feature.SetFieldNull(number)
            else:
                feature.SetField(number, value)
        layer.CreateFeature(feature)
    package.CommitTransaction()


def point(lon_deg, lat_deg):
    """A point geometry."""
    geometry = ogr.Geometry(ogr.wkbPoint)
    geometry.SetPoint_2D(0, lon_deg, lat_deg)
    return geometry


def line_of(kind, points):
    """A line or ring (ogr.wkbLineString, ogr.wkbLinearRing) through (lon, lat) pairs."""
    geometry = ogr.Geometry(kind)
    for lon_deg, lat_deg in points:
        geometry.AddPoint_2D(lon_deg, lat_deg)
    return geometry


def multi_line(lines):
    """A MultiLineString of lists of (lon, lat) pairs."""
    geometry = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        geometry.AddGeometryDirectly(line_of(ogr.wkbLineString, line))
    return geometry


def multi_polygon(polygons):
    """A MultiPolygon of lists of rings, each an open list of (lon, lat) pairs, the outer ring first."""
    geometry = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            polygon.AddGeometryDirectly(line_of(ogr.wkbLinearRing, ring + ring[:1]))
        geometry.AddGeometryDirectly(polygon)
    return geometry
