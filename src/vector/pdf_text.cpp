// Text in a PDF: glyphs where they stand, with the letters that they stand for.
#include <algorithm>

#include "vector/pdf_canvas.h"
#include "vector/text_clusters.h"

namespace spreadmap::vector {

template <class Use>
void PdfCanvas::each_stretch(const TextLine& line, const Use& use) {
  put_marks();
  cairo_set_font_size(context_.get(), static_cast<double>(line.style.size_px));
  for (const TextStretch& stretch : stretches_of(line.utf8, line.glyphs)) {
    cairo_font_face_t* face = fonts_.face(stretch.font);
    if (face == nullptr) continue;
    cairo_set_font_face(context_.get(), face);
    std::vector<cairo_glyph_t> glyphs;
    for (const TextCluster& cluster : stretch.clusters) {
      for (std::uint32_t i = cluster.glyph_begin; i < cluster.glyph_end; ++i) {
        const text::PlacedGlyph& glyph = line.glyphs[i];
        glyphs.push_back({glyph.glyph_id, static_cast<double>(line.origin.x_px + glyph.x_px),
                          static_cast<double>(line.origin.y_px + glyph.y_px)});
      }
    }
    use(stretch, glyphs);
  }
}

void PdfCanvas::text(const TextLine& line, Srgb8 colour) {
  set_colour(colour);
  each_stretch(line, [&](const TextStretch& stretch, const std::vector<cairo_glyph_t>& glyphs) {
    // Letters and clusters in the order in which they are read, glyphs from the left.
    std::string utf8;
    std::vector<cairo_text_cluster_t> clusters;
    const auto add = [&](const TextCluster& cluster) {
      utf8 += cluster.utf8;
      clusters.push_back(
          {static_cast<int>(cluster.utf8.size()), static_cast<int>(cluster.glyph_end - cluster.glyph_begin)});
    };
    if (stretch.runs_left) {
      std::for_each(stretch.clusters.rbegin(), stretch.clusters.rend(), add);
    } else {
      std::for_each(stretch.clusters.begin(), stretch.clusters.end(), add);
    }
    const auto flags =
        static_cast<cairo_text_cluster_flags_t>(stretch.runs_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    cairo_show_text_glyphs(context_.get(), utf8.c_str(), static_cast<int>(utf8.size()), glyphs.data(),
                           static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()), flags);
  });
}

void PdfCanvas::halo(const TextLine& line, Srgb8 colour, double width_px) {
  // As a shape: it is not to be found or copied a second time.
  each_stretch(line, [&](const TextStretch&, const std::vector<cairo_glyph_t>& glyphs) {
    cairo_glyph_path(context_.get(), glyphs.data(), static_cast<int>(glyphs.size()));
    set_colour(colour);
    cairo_set_line_join(context_.get(), CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(context_.get(), 2.0 * width_px);
    cairo_stroke(context_.get());
  });
}

}  // namespace spreadmap::vector
