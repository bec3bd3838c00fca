package hallmonitor.moderation.console.access.code;

import io.nayuki.qrcodegen.QrCode;

/** Draws a QR code as SVG, without any external service. */
public final class QrSvg {
  /** Light modules around the code, as ISO/IEC 18004 requires. */
  private static final int QUIET = 4;

  private QrSvg() {}

  /** Black on white in dark mode too, because a camera reads it. */
  public static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """
        .formatted(size, path);
  }
}
