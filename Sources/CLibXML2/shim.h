#pragma once

// What Swift cannot take from libxml2 as it is, and nothing more.

#include <libxml/xmlversion.h>
// ICU's types reach Swift a second time through Foundation and the two definitions clash; undefining the flag
// removes only the tail of a structure that is never allocated here.
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a mutable global function pointer, which strict concurrency refuses.
static inline void cxml_free(void *pointer) { xmlFree(pointer); }

// A variadic sink: libxml2's generic error handler cannot be written in Swift. Everything worth saying arrives
// through the structured handler; this one keeps the rest off standard error.
static void cxml_ignore_message(void *context, const char *format, ...) {
  (void)context;
  (void)format;
}
static inline void cxml_silence_generic_errors(void) { xmlSetGenericErrorFunc(NULL, cxml_ignore_message); }
