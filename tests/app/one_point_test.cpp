// ARCHITECTURE.md follows one point from the CSV to the pixel. What it says must be what the program does.
#include <array>
#include <fstream>
#include <iterator>

#include "geo/projection.h"
#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class OnePoint : public StageTest {};

TEST_F(OnePoint, ArchitectureFollowsItTruly) {
  const World& world = stage().world();
  const std::size_t layer = *story().counted_layer();
  const auto& table = world.tables.layers[layer];
  ASSERT_EQ(table.place[0], "Greenfield");
  model::ViewState view = view_on("2018-03-22");
  stage().draw(view, {1920, 1080}, 1.0);
  const geo::MapPoint map = stage().first_sheet().geometry.marks[layer][0];
  const geo::LocalPoint local = geo::local_from_map(map, stage().first_sheet().geometry.origin);
  const scene::PixelPoint pixel = scene::pixel_from_map(map, stage().frame().map);
  const std::array<std::string, 5> said{
      fmt::format("| `geo::LonLat` | lon_deg {:.5f}, lat_deg {:.5f} |", table.lon_lat[0].lon_deg,
                  table.lon_lat[0].lat_deg),
      fmt::format("| `geo::MapPoint` | x_m {:.1f}, y_m {:.1f} |", map.x_m, map.y_m),
      fmt::format("| `geo::LocalPoint` | x_m {:.2f}, y_m {:.2f} |", static_cast<double>(local.x_m),
                  static_cast<double>(local.y_m)),
      fmt::format("| `scene::PixelPoint` | x_px {:.2f}, y_px {:.2f} |", static_cast<double>(pixel.x_px),
                  static_cast<double>(pixel.y_px)),
      fmt::format("| clip | x {:.4f}, y {:.4f} |", static_cast<double>(pixel.x_px) / 1920.0 * 2.0 - 1.0,
                  static_cast<double>(pixel.y_px) / 1080.0 * 2.0 - 1.0),
  };
  std::ifstream file(std::string(SPREADMAP_SOURCE_DIR) + "/ARCHITECTURE.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  for (const std::string& line : said)
    EXPECT_NE(page.find(line), std::string::npos) << "ARCHITECTURE.md should say: " << line;

  // And there the pixel is: the mark's colour in its middle, one day after it began.
  view = view_on("2018-03-23");
  const media::Image image = picture(view, {1920, 1080});
  const std::size_t at = (static_cast<std::size_t>(pixel.y_px) * 1920 + static_cast<std::size_t>(pixel.x_px)) * 4;
  const Srgb8 colour = world.exhibit.layers[layer].style.colour;
  EXPECT_NEAR(image.rgba[at], colour.r, 3);
  EXPECT_NEAR(image.rgba[at + 1], colour.g, 3);
  EXPECT_NEAR(image.rgba[at + 2], colour.b, 3);
}

}  // namespace
}  // namespace spreadmap::app
