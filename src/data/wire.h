#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/raw_table.h"

namespace spreadmap::data {

/// Requests and answers between the program and its reader, as flat bytes (host order: both run on one machine). An answer
/// holds one entry for each request, in order: a table, or the error of that source. Truncated or foreign bytes are an error,
/// never a crash.
std::vector<std::byte> encode_requests(std::span<const ReadRequest> requests);
Result<std::vector<ReadRequest>> decode_requests(std::span<const std::byte> bytes);
std::vector<std::byte> encode_answers(std::span<const Result<RawTable>> answers);
Result<std::vector<Result<RawTable>>> decode_answers(std::span<const std::byte> bytes);

}  // namespace spreadmap::data
