package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends with curl, a client that is not ours. */
public final class Curl {
  /** An answer. */
  public record Answer(int status, List<String> head, String body) {
    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }
  }

  private Curl() {}

  /** Posts JSON with a key. */
  public static Answer post(URI to, String key, String json) {
    return post(
        to, json, "Authorization: Bearer " + key, "Content-Type: application/json; charset=utf-8");
  }

  public static Answer post(URI to, String body, String... headers) {
    try {
      return send(to, body, headers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer send(URI to, String body, String... headers)
      throws IOException, InterruptedException {
    Path sent = Files.writeString(Files.createTempFile("hall-monitor-", ".json"), body, UTF_8);
    List<String> command = new ArrayList<>(List.of("curl", "--silent", "--include"));
    for (String header : headers) {
      command.addAll(List.of("--header", header));
    }
    // Otherwise it would wait a second for "100 Continue".
    command.addAll(List.of("--header", "Expect:", "--data-binary", "@" + sent, to.toString()));
    try {
      Process curl = start(command);
      String answer = new String(curl.getInputStream().readAllBytes(), UTF_8);
      curl.waitFor();
      return read(answer);
    } finally {
      Files.delete(sent);
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new IllegalStateException("no curl here: apt-get install curl", e);
    }
  }

  private static Answer read(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    List<String> head = Arrays.asList(answer.substring(0, end).split("\r\n"));
    int status = Integer.parseInt(head.get(0).split(" ")[1]);
    return new Answer(status, head, answer.substring(end + 4));
  }
}
