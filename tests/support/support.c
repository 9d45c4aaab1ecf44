#include "support/unit.h"
