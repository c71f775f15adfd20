#include "app/logos.h"

#include <cstddef>
#include <span>

#include "base/hash.h"
#include "media/png.h"

namespace spreadmap::app {
namespace {

/// What it shows, at 8 bits a sample.
scene::Logo logo_of(const media::Image& image) {
  scene::Logo logo{image.width_px, image.height_px, {}, 0};
  const std::size_t step = image.depth == media::Depth::k16 ? 2 : 1;
  const std::size_t samples = 4 * static_cast<std::size_t>(image.width_px) * static_cast<std::size_t>(image.height_px);
  logo.rgba.resize(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    const bool is_opaque = i % 4 == 3 && !image.has_alpha;
    // Of two bytes in the machine's order, which is that of PCs, the second says most.
    logo.rgba[i] = is_opaque ? 255 : image.rgba[i * step + (step - 1)];
  }
  Fnv1a hash;
  hash.add_value(logo.width_px);
  hash.add(std::as_bytes(std::span(logo.rgba)));
  logo.key = hash.value();
  return logo;
}

bool is_empty(const scene::Logo& logo) {
  for (std::size_t i = 3; i < logo.rgba.size(); i += 4) {
    if (logo.rgba[i] != 0) return false;
  }
  return true;
}

Result<std::shared_ptr<const scene::Logo>> load(const exhibit::Exhibit& exhibit, const exhibit::SourceSpec& source,
                                                const char* key) {
  const std::string place = fmt::format("{}:{}: '{}'", exhibit.file.string(), source.line, key);
  const auto image = media::read_png(source.file.string(), kMostSideOfLogos_px);
  if (!image) return fail("{}: {}; a logo is a PNG beside the exhibit", place, image.error().message);
  auto logo = std::make_shared<scene::Logo>(logo_of(*image));
  if (is_empty(*logo)) return fail("{}: {}: shows nothing, all of it is transparent", place, source.file.string());
  return logo;
}

}  // namespace

Result<Logos> load_logos(const exhibit::Exhibit& exhibit) {
  Logos logos;
  const exhibit::BrandSpec& brand = exhibit.brand;
  if (brand.logo.file.empty()) return logos;
  auto logo = load(exhibit, brand.logo, "brand.logo");
  if (!logo) return tl::unexpected(logo.error());
  logos.fill(*logo);
  if (brand.logo_light.file.empty()) return logos;
  auto light = load(exhibit, brand.logo_light, "brand.logo_light");
  if (!light) return tl::unexpected(light.error());
  logos.at(static_cast<std::size_t>(style::ThemeName::kLight)) = std::move(*light);
  return logos;
}

}  // namespace spreadmap::app
