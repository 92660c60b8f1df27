target_link_libraries(unit_layout PRIVATE PkgConfig::harfbuzz)
