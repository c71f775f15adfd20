#include "base/colour.h"
#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {

namespace {

const std::vector<std::string>& place_words() {
  static const std::vector<std::string> kWords = {"bottom-right", "bottom-left", "top-left", "top-right"};
  return kWords;
}

}  // namespace

template <>
const std::vector<Key<BrandSpec>>& Schema<BrandSpec>::keys() {
  static const std::vector<Key<BrandSpec>> kKeys = {
      key<&BrandSpec::font>("font"),
      key<&BrandSpec::font_bold>("font_bold"),
      key<&BrandSpec::logo>("logo"),
      key<&BrandSpec::logo_light>("logo_light"),
      choice<&BrandSpec::logo_place, &place_words>("logo_place", Need::kOptional),
      number<&BrandSpec::logo_height_pt, NumberRange::kLogo>("logo_height_pt"),
      key<&BrandSpec::colours>("colours"),
  };
  return kKeys;
}

template <>
Result<void> Schema<BrandSpec>::check(const At& at, const toml::table& table, BrandSpec& brand) {
  if (brand.font.file.empty() && !brand.font_bold.file.empty()) {
    return fail_at(at, line_of_key(table, "font_bold"), "'{}.font_bold': is the bold cut of a font; add '{}.font'",
                   at.key, at.key);
  }
  for (const char* name : {"logo_light", "logo_place", "logo_height_pt"}) {
    if (!brand.logo.file.empty() || !table.contains(name)) continue;
    return fail_at(at, line_of_key(table, name), "'{}.{}': is of a logo; add '{}.logo'", at.key, name, at.key);
  }
  return {};
}

template <>
const std::vector<Key<style::BrandColours>>& Schema<style::BrandColours>::keys() {
  static const std::vector<Key<style::BrandColours>> kKeys = {
      key<&style::BrandColours::ground>("ground"),
      key<&style::BrandColours::land>("land"),
      key<&style::BrandColours::text>("text"),
      key<&style::BrandColours::accent>("accent"),
  };
  return kKeys;
}

namespace {

/// By the key of a colour that a contrast is too low for.
Result<void> check_contrast(const At& at, const toml::table& brand, const char* name, const style::Theme& theme,
                            std::optional<Srgb8> colour, double least) {
  if (!colour) return {};
  const double contrast = std::min(contrast_ratio(*colour, theme.ground), contrast_ratio(*colour, theme.land));
  if (contrast >= least) return {};
  const toml::table* colours = brand.get_as<toml::table>("colours");
  return fail_at(
      at, line_of_key(*colours, name),
      "'brand.colours.{}': its contrast with ground and land is {:.1f}, and {:.1f} is needed (WCAG AA); take "
      "a {} one",
      name, contrast, least, relative_luminance(theme.ground) < 0.18 ? "brighter" : "darker");
}

}  // namespace

Result<void> check_brand(const At& at, const toml::table& table, const Exhibit& exhibit) {
  const toml::table* brand = table.get_as<toml::table>("brand");
  const toml::table* colours = brand == nullptr ? nullptr : brand->get_as<toml::table>("colours");
  if (colours == nullptr) return {};
  const style::BrandColours& own = exhibit.brand.colours;
  for (const auto& [name, colour] :
       {std::pair("ground", own.ground), {"land", own.land}, {"text", own.text}, {"accent", own.accent}}) {
    if (colour && colour->a != 255) {
      return fail_at(at, line_of_key(*colours, name), "'brand.colours.{}': must be opaque; write it as #rrggbb", name);
    }
  }
  const style::Theme theme = theme_of(exhibit, exhibit.map.theme);
  const bool is_dark = exhibit.map.theme == style::ThemeName::kDark;
  for (const auto& [name, colour] : {std::pair("ground", own.ground), {"land", own.land}}) {
    // Where black and white stand out alike.
    constexpr double kMiddle = 0.18;
    if (!colour || (relative_luminance(*colour) < kMiddle) == is_dark) continue;
    return fail_at(at, line_of_key(*colours, name),
                   "'brand.colours.{}': is {} for the {} theme; take another, or set map.theme = \"{}\"", name,
                   is_dark ? "too bright" : "too dark", is_dark ? "dark" : "light", is_dark ? "light" : "dark");
  }
  const char* const under = own.land ? "land" : "ground";
  if (!own.text &&
      std::min(contrast_ratio(theme.text, theme.ground), contrast_ratio(theme.text, theme.land)) < style::kAaText) {
    return fail_at(at, line_of_key(*colours, under), "'brand.colours.{}': no text can be read on it; take a {} one",
                   under, is_dark ? "darker" : "brighter");
  }
  if (auto checked = check_contrast(at, *brand, "text", theme, own.text, style::kAaText); !checked) return checked;
  return check_contrast(at, *brand, "accent", theme, own.accent, style::kAaMark);
}

}  // namespace spreadmap::exhibit
