target_link_libraries(unit_preflight PRIVATE banxin_pdf PkgConfig::libqpdf)
