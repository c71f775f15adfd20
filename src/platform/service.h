#pragma once
#include <optional>
#include <string>

namespace spreadmap::platform {

/// Whoever started the program and looks after it, told by sd_notify(3) how it is: systemd, or what speaks as it does. Where nobody does ($NOTIFY_SOCKET
/// is not set), or the program was built without libsystemd, nothing is told. Times are seconds of a clock that never jumps.
class Service {
 public:
  /// Reads $NOTIFY_SOCKET and $WATCHDOG_USEC.
  Service();
  /// Tells that it ends, if that has not been told.
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  /// Before the first picture: it waits for something that may take any time, and tells of it again within `within_s`; until then its start is not late.
  void waits(const std::string& status, double within_s) const;
  /// A picture was put on the display, the only proof of life that is passed on: the first one is READY=1, and the watchdog is fed.
  void presented(double now_s);
  /// How long until a picture has to be presented, seen or not, so that the watchdog is fed three times as often as it bites; nullopt: there is none.
  [[nodiscard]] std::optional<double> due_in_s(double now_s) const;
  /// What it is at, in a line; told where it differs from the last. Nothing is told before the first picture.
  void say(const std::string& status);
  /// It ends of its own will.
  void stopping();

 private:
  std::optional<double> every_s_;  ///< a third of the watchdog's time
  double fed_s_ = 0.0;
  bool is_ready_ = false, is_stopping_ = false;
  std::string said_;
};

}  // namespace spreadmap::platform
