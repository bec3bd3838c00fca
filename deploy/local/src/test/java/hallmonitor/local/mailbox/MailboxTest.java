package hallmonitor.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Json;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final String HTML =
      "<h1>A threat</h1><script>parent.location='http://evil.example'</script>";

  @TempDir Path folder;
  private Mailbox mailbox;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    mailbox = Mailbox.start(0, 0, folder);
  }

  @AfterEach
  void stop() {
    mailbox.close();
  }

  private void send(String subject, String... to) throws MessagingException {
    var settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", String.valueOf(mailbox.smtpPort()));
    var message = new MimeMessage(Session.getInstance(settings));
    message.setFrom(new InternetAddress("hall-monitor@district.example"));
    for (String each : to) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(each));
    }
    message.setSubject(subject, "UTF-8");
    var text = new MimeBodyPart();
    text.setText("Señora, a threat was posted.\n.\n..two dots", "UTF-8");
    var html = new MimeBodyPart();
    html.setContent(HTML, "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }

  private HttpResponse<String> get(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(mailbox.url() + path)).build();
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode json(String path) {
    try {
      return Json.MAPPER.readTree(get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMailArrivesIsListedAndRead() throws MessagingException {
    send("Ñandú: a threat was posted", "principal@d12.example", "counselor@d12.example");
    var mails = json("/api/mails").path("mails");
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).path("subject").asText()).isEqualTo("Ñandú: a threat was posted");
    assertThat(mails.get(0).path("to").toString())
        .isEqualTo("[\"counselor@d12.example\",\"principal@d12.example\"]");
    var mail = json("/api/mails/1");
    assertThat(mail.path("text").asText().strip())
        .isEqualTo("Señora, a threat was posted.\r\n.\r\n..two dots");
    assertThat(mail.path("html").asText()).isEqualTo(HTML);
    assertThat(mail.path("headers").toString()).contains("Delivered-To", "Subject", "Message-ID");
  }

  @Test
  void theNewestIsFirstAndTheListWaitsForTheNextOne() throws Exception {
    send("first", "a@d12.example");
    int version = json("/api/mails").path("version").asInt();
    var waiting = CompletableFuture.supplyAsync(() -> json("/api/mails?since=" + version));
    send("second", "b@d12.example");
    assertThat(waiting.get().path("mails").findValuesAsText("subject"))
        .containsExactly("second", "first");
  }

  @Test
  void mailsSurviveARestartAndNumbersGoOn() throws Exception {
    send("kept", "a@d12.example");
    Files.writeString(folder.resolve("notes.txt"), "not a mail");
    Files.writeString(folder.resolve("000002-20261125T010000000Z.eml.part"), "half");
    mailbox.close();
    mailbox = Mailbox.start(0, 0, folder);
    send("next", "b@d12.example");
    var mails = json("/api/mails").path("mails");
    assertThat(mails.findValuesAsText("subject")).containsExactly("next", "kept");
    assertThat(mails.findValuesAsText("id")).containsExactly("2", "1");
    assertThat(mails.get(1).path("to").toString()).isEqualTo("[\"a@d12.example\"]");
  }

  @Test
  void theHtmlOfAMailIsSandboxed() throws MessagingException {
    send("html", "a@d12.example");
    var html = get("/mails/1/html");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'")
        .doesNotContain("allow-scripts", "allow-same-origin", "script-src", "allow-top-navigation");
    assertThat(html.body()).contains("A threat");
    assertThat(get("/mailbox.js").body())
        .contains("sandbox: 'allow-popups allow-popups-to-escape-sandbox'")
        .doesNotContain("innerHTML");
  }

  @Test
  void theSourceCanBeDownloaded() throws MessagingException {
    send("raw", "a@d12.example");
    var raw = get("/mails/1/raw");
    assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
    assertThat(raw.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"mail-1.eml\"");
    assertThat(raw.body()).startsWith("Delivered-To: a@d12.example\r\n").contains("Subject: raw");
  }

  @Test
  void anEmptyMailboxExplainsItselfAndUnknownMailsAreNamed() {
    assertThat(json("/api/mails").path("total").asInt()).isZero();
    assertThat(get("/").body()).contains("No email yet").doesNotContainPattern("<script(?! src)");
    assertThat(get("/api/mails/7").statusCode()).isEqualTo(404);
    assertThat(get("/mails/7/raw").statusCode()).isEqualTo(404);
    assertThat(get("/../secret").statusCode()).isEqualTo(404);
  }

  @Test
  void aForeignHostNameReadsNothing() throws IOException {
    try (var socket = new Socket("127.0.0.1", mailbox.webPort())) {
      String request = "GET /api/mails HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("mails\"");
    }
  }

  @Test
  void aSenderIsNotToldThatItArrivedWhenItCouldNotBeKept() throws Exception {
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    Files.delete(folder);
    assertThatThrownBy(() -> send("lost?", "a@d12.example")).isInstanceOf(MessagingException.class);
    Files.createDirectory(folder);
    send("kept", "a@d12.example");
    assertThat(json("/api/mails").path("mails").findValuesAsText("subject"))
        .containsExactly("kept");
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path other) {
    assertThatThrownBy(() -> Mailbox.start(mailbox.smtpPort(), 0, other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Port " + mailbox.smtpPort());
    assertThatThrownBy(() -> Mailbox.start(0, mailbox.webPort(), other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Port " + mailbox.webPort());
  }
}
