#include "app/run.h"

int main(int argc, char** argv) { return spreadmap::app::run(argc, argv); }
