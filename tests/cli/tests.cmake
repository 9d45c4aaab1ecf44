# Each cli/NAME.sh is one test of the program as a user runs it. It gets HEGAO (the program),
# SOURCE (the checkout) and an empty folder as its working folder, and ends with 0 if all holds.
file(GLOB cli_scripts CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/cli
  ${CMAKE_CURRENT_SOURCE_DIR}/cli/*.sh)
foreach(script IN LISTS cli_scripts)
  if(NOT script STREQUAL "expect.sh")
    string(REPLACE ".sh" "" name ${script})
    add_test(NAME cli-${name} COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/expect.sh
      ${CMAKE_CURRENT_SOURCE_DIR}/cli/${script} $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR})
    set_tests_properties(cli-${name} PROPERTIES TIMEOUT 1200)
  endif()
endforeach()
