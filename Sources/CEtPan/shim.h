#ifndef DESKHAND_CETPAN_SHIM_H
#define DESKHAND_CETPAN_SHIM_H
#include <libetpan/libetpan.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

/// libetpan exports this reader but keeps its header private. It reads one whole SMTP reply,
/// fills `response` and `response_code`, and returns the code, 0 when the connection is lost.
/// We speak AUTH and the end of DATA with it, to know which stage failed.
int mailsmtp_read_response(mailsmtp *session);
#endif
