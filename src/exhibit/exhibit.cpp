#include "exhibit/exhibit.h"

#include <algorithm>

namespace spreadmap::exhibit {

std::vector<std::string> LocalText::languages() const {
  std::vector<std::string> languages;
  for (const auto& [language, text] : by_language_) languages.push_back(language);
  return languages;
}

LocalText LocalText::or_in(const std::string& language, std::string text) const {
  LocalText with = *this;
  with.by_language_.emplace(language, std::move(text));
  return with;
}

namespace {

/// Of `es-MX` the text in `es` will do.
std::string without_country(const std::string& language) { return language.substr(0, language.find('-')); }

}  // namespace

const std::string& LocalText::own(const std::string& language) const {
  static const std::string kNone;
  for (const std::string& wanted : {language, without_country(language)}) {
    if (const auto found = by_language_.find(wanted); found != by_language_.end()) return found->second;
  }
  return kNone;
}

LocalText LocalText::with(const std::string& language, std::string text) const {
  LocalText with = *this;
  const std::string own = with.by_language_.contains(language) ? language : without_country(language);
  if (text.empty()) {
    with.by_language_.erase(own);
  } else {
    with.by_language_[own] = std::move(text);
  }
  return with;
}

const std::string& LocalText::in(const std::string& language) const {
  static const std::string kNone;
  if (by_language_.empty()) return kNone;
  if (const std::string& text = own(language); !text.empty()) return text;
  if (const std::string& text = own("en"); !text.empty()) return text;
  return by_language_.begin()->second;
}

std::optional<std::size_t> Exhibit::layer_index(const std::string& id) const {
  const auto found =
      std::find_if(layers.begin(), layers.end(), [&id](const LayerSpec& layer) { return layer.id == id; });
  return found == layers.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - layers.begin()));
}

std::string value_text(const LayerSpec& layer, std::string_view field, std::string_view value,
                       const std::string& language) {
  if (const auto texts = layer.values.find(field); texts != layer.values.end()) {
    if (const auto text = texts->second.find(value); text != texts->second.end()) return text->second.in(language);
  }
  return std::string(value);
}

Exhibit shown_in(Exhibit exhibit, style::ThemeName theme) {
  for (LayerSpec& layer : exhibit.layers) {
    style::LayerStyle& style = layer.style;
    // Whoever chose a colour for one theme alone is taken at their word there.
    const bool is_own = theme == exhibit.map.theme;
    if (theme == style::ThemeName::kLight && style.colour_light) {
      style.colour = *style.colour_light;
    } else if (!is_own) {
      style.colour = style::legible_on(style::theme_of(theme), style.colour);
    }
  }
  return exhibit;
}

style::Theme theme_of(const Exhibit& exhibit, style::ThemeName theme) {
  const bool is_own = theme == exhibit.map.theme;
  return style::branded(style::theme_of(theme), is_own ? exhibit.brand.colours : style::BrandColours{});
}

}  // namespace spreadmap::exhibit
