target_link_libraries(unit_line PRIVATE yaml-cpp PkgConfig::harfbuzz)
