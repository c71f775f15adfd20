#include "text/font_face.h"

#include <hb-ot.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <system_error>
#include <utility>

namespace spreadmap::text {
namespace {

float share_of_em(hb_font_t* font, hb_ot_metrics_tag_t metric, double units_per_em) {
  hb_position_t units = 0;
  hb_ot_metrics_get_position_with_fallback(font, metric, &units);
  // The descender is negative in the font and positive in ours.
  return static_cast<float>(std::abs(units) / units_per_em);
}

}  // namespace

Result<FontFace> FontFace::map(std::filesystem::path file) {
  FontFace face;
  errno = 0;
  face.blob_.reset(hb_blob_create_from_file_or_fail(file.c_str()));
  if (face.blob_ == nullptr) {
    return fail("{}: the font cannot be opened: {}", file.string(), std::generic_category().message(errno));
  }
  const Owned<hb_face_t, hb_face_destroy> tables(hb_face_create(face.blob_.get(), 0));
  if (hb_face_get_glyph_count(tables.get()) == 0) {
    return fail("{}: is not a font, or a damaged one", file.string());
  }
  face.font_.reset(hb_font_create(tables.get()));
  hb_font_make_immutable(face.font_.get());
  face.units_per_em_ = hb_face_get_upem(tables.get());
  face.metrics_ = {.ascent_em = share_of_em(face.shaper(), HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, face.units_per_em_),
                   .descent_em = share_of_em(face.shaper(), HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, face.units_per_em_),
                   .cap_height_em = share_of_em(face.shaper(), HB_OT_METRICS_TAG_CAP_HEIGHT, face.units_per_em_)};
  face.file_ = std::move(file);
  return face;
}

std::string FontFace::family() const {
  std::array<char, 256> name{};
  auto length = static_cast<unsigned int>(name.size());
  hb_ot_name_get_utf8(hb_font_get_face(font_.get()), HB_OT_NAME_ID_FONT_FAMILY, HB_LANGUAGE_INVALID, &length,
                      name.data());
  return std::string(name.data(), length);
}

std::span<const unsigned char> FontFace::bytes() const {
  unsigned int length = 0;
  const char* data = hb_blob_get_data(blob_.get(), &length);
  return {reinterpret_cast<const unsigned char*>(data), length};
}

}  // namespace spreadmap::text
