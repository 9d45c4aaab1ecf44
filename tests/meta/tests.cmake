add_test(NAME meta-floors COMMAND sh ${PROJECT_SOURCE_DIR}/tests/meta/floors.sh ${PROJECT_SOURCE_DIR})
add_test(NAME meta-symbols COMMAND sh ${PROJECT_SOURCE_DIR}/tests/meta/symbols.sh
  $<TARGET_FILE:hegao_core>)
