# The reader is held against yaml-cpp's own reading.
target_link_libraries(unit_yaml PRIVATE yaml-cpp)
