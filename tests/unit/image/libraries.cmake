target_link_libraries(unit_image PRIVATE PNG::PNG PkgConfig::libqpdf)
