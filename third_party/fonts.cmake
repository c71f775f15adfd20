# The fonts are installed as packages (fonts-inter, fonts-noto-core), copied to the build's assets/fonts and only read from there.
set(SPREADMAP_INTER_DIR /usr/share/fonts/opentype/inter CACHE PATH "Where fonts-inter lies")
set(SPREADMAP_NOTO_DIR /usr/share/fonts/truetype/noto CACHE PATH "Where fonts-noto-core lies")
set(FONT_FILES
  ${SPREADMAP_INTER_DIR}/Inter-Regular.otf
  ${SPREADMAP_INTER_DIR}/Inter-Medium.otf
  ${SPREADMAP_INTER_DIR}/Inter-SemiBold.otf
  ${SPREADMAP_INTER_DIR}/Inter-Bold.otf
  ${SPREADMAP_INTER_DIR}/InterDisplay-SemiBold.otf
  ${SPREADMAP_INTER_DIR}/InterDisplay-Bold.otf
  ${SPREADMAP_NOTO_DIR}/NotoSans-Regular.ttf
  ${SPREADMAP_NOTO_DIR}/NotoSansArabic-Regular.ttf
  ${SPREADMAP_NOTO_DIR}/NotoSansHebrew-Regular.ttf
  ${SPREADMAP_NOTO_DIR}/NotoSansDevanagari-Regular.ttf
  ${SPREADMAP_NOTO_DIR}/NotoSansThai-Regular.ttf)
foreach(font IN LISTS FONT_FILES)
  if(NOT EXISTS ${font})
    message(FATAL_ERROR "${font} is missing: install Debian's fonts-inter and fonts-noto-core (./dev build does)")
  endif()
endforeach()
file(COPY ${FONT_FILES} DESTINATION ${CMAKE_BINARY_DIR}/assets/fonts)
# The SIL Open Font License asks that its text goes with the fonts; Debian has it in each package's copyright file.
foreach(package fonts-inter fonts-noto-core)
  set(licence /usr/share/doc/${package}/copyright)
  if(EXISTS ${licence})
    configure_file(${licence} ${CMAKE_BINARY_DIR}/assets/fonts/${package}.LICENSE.txt COPYONLY)
  endif()
endforeach()
