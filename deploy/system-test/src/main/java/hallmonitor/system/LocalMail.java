package hallmonitor.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The mails in the local run's mailbox. */
public final class LocalMail {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;

  LocalMail(String address) {
    this.address = address;
  }

  /** Returns all mails, newest first, each with {@code id}, {@code to}, {@code subject}. */
  public List<JsonNode> all() {
    JsonNode answer = get("/api/mails");
    JsonNode list = answer.isArray() ? answer : answer.path("mails");
    List<JsonNode> mails = new ArrayList<>();
    list.forEach(mails::add);
    return mails;
  }

  /** Returns the mails to one address. */
  public List<JsonNode> to(String recipient) {
    return all().stream().filter(mail -> mail.path("to").toString().contains(recipient)).toList();
  }

  /** Returns a complete mail: its plain text, its HTML, its headers. */
  public JsonNode open(JsonNode mail) {
    return get("/api/mails/" + mail.path("id").asInt());
  }

  private JsonNode get(String path) {
    try (InputStream answer = URI.create(address + path).toURL().openStream()) {
      return JSON.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
