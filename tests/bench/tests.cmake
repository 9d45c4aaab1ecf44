# Measurements, built with the tests so that they do not rot; run by hand.
add_library(hegao_bench STATIC ${CMAKE_CURRENT_LIST_DIR}/floor.c ${CMAKE_CURRENT_LIST_DIR}/report.c)
target_link_libraries(hegao_bench PUBLIC hegao_support)
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/bench_*.c)
foreach(source IN LISTS bench_sources)
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_" "-" name ${name})
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE hegao_bench)
endforeach()
# What a program costs that is linked with the same libraries and does nothing. Without
# --no-as-needed the linker would leave them out.
add_executable(bench-idle ${CMAKE_CURRENT_LIST_DIR}/idle.c)
target_link_options(bench-idle PRIVATE -Wl,--no-as-needed)
target_link_libraries(bench-idle PRIVATE PkgConfig::LIBXML2 PkgConfig::LIBZIP PkgConfig::HUNSPELL
  PkgConfig::JANSSON PkgConfig::PCRE2 PkgConfig::UTF8PROC PkgConfig::XXHASH Threads::Threads)
target_compile_definitions(bench-check PRIVATE HG_PROGRAM="$<TARGET_FILE:hegao>"
  HG_IDLE="$<TARGET_FILE:bench-idle>")
add_dependencies(bench-check hegao bench-idle)
