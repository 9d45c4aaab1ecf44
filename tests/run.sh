#!/bin/sh
# Installs what the tests need, builds, runs every CTest.
#   HEGAO_BUILD      build folder (default build-test)
#   HEGAO_SANITIZE   sanitizers, e.g. address,undefined
set -e
cd "$(dirname "$0")/.."
sh .ci/install build test || exit 2
build=${HEGAO_BUILD:-build-test}
sh .ci/node "$build"
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
cmake -S . -B "$build" -DBUILD_TESTING=ON -DHEGAO_WERROR=ON \
    -DHEGAO_SANITIZE="${HEGAO_SANITIZE:-}" -DCMAKE_BUILD_TYPE="${HEGAO_BUILD_TYPE:-Release}" >/dev/null
cmake --build "$build" --parallel "$jobs"
ctest --test-dir "$build" --output-on-failure --parallel "$jobs"
