package hallmonitor.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRendererTest {
  @TempDir Path folder;

  private static String page(String head, String body) {
    return "<html lang=\"en\"><head><title>t</title><meta name=\"description\" content=\"d\"/>%s</head><body>%s</body></html>"
        .formatted(head, body);
  }

  @Test
  void noAddressIsAskedForAndNoFileIsRead() throws Exception {
    Path style = Files.writeString(folder.resolve("style.css"), "p { display: none }");
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(200);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
      byte[] pdf =
          PdfRenderer.pdf(
              page(
                  "<link rel=\"stylesheet\" href=\"%s\"/><style>@import url(%s); @font-face { font-family: x; src: url(%s); } p { background: url(%s); font-family: x, \"DejaVu Sans\" }</style>"
                      .formatted(style.toUri(), address, address, address),
                  "<p>still here</p><img alt=\"a\" src=\"%s\"/><object data=\"%s\">x</object>"
                      .formatted(address, address)));
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
      assertThat(PdfText.of(pdf).text()).contains("still here");
    }
  }

  @Test
  void noFontOfThisMachineIsLookedFor() throws Exception {
    PdfRenderer.pdf(page("", "<p>x</p>"));

    assertThat(FontMappers.instance().getFontBoxFont("Helvetica", null).getFont().getName())
        .isEqualTo("DejaVuSans");
  }

  @Test
  void aPageThatNamesADocumentTypeIsRefused() {
    assertThatThrownBy(
            () ->
                PdfRenderer.pdf(
                    "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + page("", "<p>&x;</p>")))
        .isInstanceOf(IllegalStateException.class);
  }
}
