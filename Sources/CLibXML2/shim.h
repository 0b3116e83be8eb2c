#pragma once
// The headers pull in the system's ICU, which clashes with Foundation's own copy of it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/SAX2.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
// No inline functions: everything that is used (enumerations, plain functions, non-variadic
// callbacks) can be called from Swift as it is. Keep it so: `xmlFree`, a mutable global, is not
// needed as long as text is read out of the nodes instead of being copied by libxml2.
