# Makes building faster where the machine can: a compiler cache and a quick linker, unless the user has chosen others.
find_program(BANXIN_CCACHE ccache)
if(BANXIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${BANXIN_CCACHE}")
endif()

foreach(linker mold lld)
  find_program(BANXIN_LINKER_${linker} NAMES ${linker} ld.${linker})
  if(BANXIN_LINKER_${linker})
    add_link_options(-fuse-ld=${linker})
    break()
  endif()
endforeach()
