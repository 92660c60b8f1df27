# cpack -G DEB in the build tree: a Debian package, which names the libraries that the program is linked to.
set(CPACK_PACKAGE_NAME banxin)
set(CPACK_PACKAGE_VENDOR "Banxin")
set(CPACK_PACKAGE_CONTACT "The Banxin authors <banxin@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Typesetter for Chinese, Japanese and Korean articles")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Banxin sets articles written in YAML for print, by the rules of Chinese and
Japanese printing houses: columns, pictures and places for pictures, notes,
tables. It writes PDF/A and PDF/UA files and carries its own fonts.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libcairo2, librsvg2-2 (>= 2.52)")  # loaded late, so that they are not found among those linked
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS hyphen-en-us)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
