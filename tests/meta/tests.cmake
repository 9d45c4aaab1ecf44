add_test(NAME meta-floors COMMAND sh ${PROJECT_SOURCE_DIR}/tests/meta/floors.sh ${PROJECT_SOURCE_DIR})
add_test(NAME meta-symbols COMMAND sh ${PROJECT_SOURCE_DIR}/tests/meta/symbols.sh
  $<TARGET_FILE:hegao_core>)
# Ten times the text, at most so many times the time. Under sanitizers only the small texts run.
add_executable(linear ${CMAKE_CURRENT_LIST_DIR}/linear.c ${CMAKE_CURRENT_LIST_DIR}/shapes.c)
target_link_libraries(linear PRIVATE hegao_support)
if(HEGAO_SANITIZE OR HEGAO_FUZZ)
  set(linear_cut --cut)
endif()
add_test(NAME meta-linear COMMAND linear ${linear_cut} $<TARGET_FILE:hegao>)
set_tests_properties(meta-linear PROPERTIES TIMEOUT 2400 RUN_SERIAL TRUE)
