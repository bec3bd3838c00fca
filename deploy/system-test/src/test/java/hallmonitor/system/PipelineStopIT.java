package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.local.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A stopped pipeline rings a phone within two minutes, with the limits that ship; a start, a
 * restart and a night without comments ring none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineStopIT {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final Duration LONGER_THAN_SILENCE = Duration.ofSeconds(80);
  private static final String DIRECTOR = "e.brandt@";

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer phone;
  private ScratchStack stack;

  @BeforeAll
  void start() throws IOException {
    phone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    phone.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (exchange.getRequestURI().getPath().endsWith("/Calls.json") && !body.isEmpty()) {
            calls.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
          }
          byte[] answer =
              "{\"sid\":\"CA1\",\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    phone.start();
    stack = ScratchStack.start();
    stack.secret("phone", "AC0123456789:token");
    stack.changeEscalations(
        text ->
            text
                + """

                messages:
                  gateways:
                    - { id: phone, kind: twilio-call, secret: phone, private-network: true, from: "+16305550100", address: "http://127.0.0.1:%d" }
                """
                    .formatted(phone.getAddress().getPort()));
    giveTheDirectorAPhone();
  }

  @AfterAll
  void stop() {
    stack.close();
    phone.stop(0);
  }

  @Test
  void aStoppedPipelineRingsAPhoneAndAnOrdinaryNightDoesNot() {
    stack.stack().service(ServiceName.MODERATION).restart();
    await("a start, a restart and an idle night ring nothing")
        .during(LONGER_THAN_SILENCE)
        .atMost(LONGER_THAN_SILENCE.plusSeconds(20))
        .until(this::isQuiet);

    signal(ServiceName.MODERATION, "STOP");
    signal(ServiceName.INGEST, "STOP");
    rings("judging comments and the console");
    rings("reading accounts");

    signal(ServiceName.MODERATION, "CONT");
    signal(ServiceName.INGEST, "CONT");
    worksAgain("judging comments and the console");
    worksAgain("reading accounts");
    assertThat(calls).as("each is told once").hasSize(2);
  }

  @Test
  void aServiceThatIsKilledAgainAndAgainRingsAPhone() {
    int before = calls.size();
    await("kill -9, as often as it is started again")
        .atMost(TWO_MINUTES)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              stack.stack().service(ServiceName.INGEST).kill();
              return calls.size() > before;
            });
    assertThat(calls.get(before)).contains("reading accounts");
  }

  private void rings(String part) {
    await("a call and a mail: " + part)
        .atMost(TWO_MINUTES)
        .until(
            () ->
                calls.stream().anyMatch(call -> call.contains(part))
                    && mails().stream().anyMatch(s -> s.equals(stopped(part))));
  }

  private void worksAgain(String part) {
    await("the end is told: " + part)
        .atMost(TWO_MINUTES)
        .until(() -> mails().contains("Works again: " + stopped(part)));
  }

  private static String stopped(String part) {
    return "A part of Hall Monitor has stopped: " + part;
  }

  private boolean isQuiet() {
    return calls.isEmpty() && mails().isEmpty();
  }

  private List<String> mails() {
    return stack.mail().to(DIRECTOR).stream()
        .map(mail -> mail.path("subject").asText())
        .filter(subject -> subject.contains("Hall Monitor"))
        .toList();
  }

  private void signal(ServiceName service, String name) {
    try {
      long pid = stack.stack().service(service).pid();
      int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
      assertThat(code).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void giveTheDirectorAPhone() throws IOException {
    Path file = stack.stack().config().resolve("district.yaml");
    String text = Files.readString(file);
    String line = "    email: e.brandt@maplevalley12.example\n";
    assertThat(text).contains(line);
    Files.writeString(
        file,
        text.replace(
            line, line + "    messages: { call: \"+16305550112\", agreed: 2026-09-01 }\n"));
  }
}
