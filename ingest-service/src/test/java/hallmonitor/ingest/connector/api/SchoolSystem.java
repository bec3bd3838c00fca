package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.TestSite;
import hallmonitor.ingest.connector.api.ActReceiver.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A school's own system with comments: it delivers them by curl, and carries out what it receives.
 */
final class SchoolSystem implements TestSite, AutoCloseable {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String POST = "lunch-menu";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ActReceiver receiver = new ActReceiver(SECRET, this::act);
  private final Map<String, ObjectNode> comments = new ConcurrentHashMap<>();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final DeliveredAccount account = new DeliveredAccount();

  /** Starts it, and the account that it delivers to, with a post. */
  SchoolSystem() {
    deliver(List.of(menu("Pizza on Friday.")));
  }

  DeliveredAccount account() {
    return account;
  }

  ActReceiver receiver() {
    return receiver;
  }

  private ObjectNode menu(String text) {
    return row("post", POST)
        .put("title", "Lunch menu")
        .put("text", text)
        .put("permalink", "https://school.example/" + POST)
        .put("writtenAt", Instant.now().toString());
  }

  private static ObjectNode row(String kind, String id) {
    return JSON.createObjectNode().put("kind", kind).put("id", id);
  }

  private ObjectNode written(String id, String text) {
    ObjectNode row =
        row("comment", id)
            .put("post", POST)
            .put("text", text)
            .put("permalink", "https://school.example/" + POST + "#" + id)
            .put("writtenAt", Instant.now().toString());
    row.putObject("author").put("id", "author of " + id).put("name", "Dana Reyes");
    comments.put(id, row);
    return row;
  }

  private void deliver(List<ObjectNode> rows) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode all = body.putArray("rows");
    rows.forEach(all::add);
    assertThat(OpenApiFile.problems("/components/schemas/Delivery", body.toString())).isEmpty();
    Curl.Answer answer = Curl.post(account.address(), DeliveredAccount.KEY, body.toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(OpenApiFile.problems("/components/schemas/Result", answer.body())).isEmpty();
  }

  private boolean act(Message message) {
    assertThat(OpenApiFile.problems("/components/schemas/Act", message.content().toString()))
        .isEmpty();
    String comment = message.about("comment");
    return switch (message.type()) {
      case "comment.hide" -> hidden.add(comment);
      case "comment.restore" -> hidden.remove(comment);
      case "comment.delete" -> comments.remove(comment) != null;
      case "author.block" -> blocked.add(message.about("author"));
      case "author.unblock" -> blocked.remove(message.about("author"));
      case "comment.reply" -> {
        String id = "reply-" + message.id();
        deliver(List.of(written(id, message.about("text")).put("parent", comment)));
        yield true;
      }
      default -> false;
    };
  }

  @Override
  public String url() {
    return receiver.url();
  }

  @Override
  public String credential() {
    return SECRET;
  }

  @Override
  public String wrongCredential() {
    return "whsec_" + "A".repeat(32);
  }

  @Override
  public String post() {
    return POST;
  }

  @Override
  public String comment(String text) {
    String id = "c-" + System.nanoTime();
    deliver(List.of(written(id, text)));
    return id;
  }

  /** Writes a comment that claims to be years old, which a reader that goes by time would miss. */
  String backDated(String text) {
    String id = "c-" + System.nanoTime();
    deliver(List.of(written(id, text).put("writtenAt", "2020-02-03T04:05:06Z")));
    return id;
  }

  @Override
  public String reply(String parent, String text) {
    String id = "c-" + System.nanoTime();
    deliver(List.of(written(id, text).put("parent", parent)));
    return id;
  }

  @Override
  public void edit(String id, String text) {
    ObjectNode row = comments.get(id);
    deliver(List.of(row.put("text", text).put("editedAt", Instant.now().toString())));
  }

  @Override
  public void delete(String id) {
    comments.remove(id);
    deliver(List.of(row("deletion", id)));
  }

  /** An editor there hides a comment or shows it again. */
  void show(String id, boolean shown) {
    deliver(
        List.of(row("visibility", id).put("hidden", !shown).put("at", Instant.now().toString())));
  }

  @Override
  public List<String> burst(int count) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(written("burst-" + i + "-" + System.nanoTime(), "burst " + i));
    }
    deliver(rows);
    return rows.stream().map(row -> row.path("id").asText()).toList();
  }

  @Override
  public Optional<String> picture(String text) {
    String id = "c-" + System.nanoTime();
    ObjectNode row = written(id, text);
    row.putArray("attachments").add("https://school.example/picture.png");
    deliver(List.of(row));
    return Optional.of(id);
  }

  @Override
  public boolean editPost(String text) {
    deliver(List.of(menu(text)));
    return true;
  }

  @Override
  public String missing() {
    return "never-delivered";
  }

  @Override
  public boolean shows(String id) {
    return comments.containsKey(id) && !hidden.contains(id);
  }

  @Override
  public boolean mayWrite(String id) {
    return !blocked.contains("author of " + id);
  }

  @Override
  public void close() {
    receiver.close();
    account.close();
  }
}
