#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"

namespace spreadmap::data {

/// The version of GDAL that is at work: "3.6.2".
std::string gdal_version();

/// Opens a source with GDAL and reads it whole. The one file where GDAL's types are seen; it is built into the reader
/// process only. Errors: missing or unreadable file, unknown layer (the known ones are named), a condition that OGR SQL
/// refuses, in GDAL's words. CSV comes as text throughout; a record with more or fewer fields than the header is set
/// aside as a RawFault. Nothing is fetched from a network and nothing is written. Call `set_up_gdal` first.
Result<RawTable> read_source(const ReadRequest& request);

/// The same for many, in order; a file that several name is opened once.
std::vector<Result<RawTable>> read_sources(std::span<const ReadRequest> requests);

/// Registers the few formats that are read, and forbids GDAL the network. Once in a process.
void set_up_gdal();

}  // namespace spreadmap::data
