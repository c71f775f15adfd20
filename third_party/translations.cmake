# assets/translations/LANGUAGE.po, compiled by gettext to the build's assets/translations/LANGUAGE/LC_MESSAGES/spreadmap.mo.
find_program(MSGFMT msgfmt REQUIRED)
file(GLOB catalogues CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/translations/*.po)
set(compiled_catalogues "")
foreach(catalogue IN LISTS catalogues)
  get_filename_component(language ${catalogue} NAME_WE)
  set(compiled ${CMAKE_BINARY_DIR}/assets/translations/${language}/LC_MESSAGES/spreadmap.mo)
  add_custom_command(OUTPUT ${compiled}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/assets/translations/${language}/LC_MESSAGES
    COMMAND ${MSGFMT} --check-format --check-domain --output-file=${compiled} ${catalogue}
    DEPENDS ${catalogue} VERBATIM)
  list(APPEND compiled_catalogues ${compiled})
endforeach()
add_custom_target(translations ALL DEPENDS ${compiled_catalogues})
