#include "app/drill.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gpu/context.h"
#include "platform/clock.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

constexpr double kTold_s = 1.0;

/// Blocks that are allocated and not freed, where a library that counts them was loaded before all others; else 0.
long long live_blocks() {
  const auto counted = reinterpret_cast<long long (*)()>(::dlsym(RTLD_DEFAULT, "spreadmap_live_blocks"));
  return counted != nullptr ? counted() : 0;
}

}  // namespace

Drill::Drill(const DrillOptions& options, Stage& stage) : options_(options), stage_(stage), report_(options.facts) {
  if (report_.is_wanted()) platform::catch_drill_signal();
}

double Drill::now_s() const { return options_.clock_step_s > 0.0 ? clock_s_ : platform::now_s(); }

std::optional<double> Drill::waited_s(std::optional<double> wanted_s) const {
  if (!report_.is_wanted()) return wanted_s;
  if (options_.clock_step_s > 0.0) return 0.0;
  return std::min(kTold_s, wanted_s.value_or(kTold_s));
}

void Drill::begin_turn() {
  if (!report_.is_wanted()) return;
  began_s_ = platform::now_s();
  clock_s_ += options_.clock_step_s;
  if (!platform::drill_asked()) return;
  stage_.window().destroy_context();
  ++losses_;
}

void Drill::end_turn(Place place) {
  if (!report_.is_wanted()) return;
  const double now_s = platform::now_s();
  ++turns_;
  worst_s_ = std::max(worst_s_, now_s - began_s_);
  if (place.tellings != tellings_ && options_.leak_bytes > 0) leaked_.emplace_back(options_.leak_bytes);
  const bool begins = std::exchange(tellings_, place.tellings) != place.tellings;
  // Of turns that make the time always the first of a telling, since at one place more is held than at another; and the least of all such since this was
  // last told, since the driver's threads hold what belongs to a picture that is being made.
  if (options_.clock_step_s > 0.0 && !begins) return;
  least_blocks_ = std::min(least_blocks_, live_blocks());
  if (now_s - told_s_ < kTold_s) return;
  told_s_ = now_s;
  report_.tell(fmt::format(
      "losses {}\nnames {}\nblocks {}\nturns {}\nworst_ms {:.1f}\ntellings {}\ninto_s {:.3f}\nclock_s {:.3f}\n",
      losses_, gpu::count_names(), least_blocks_, turns_, worst_s_ * 1e3, place.tellings, place.into_s, this->now_s()));
  worst_s_ = 0.0;
  least_blocks_ = kNoBlocks;
}

}  // namespace spreadmap::app
