#version 450 core
// What another target holds; premultiplied.
layout(binding = 0) uniform sampler2D other;
layout(location = 0) out vec4 out_colour;

void main() { out_colour = texelFetch(other, ivec2(gl_FragCoord.xy), 0); }
