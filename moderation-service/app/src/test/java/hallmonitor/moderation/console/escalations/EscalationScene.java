package hallmonitor.moderation.console.escalations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.store.escalation.EscalationEventHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A case that can be escalated, and the moderator Novak, who is signed in and was not asked. */
final class EscalationScene {
  private static final ObjectMapper JSON = new ObjectMapper();

  final UUID escalation = UUID.randomUUID();
  final UUID id;
  final Seed seed;
  final ConsoleBrowser novak;
  private final ConsoleDatabase database;
  private final Jdbi jdbi;

  EscalationScene(ConsoleDatabase database, Jdbi jdbi) {
    this.database = database;
    this.jdbi = jdbi;
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
    id =
        seed.aCase("1")
            .saying("He beats me")
            .found("ABUSE_DISCLOSURE", .97, "Says so.", "beats")
            .judged("escalate", "3.2")
            .urgency("immediate")
            .there();
  }

  void escalate() {
    seed.escalated(id, escalation);
  }

  /** Reads news from the notifier. */
  void hear(EscalationEvent... events) {
    jdbi.useTransaction(
        t -> {
          try {
            EscalationEventHandler.take(t, List.of(events), Instant.now());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  String page() {
    return novak.get("/cases/" + id).asString();
  }

  ConsoleResponse answer(String answer, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("answer", answer);
    return post("answer", fields);
  }

  ConsoleResponse post(String path, Map<String, String> fields) {
    return novak.post("/cases/" + id + "/" + path, fields);
  }

  /** Returns the published events about this case, whether or not the relay has sent them. */
  List<JsonNode> published(String type) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String json : seed.outgoing()) {
      JsonNode event = JSON.readTree(json);
      if (event.path("type").asText().equals(type)
          && event.path("caseId").asText().equals(id.toString())) {
        found.add(event);
      }
    }
    return found;
  }

  List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
