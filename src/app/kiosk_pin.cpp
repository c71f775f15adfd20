#include "app/kiosk_pin.h"

#include <crypt.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/text_file.h"
#include "app/user_files.h"

namespace spreadmap::app {
namespace {

/// crypt(3) of a text by a setting or an older hash; empty: the system cannot.
std::string hash_of(std::string_view text, const std::string& setting) {
  const auto data = std::make_unique<crypt_data>();
  const char* made = crypt_r(std::string(text).c_str(), setting.c_str(), data.get());
  // What begins with a star is a failure.
  return made == nullptr || *made == '*' ? std::string() : std::string(made);
}

}  // namespace

Result<void> check_pin(std::string_view pin) {
  constexpr std::size_t kLeast = 4, kMost = 12;
  const bool is_figures = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
  if (is_figures && pin.size() >= kLeast && pin.size() <= kMost) return {};
  return fail("the PIN must be {} to {} figures", kLeast, kMost);
}

Result<KioskPin> KioskPin::read(const std::filesystem::path& file) {
  KioskPin pin;
  std::error_code error;
  if (file.empty() || !std::filesystem::exists(file, error)) {
    if (error) return fail("{}: cannot be read: {}", file.string(), error.message());
    return pin;
  }
  std::ifstream stream(file);
  if (!std::getline(stream, pin.hash_))
    return fail("{}: holds no PIN; set one with 'spreadmap kiosk --set-pin'", file.string());
  // The oldest hash, of which every two letters are the beginning, is none that this program makes.
  if (!pin.hash_.starts_with("$") || hash_of("", pin.hash_).empty())
    return fail("{}:1: is no hash of a PIN; set one with 'spreadmap kiosk --set-pin'", file.string());
  return pin;
}

bool KioskPin::opens(std::string_view typed, double now_s) {
  if (!is_set() || now_s < locked_until_s_) return false;
  if (hash_of(typed, hash_) == hash_) {
    wrong_ = 0;
    return true;
  }
  if (++wrong_ < kTries) return false;
  wrong_ = 0;
  locked_until_s_ = now_s + kLocked_s;
  return false;
}

Result<void> set_pin(const std::filesystem::path& file, std::string_view pin) {
  if (auto checked = check_pin(pin); !checked) return checked;
  const std::unique_ptr<char, void (*)(void*)> salt(crypt_gensalt_ra("$y$", 0, nullptr, 0), &std::free);
  const std::string hash = salt ? hash_of(pin, salt.get()) : std::string();
  if (hash.empty()) return fail("the PIN cannot be hashed: the system's crypt has no yescrypt");
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);  // what is wrong with it, writing says
  if (auto written = write(TextFile{file, hash + "\n"}); !written) return written;
  std::error_code error;
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  if (error) return fail("{}: its permissions cannot be set: {}", file.string(), error.message());
  return {};
}

std::filesystem::path pin_file() { return user_file(UserFile::kConfig, "kiosk-pin"); }

}  // namespace spreadmap::app
