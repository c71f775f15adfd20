#include "scene/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace spreadmap::scene {

std::optional<QrCode> qr_code(const std::string& text) {
  if (text.empty()) return std::nullopt;
  constexpr int kAnyVersion = 0, kCaseCounts = 1;
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(text.c_str(), kAnyVersion, QR_ECLEVEL_M, QR_MODE_8, kCaseCounts), &QRcode_free);
  if (!code) return std::nullopt;
  QrCode made{code->width, {}};
  const auto count = static_cast<std::size_t>(made.side) * static_cast<std::size_t>(made.side);
  made.is_dark.reserve(count);
  // The lowest bit of a module is its colour; qrencode.h says what the others are.
  for (std::size_t i = 0; i < count; ++i) made.is_dark.push_back((code->data[i] & 1U) != 0);
  return made;
}

}  // namespace spreadmap::scene
