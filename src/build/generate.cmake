# Data compiled in at build time. Each generator is a small C program beside this file; each
# generated source lands in the build folder and is part of hegao_core.
