# Broken forms of a user's own: each gives the one line beside it and exit code 2.
add_test(NAME template-broken COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/template/broken.sh
  $<TARGET_FILE:hegao> ${CMAKE_CURRENT_SOURCE_DIR}/template/broken)
add_test(NAME template-commands COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/cli/expect.sh
  ${CMAKE_CURRENT_SOURCE_DIR}/template/commands.sh $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR})
# What reads ../shared beside the source folder; it skips itself where that is absent.
add_test(NAME template-recognition COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/template/recognition.sh
  $<TARGET_FILE:hegao> ${PROJECT_SOURCE_DIR}/../shared)
set_tests_properties(template-recognition PROPERTIES LABELS shared SKIP_RETURN_CODE 77)
