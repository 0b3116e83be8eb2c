#pragma once
#include <zip.h>
// No inline functions: libzip's functions and constants can be called from Swift as they are.
