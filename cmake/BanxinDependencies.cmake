# Every library the program links to, found once, here. The Debian packages that bring them stand in tools/packages.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(JPEG REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(PNG REQUIRED)
find_package(yaml-cpp REQUIRED)

function(banxin_pkg target)
  pkg_check_modules(${target} REQUIRED IMPORTED_TARGET ${ARGN})
endfunction()

banxin_pkg(harfbuzz harfbuzz>=6)
banxin_pkg(harfbuzz-subset harfbuzz-subset>=6)
banxin_pkg(freetype2 freetype2)
banxin_pkg(fontconfig fontconfig)
banxin_pkg(gumbo gumbo)
banxin_pkg(lcms2 lcms2>=2.9)
banxin_pkg(libqrencode libqrencode)

# A library that is loaded when a drawing asks for it (base/late_library.h): built against its headers, linked to nothing.
function(banxin_headers target)
  pkg_check_modules(${target} ${ARGN})
  if(${target}_FOUND)
    add_library(${target}::headers INTERFACE IMPORTED)
    target_include_directories(${target}::headers SYSTEM INTERFACE ${${target}_INCLUDE_DIRS})
  endif()
endfunction()
banxin_headers(cairo REQUIRED cairo)

# libhyphen has neither a CMake configuration nor a pkg-config file.
find_path(HYPHEN_INCLUDE_DIR hyphen.h REQUIRED)
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
add_library(hyphen::hyphen UNKNOWN IMPORTED)
set_target_properties(hyphen::hyphen PROPERTIES IMPORTED_LOCATION "${HYPHEN_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${HYPHEN_INCLUDE_DIR}")

# Debian's civetweb has no pkg-config file.
find_path(CIVETWEB_INCLUDE_DIR civetweb.h REQUIRED)
find_library(CIVETWEB_LIBRARY civetweb REQUIRED)
add_library(civetweb::civetweb UNKNOWN IMPORTED)
set_target_properties(civetweb::civetweb PROPERTIES IMPORTED_LOCATION "${CIVETWEB_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CIVETWEB_INCLUDE_DIR}")

# Nor has libcsv.
find_path(CSV_INCLUDE_DIR csv.h REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
add_library(csv::csv UNKNOWN IMPORTED)
set_target_properties(csv::csv PROPERTIES IMPORTED_LOCATION "${CSV_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${CSV_INCLUDE_DIR}")

# PoDoFo 0.9 (Debian 12) has neither a CMake configuration nor a pkg-config file. From 0.10 on the API is another: its headers lie in main/.
find_path(PODOFO_INCLUDE_DIR podofo/podofo.h REQUIRED)
find_library(PODOFO_LIBRARY podofo REQUIRED)
add_library(podofo::podofo UNKNOWN IMPORTED)
set_target_properties(podofo::podofo PROPERTIES IMPORTED_LOCATION "${PODOFO_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${PODOFO_INCLUDE_DIR}")
if(EXISTS "${PODOFO_INCLUDE_DIR}/podofo/main/PdfMemDocument.h")
  set(BANXIN_PODOFO_GENERATION 0_10)
else()
  set(BANXIN_PODOFO_GENERATION 0_9)
endif()
banxin_pkg(libdeflate libdeflate)
banxin_pkg(libqpdf libqpdf>=11)
# Its own smart pointers of former days are not used: else its headers warn about them.
set_property(TARGET PkgConfig::libqpdf APPEND PROPERTY INTERFACE_COMPILE_DEFINITIONS POINTERHOLDER_TRANSITION=4)

# SVG figures; left out where it is missing or unwanted (-DBANXIN_WITH_SVG=OFF).
option(BANXIN_WITH_SVG "Draw SVG figures through librsvg, if it is there" ON)
if(BANXIN_WITH_SVG)
  banxin_headers(librsvg librsvg-2.0>=2.52 cairo-pdf pangocairo pangoft2)
endif()
