target_link_libraries(unit_press PRIVATE test_profile PkgConfig::libqpdf)
