# banxin_module(NAME [DEPENDS module...] [LIBRARIES target...])
#
# A folder of src/ as a static library. DEPENDS names folders above it in the order of src/README.md and is public; LIBRARIES are outside
# libraries, private to the folder: no other folder may include their headers (tests/structure checks both).
function(banxin_module name)
  cmake_parse_arguments(MODULE "" "" "DEPENDS;LIBRARIES;PUBLIC_LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  if(NOT sources)
    return()
  endif()
  add_library(banxin_${name} STATIC ${sources})
  target_include_directories(banxin_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  banxin_compile_options(banxin_${name})
  foreach(dependency IN LISTS MODULE_DEPENDS)
    if(TARGET banxin_${dependency})
      target_link_libraries(banxin_${name} PUBLIC banxin_${dependency})
    endif()
  endforeach()
  target_link_libraries(banxin_${name} PRIVATE ${MODULE_LIBRARIES} PUBLIC ${MODULE_PUBLIC_LIBRARIES})
endfunction()

function(banxin_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough
    -Wno-missing-field-initializers)  # what a designated initializer leaves out is meant to have its default
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized -Wno-restrict)  # false alarms about std::optional and std::string
  endif()
  if(BANXIN_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# banxin_bytes_function(NAME FILE RESULT): puts into RESULT the C++ of a function NAME that returns the bytes of FILE, so that the program needs
# no such file at run time.
function(banxin_bytes_function name file result)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  set(${result}
      "std::string_view ${name}() {\n  static constexpr unsigned char bytes[] = {${bytes}};\n  return {reinterpret_cast<const char*>(bytes), sizeof bytes};\n}\n"
      PARENT_SCOPE)
endfunction()
