#pragma once
#include <optional>
#include <string>
#include <vector>

namespace spreadmap::scene {

/// A square of dark and bright modules, as a phone's camera reads it. Without the bright margin that it needs around it.
struct QrCode {
  int side = 0;               ///< modules
  std::vector<bool> is_dark;  ///< row by row
  [[nodiscard]] bool at(int column, int row) const {
    return is_dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column)];
  }
};

/// ISO/IEC 18004 asks for so many bright modules around it.
inline constexpr int kQrMargin = 4;

/// The code of a text, by libqrencode, as small as it can be with a fifteenth of it lost (level M). nullopt: it is empty, or too long for any code (2,331 bytes).
std::optional<QrCode> qr_code(const std::string& text);

}  // namespace spreadmap::scene
