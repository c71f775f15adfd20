#version 450 core
layout(location = 2) uniform vec4 colour;  // linear, premultiplied
layout(location = 0) out vec4 out_colour;

void main() { out_colour = colour; }
