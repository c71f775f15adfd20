#pragma once
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/wire.h"

/// Files for one test, and the reader run on them as a child, as the program runs it.
namespace spreadmap::data {

class ReaderTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, std::string_view bytes) {
    std::ofstream(path(name), std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path(name);
  }
  std::string read(const std::string& name) {
    std::ifstream stream(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  /// The reader's exit status; its output lies in the files `out` and `err`.
  int run_reader(std::string_view input) {
    write("in", input);
    const std::string command = fmt::format("'{}/spreadmap-reader' < '{}' > '{}' 2> '{}'", SPREADMAP_BUILD_DIR,
                                            path("in"), path("out"), path("err"));
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::vector<Result<RawTable>> answers_to(std::span<const ReadRequest> requests) {
    const std::vector<std::byte> bytes = encode_requests(requests);
    const std::string input(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    EXPECT_EQ(run_reader(input), 0) << read("err");
    EXPECT_EQ(read("err"), "");
    const std::string output = read("out");
    Result<std::vector<Result<RawTable>>> answers = decode_answers(std::as_bytes(std::span(output)));
    EXPECT_TRUE(answers) << answers.error().message;
    return answers ? *std::move(answers) : std::vector<Result<RawTable>>{};
  }
  Result<RawTable> answer_to(const ReadRequest& request) {
    std::vector<Result<RawTable>> answers = answers_to(std::span(&request, 1));
    return answers.size() == 1 ? std::move(answers[0]) : fail("{} answers", answers.size());
  }
  /// The error of a source, or "no error".
  std::string error_of(const ReadRequest& request) {
    const Result<RawTable> answer = answer_to(request);
    return answer ? "no error" : answer.error().message;
  }

 private:
  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      fmt::format("spreadmap-{}-{}", testing::UnitTest::GetInstance()->current_test_info()->name(), getpid());
};

/// All values of a column, one after the other.
inline std::vector<std::string> values_of(const RawTable& table, std::string_view name) {
  std::vector<std::string> values;
  const RawColumn* column = table.column(name);
  for (std::size_t row = 0; column != nullptr && row < column->values.size(); ++row)
    values.emplace_back(column->values[row]);
  return values;
}

}  // namespace spreadmap::data
