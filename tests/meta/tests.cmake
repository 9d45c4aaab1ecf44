add_test(NAME meta-floors COMMAND sh ${PROJECT_SOURCE_DIR}/tests/meta/floors.sh ${PROJECT_SOURCE_DIR})
