#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace spreadmap::app {

/// The number that lets the staff out of a kiosk. There is none until somebody sets one, and what is kept of it is a salted hash (yescrypt, crypt(5)).
class KioskPin {
 public:
  /// Nobody gets out.
  KioskPin() = default;
  /// A file that is not there is a PIN that has not been set. Errors: it cannot be read, or holds no hash.
  static Result<KioskPin> read(const std::filesystem::path& file);

  [[nodiscard]] bool is_set() const { return !hash_.empty(); }
  /// Whether that is the PIN. After five wrong ones nothing is right for a minute, so that nobody tries them all.
  [[nodiscard]] bool opens(std::string_view typed, double now_s);

  static constexpr int kTries = 5;
  static constexpr double kLocked_s = 60.0;

 private:
  std::string hash_;
  int wrong_ = 0;
  double locked_until_s_ = 0.0;
};

/// 4 to 12 figures. Errors: others.
Result<void> check_pin(std::string_view pin);
/// Writes the hash of a PIN, for its owner alone to read. Errors: no PIN by `check_pin`; it cannot be written.
Result<void> set_pin(const std::filesystem::path& file, std::string_view pin);
/// $XDG_CONFIG_HOME/spreadmap/kiosk-pin, by the XDG Base Directory Specification; empty where there is no home.
std::filesystem::path pin_file();

}  // namespace spreadmap::app
