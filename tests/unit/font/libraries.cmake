target_link_libraries(unit_font PRIVATE PkgConfig::harfbuzz PkgConfig::freetype2)
