# What an installation has beside the program, and a Debian package of it all (./dev package).
find_program(GZIP gzip REQUIRED)
set(packed_texts "")
foreach(text spreadmap.1 changelog.Debian)
  set(source ${CMAKE_SOURCE_DIR}/assets/package/${text})
  set(packed ${CMAKE_BINARY_DIR}/package/${text}.gz)
  # Without the name and time of the file, so that each build makes the same bytes.
  add_custom_command(OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/package
    COMMAND ${CMAKE_COMMAND} -E copy ${source} ${CMAKE_BINARY_DIR}/package/${text}
    COMMAND ${GZIP} -9 -n -f ${CMAKE_BINARY_DIR}/package/${text}
    DEPENDS ${source} VERBATIM)
  list(APPEND packed_texts ${packed})
endforeach()
add_custom_target(packed_texts ALL DEPENDS ${packed_texts})
install(FILES ${CMAKE_BINARY_DIR}/package/spreadmap.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_SOURCE_DIR}/assets/package/spreadmap.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_SOURCE_DIR}/assets/package/spreadmap.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${CMAKE_SOURCE_DIR}/assets/package/copyright ${CMAKE_BINARY_DIR}/package/changelog.Debian.gz
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/spreadmap)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Spreadmap authors <maintainers@spreadmap.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "map of how something spread over time, for exhibitions and films")
set(CPACK_PACKAGE_DESCRIPTION "Draws dated places on a map on the graphics card and plays them on a
timeline: in a window, as a talk, as an exhibition's kiosk that is looked
after by systemd, or to pictures and films. Comes with an exhibit about
Ring's partnerships with the police.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What SDL loads by itself when a window is opened, and the software renderer that a machine without a graphics card draws with.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libegl1, libgl1, libgl1-mesa-dri, proj-data, systemd-standalone-sysusers | systemd")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "cage | xinit, xwayland | xinit, libpam-systemd")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xserver-xorg-core, x11-xkb-utils, parallel, slurm-client")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/assets/package/postinst ${CMAKE_SOURCE_DIR}/assets/package/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
