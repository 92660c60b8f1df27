target_link_libraries(unit_layout PRIVATE PkgConfig::harfbuzz)
target_sources(unit_layout PRIVATE "${PROJECT_SOURCE_DIR}/tests/support/page_oracle.cc")
