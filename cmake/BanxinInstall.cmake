# cmake --install: the program, and beside it in share/banxin what it reads at run time.
if(TARGET banxin)
  # The binary stands at the top of the build tree: build/<preset>/banxin.
  set_target_properties(banxin PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  install(TARGETS banxin RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
foreach(folder styles fonts)
  if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}" DESTINATION "${CMAKE_INSTALL_DATADIR}/banxin")
  endif()
endforeach()
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
