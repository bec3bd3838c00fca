package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.pipeline.jobs.BlockExpiryJob;
import hallmonitor.moderation.store.objections.ObjectionResults;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** Three violations of one author, and people's actions on them. */
abstract class BlockingConsole {
  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;
  @Inject BlockExpiryJob round;

  Seed seed;
  ObjectionSeed objections;
  ConsoleBrowser novak;
  ConsoleBrowser brandt;
  UUID id;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    objections = new ObjectionSeed(database);
    objections.nobodyTried();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    seed.person("okafor", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
    objections.platformCan("hide", "restore", "block-author", "unblock-author");
    for (String comment : List.of("1", "2", "3")) {
      id = seed.aCase(comment).judged("hide", "2.1").decided("confirmed").there();
      objections.strike(id);
    }
  }

  ConsoleResponse propose(ConsoleBrowser by, LocalDate last, String reason) {
    return by.post(
        "/cases/" + id + "/blocks",
        Map.of("form", UUID.randomUUID().toString(), "last", last.toString(), "reason", reason));
  }

  UUID proposed() {
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Three attacks.").statusCode())
        .isEqualTo(303);
    return UUID.fromString(
        objections
            .rows("select block_id::text from author_block order by proposed_at desc")
            .get(0));
  }

  ConsoleResponse approve(ConsoleBrowser by, UUID block) {
    return by.post("/blocks/" + block + "/approval", Map.of());
  }

  ConsoleResponse end(ConsoleBrowser by, UUID block, String reason) {
    return by.post("/blocks/" + block + "/end", Map.of("reason", reason));
  }

  UUID active() throws SQLException {
    UUID block = proposed();
    assertThat(approve(brandt, block).statusCode()).isEqualTo(303);
    hear(taken(newest()));
    return block;
  }

  String state(UUID block) {
    return objections
        .rows("select state from author_block where block_id = '" + block + "'")
        .get(0);
  }

  List<ActionOrdered> ordered() {
    return seed.outgoing().stream()
        .filter(json -> json.contains("BLOCK_AUTHOR"))
        .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ActionOrdered.class))
        .toList();
  }

  ActionOrdered newest() {
    return ordered().get(ordered().size() - 1);
  }

  static ActionTaken taken(ActionOrdered order) {
    return new ActionTaken(
        order.actionId(), order.caseId(), order.comment(), order.action(), true, "", Instant.now());
  }

  static ActionFailed failed(ActionOrdered order, Why why, String words) {
    return new ActionFailed(
        order.actionId(),
        order.caseId(),
        order.comment(),
        order.action(),
        why,
        words,
        Instant.now());
  }

  void hear(ActionResult result) throws SQLException {
    jdbi.useTransaction(t -> ObjectionResults.apply(t, result));
  }

  void itsLastDayIsOver(UUID block) {
    objections.write(
        "update author_block set ends_at = clock_timestamp() - interval '1 minute' where block_id = ?",
        block);
  }
}
