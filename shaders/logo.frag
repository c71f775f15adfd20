#version 450 core
// What logo_sized.frag made, pixel by pixel.
layout(location = 0) uniform ivec2 first_px;  // where its first pixel lies in the target
layout(binding = 0) uniform sampler2D sized;  // premultiplied, linear
layout(location = 0) out vec4 out_colour;

void main() { out_colour = texelFetch(sized, ivec2(gl_FragCoord.xy) - first_px, 0); }
