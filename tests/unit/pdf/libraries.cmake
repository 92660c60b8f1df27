target_link_libraries(unit_pdf PRIVATE PNG::PNG test_profile)
