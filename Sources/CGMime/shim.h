#ifndef DESKHAND_CGMIME_SHIM_H
#define DESKHAND_CGMIME_SHIM_H
#include <gmime/gmime.h>
#endif
