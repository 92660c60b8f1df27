target_link_libraries(unit_impose PRIVATE PkgConfig::libqpdf)
