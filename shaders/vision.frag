#version 450 core
// The picture as an eye with another colour vision sees it: a matrix in linear light, since the target's texture decodes as it is read.
layout(binding = 0) uniform sampler2D picture;
layout(location = 0) uniform mat3 seen_from_shown;
layout(location = 0) out vec4 out_colour;

void main() {
  vec4 shown = texelFetch(picture, ivec2(gl_FragCoord.xy), 0);
  out_colour = vec4(clamp(seen_from_shown * shown.rgb, 0.0, 1.0), shown.a);
}
