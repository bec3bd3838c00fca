package hallmonitor.standin;

/** An error as an XRPC server answers it (https://atproto.com/specs/xrpc#error-responses). */
final class XrpcRefusal extends RuntimeException {
  final int status;
  final String error;

  XrpcRefusal(int status, String error, String message) {
    super(message);
    this.status = status;
    this.error = error;
  }
}
