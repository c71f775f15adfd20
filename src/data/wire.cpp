#include "data/wire.h"

#include "data/byte_stream.h"

namespace spreadmap::data {
namespace {

// The last digit is the version of the layout: a program and a reader of different builds must not understand each
// other.
constexpr std::string_view kRequestMark = "SMASK001";
constexpr std::string_view kAnswerMark = "SMTAB001";

// The fewest bytes that one element can take: what bounds a count.
constexpr std::size_t kLeastText = sizeof(std::uint64_t);
constexpr std::size_t kLeastRequest = 4 * kLeastText + 2;
constexpr std::size_t kLeastColumn = 3 * kLeastText;
constexpr std::size_t kLeastFault = sizeof(std::uint32_t) + kLeastText;
constexpr std::size_t kLeastAnswer = 1 + kLeastText;

template <class T>
std::span<const T> span_of(const std::vector<T>& values) {
  return values;
}

void write_table(ByteWriter& out, const RawTable& table) {
  out.text(table.source);
  out.values(span_of(table.line));
  out.value(static_cast<std::uint64_t>(table.columns.size()));
  for (const RawColumn& column : table.columns) {
    out.text(column.name);
    out.text(column.values.bytes);
    out.values(span_of(column.values.ends));
  }
  out.values(span_of(table.geometry.kind));
  out.values(span_of(table.geometry.row_part_ends));
  out.values(span_of(table.geometry.part_ends));
  out.values(span_of(table.geometry.points));
  out.value(static_cast<std::uint64_t>(table.faults.size()));
  for (const RawFault& fault : table.faults) {
    out.value(fault.line);
    out.text(fault.reason);
  }
}

// Ends never fall, and the last one is the end of what they cut.
bool cuts(const std::vector<std::uint32_t>& ends, std::size_t size) {
  std::uint32_t last = 0;
  for (const std::uint32_t end : ends) {
    if (end < last) return false;
    last = end;
  }
  return last == size;
}

bool is_consistent(const RawGeometry& geometry, std::size_t row_count) {
  const bool is_absent = geometry.kind.empty() && geometry.row_part_ends.empty();
  if (!is_absent && (geometry.kind.size() != row_count || geometry.row_part_ends.size() != row_count)) return false;
  for (const GeometryKind kind : geometry.kind) {
    if (kind > GeometryKind::kPolygon) return false;
  }
  return cuts(geometry.row_part_ends, geometry.part_ends.size()) && cuts(geometry.part_ends, geometry.points.size());
}

RawTable read_table(ByteReader& in) {
  RawTable table;
  table.source = in.text();
  table.line = in.values<std::uint32_t>();
  const std::size_t column_count = in.count(kLeastColumn);
  for (std::size_t i = 0; i < column_count && !in.has_failed(); ++i) {
    RawColumn column{in.text(), {in.text(), in.values<std::uint32_t>()}};
    if (column.values.size() != table.row_count() || !cuts(column.values.ends, column.values.bytes.size())) in.fail();
    table.columns.push_back(std::move(column));
  }
  table.geometry.kind = in.values<GeometryKind>();
  table.geometry.row_part_ends = in.values<std::uint32_t>();
  table.geometry.part_ends = in.values<std::uint32_t>();
  table.geometry.points = in.values<geo::LonLat>();
  if (!is_consistent(table.geometry, table.row_count())) in.fail();
  const std::size_t fault_count = in.count(kLeastFault);
  for (std::size_t i = 0; i < fault_count && !in.has_failed(); ++i) {
    const auto line = in.value<std::uint32_t>();
    table.faults.push_back({line, in.text()});
  }
  return table;
}

bool read_flag(ByteReader& in) {
  const auto flag = in.value<std::uint8_t>();
  if (flag > 1) in.fail();
  return flag == 1;
}

ReadRequest read_request(ByteReader& in) {
  ReadRequest request;
  request.file = in.text();
  request.layer = in.text();
  request.where = in.text();
  const std::size_t column_count = in.count(kLeastText);
  for (std::size_t i = 0; i < column_count && !in.has_failed(); ++i) request.columns.push_back(in.text());
  request.with_columns = read_flag(in);
  request.with_geometry = read_flag(in);
  return request;
}

bool starts_with(ByteReader& in, std::string_view mark) {
  for (const char c : mark) {
    if (in.value<char>() != c) return false;
  }
  return !in.has_failed();
}

void write_mark(ByteWriter& out, std::string_view mark) {
  for (const char c : mark) out.value(c);
}

}  // namespace

std::vector<std::byte> encode_requests(std::span<const ReadRequest> requests) {
  ByteWriter out;
  write_mark(out, kRequestMark);
  out.value(static_cast<std::uint64_t>(requests.size()));
  for (const ReadRequest& request : requests) {
    out.text(request.file);
    out.text(request.layer);
    out.text(request.where);
    out.value(static_cast<std::uint64_t>(request.columns.size()));
    for (const std::string& column : request.columns) out.text(column);
    out.value(static_cast<std::uint8_t>(request.with_columns));
    out.value(static_cast<std::uint8_t>(request.with_geometry));
  }
  return out.take();
}

Result<std::vector<ReadRequest>> decode_requests(std::span<const std::byte> bytes) {
  ByteReader in(bytes);
  if (!starts_with(in, kRequestMark)) return fail("not a request to the reader, or one of another version");
  std::vector<ReadRequest> requests;
  const std::size_t count = in.count(kLeastRequest);
  for (std::size_t i = 0; i < count && !in.has_failed(); ++i) requests.push_back(read_request(in));
  if (in.has_failed() || !in.is_at_end()) return fail("the request to the reader is damaged");
  return requests;
}

std::vector<std::byte> encode_answers(std::span<const Result<RawTable>> answers) {
  ByteWriter out;
  write_mark(out, kAnswerMark);
  out.value(static_cast<std::uint64_t>(answers.size()));
  for (const Result<RawTable>& answer : answers) {
    out.value(static_cast<std::uint8_t>(answer.has_value()));
    if (answer) {
      write_table(out, *answer);
    } else {
      out.text(answer.error().message);
    }
  }
  return out.take();
}

Result<std::vector<Result<RawTable>>> decode_answers(std::span<const std::byte> bytes) {
  ByteReader in(bytes);
  if (!starts_with(in, kAnswerMark)) return fail("not an answer of the reader, or one of another version");
  std::vector<Result<RawTable>> answers;
  const std::size_t count = in.count(kLeastAnswer);
  for (std::size_t i = 0; i < count && !in.has_failed(); ++i) {
    if (read_flag(in)) {
      answers.emplace_back(read_table(in));
    } else {
      answers.emplace_back(tl::unexpected(Error{in.text()}));
    }
  }
  if (in.has_failed() || !in.is_at_end())
    return fail("the reader's answer is damaged: it may have been stopped while writing");
  return answers;
}

}  // namespace spreadmap::data
