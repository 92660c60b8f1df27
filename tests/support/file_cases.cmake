# banxin_file_cases(PREFIX SCRIPT FILE...): a test for each file, run by a script that takes --banxin and the file's path.
function(banxin_file_cases prefix script)
  if(NOT TARGET banxin)
    return()
  endif()
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE name)
    string(REGEX REPLACE "\\.yaml$" "" name "${name}")
    add_test(NAME "${prefix}.${name}"
             COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_SOURCE_DIR}/${script}" --banxin $<TARGET_FILE:banxin> "${file}")
  endforeach()
endfunction()
