#version 450 core
// Another target over this one. Both are opaque.
layout(binding = 0) uniform sampler2D other;
layout(location = 0) uniform float opacity;
layout(location = 0) out vec4 out_colour;

void main() { out_colour = vec4(texelFetch(other, ivec2(gl_FragCoord.xy), 0).rgb * opacity, opacity); }
