# fuzz/fuzz_NAME.c defines LLVMFuzzerTestOneInput. With HEGAO_FUZZ (clang) each becomes a libFuzzer
# program; always, each is replayed over the seeds with a fixed number of seeded mutations.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.c)
file(GLOB fuzz_seeds CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/samples/*/*.docx
  ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/seeds/*)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_" "-" name ${name})
  add_executable(${name}-replay ${source} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.c)
  target_link_libraries(${name}-replay PRIVATE hegao_support)
  add_test(NAME ${name}-replay COMMAND ${name}-replay 30 ${fuzz_seeds})
  set_tests_properties(${name}-replay PROPERTIES TIMEOUT 2400)
  if(HEGAO_FUZZ)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE hegao_core)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()
