#include "app/drill.h"

#include <fmt/format.h>

#include <algorithm>

#include "gpu/context.h"
#include "platform/clock.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

constexpr double kTold_s = 1.0;

}  // namespace

Drill::Drill(const DrillOptions& options, Stage& stage) : options_(options), stage_(stage), report_(options.facts) {
  if (report_.is_wanted()) platform::catch_drill_signal();
}

double Drill::now_s() const { return platform::now_s() * options_.clock_rate; }

std::optional<double> Drill::waited_s(std::optional<double> by_clock_s) const {
  if (!report_.is_wanted()) return by_clock_s;
  return std::min(kTold_s, by_clock_s.value_or(kTold_s) / options_.clock_rate);
}

void Drill::begin_turn() {
  if (!report_.is_wanted()) return;
  began_s_ = platform::now_s();
  if (!platform::drill_asked()) return;
  stage_.window().destroy_context();
  ++losses_;
}

void Drill::end_turn(Place place) {
  if (!report_.is_wanted()) return;
  const double now_s = platform::now_s();
  ++turns_;
  worst_s_ = std::max(worst_s_, now_s - began_s_);
  if (place.tellings != tellings_ && options_.leak_bytes > 0)
    leaked_.push_back(std::make_unique<std::byte[]>(options_.leak_bytes));
  tellings_ = place.tellings;
  if (now_s - told_s_ < kTold_s) return;
  told_s_ = now_s;
  report_.tell(
      fmt::format("losses {}\nnames {}\nturns {}\nworst_ms {:.1f}\ntellings {}\ninto_s {:.3f}\nclock_s {:.3f}\n",
                  losses_, gpu::count_names(), turns_, worst_s_ * 1e3, place.tellings, place.into_s, this->now_s()));
  worst_s_ = 0.0;
}

}  // namespace spreadmap::app
