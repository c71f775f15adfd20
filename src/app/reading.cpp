#include "app/reading.h"

#include "data/wire.h"
#include "platform/child_process.h"

namespace spreadmap::app {

Result<std::vector<Result<data::RawTable>>> answers_to(const std::vector<data::ReadRequest>& requests,
                                                       const Places& places) {
  const auto output = platform::run_child(places.reader, data::encode_requests(requests));
  if (!output) return tl::unexpected(output.error());
  auto answers = data::decode_answers(*output);
  if (!answers) return tl::unexpected(answers.error().within(places.reader.string()));
  return answers;
}

}  // namespace spreadmap::app
