package hallmonitor.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.testparts.ConnectionLimits;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole service, with a real broker and a real database, against a stand-in for WordPress. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class IngestServiceTest extends OneAccountTests {
  @TestHTTPResource(value = "metrics", management = true)
  String metrics;

  @TestHTTPResource(value = "health/ready", management = true)
  String ready;

  @TestHTTPResource(value = "health/live", management = true)
  String live;

  @Inject DataSource pool;

  @Test
  void everyConnectionHasLimits() throws SQLException {
    assertThat(ConnectionLimits.of(pool)).containsExactly("1min", "30s", "75000");
  }

  private List<CommentSeen> comments() {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals(account))
        .toList();
  }

  private List<ActionResult> results(UUID action) {
    return topics.read(Topic.ACTION_RESULTS, ActionResult.class).stream()
        .filter(r -> r.actionId().equals(action))
        .toList();
  }

  private ActionOrdered order(PlatformAction action, String comment) {
    return new ActionOrdered(
        UUID.randomUUID(),
        UUID.randomUUID(),
        new CommentRef("wordpress", account, comment),
        action,
        "clause-1",
        "policy",
        "model",
        "policy",
        "It breaks the policy.",
        Instant.now());
  }

  @Test
  void anAccountThatIsAddedToTheFileIsReadAndItsCommentsComeOut() {
    String id = site.comment("Good evening");
    await().until(() -> comments().size() == 1);
    CommentSeen seen = comments().get(0);
    assertThat(seen.comment().id()).isEqualTo(id);
    assertThat(seen.text()).isEqualTo("Good evening");
    assertThat(seen.post().title()).isEqualTo("Board & budget");
    assertThat(seen.names()).contains(CommentSeen.Names.FREE);
    untilConnected();
    assertThat(status().capabilities()).containsExactly("hide", "restore", "delete", "reply");
  }

  @Test
  void whatAnAccountSaysOfItsNamesIsInItsEvents() throws IOException {
    district(
        ConfiguredDistrict.with(account, site.url(), "present")
            .replace("platform: wordpress", "platform: wordpress\n    names: handles"));
    await()
        .until(
            () -> {
              site.comment("Good evening");
              return comments().stream()
                  .anyMatch(seen -> seen.names().equals(Optional.of(CommentSeen.Names.HANDLES)));
            });
  }

  @Test
  void anOrderIsCarriedOutOnceHoweverOftenItIsDelivered() {
    untilConnected();
    ActionOrdered hide = order(PlatformAction.HIDE, site.comment("nasty"));
    topics.write(Topic.ACTIONS, hide.comment().key(), hide);
    await().until(() -> results(hide.actionId()).size() == 1);
    assertThat(results(hide.actionId()).get(0))
        .isInstanceOfSatisfying(
            ActionResult.ActionTaken.class,
            taken -> {
              assertThat(taken.applied()).isTrue();
              assertThat(taken.observed()).isEqualTo("hold");
            });
    topics.write(Topic.ACTIONS, hide.comment().key(), hide);
    await().until(() -> results(hide.actionId()).size() == 2);
    assertThat(results(hide.actionId()).get(1)).isEqualTo(results(hide.actionId()).get(0));
    assertThat(site.writes()).hasSize(1);
  }

  @Test
  void whatCannotBeDoneIsAnsweredWithWhy() {
    untilConnected();
    ActionOrdered block = order(PlatformAction.BLOCK_AUTHOR, site.comment("nasty"));
    ActionOrdered gone = order(PlatformAction.HIDE, "4711");
    topics.write(Topic.ACTIONS, block.comment().key(), block);
    topics.write(Topic.ACTIONS, gone.comment().key(), gone);
    await()
        .until(
            () ->
                why(block) == ActionResult.Why.NOT_SUPPORTED && why(gone) == ActionResult.Why.GONE);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aReplyIsGivenOnceThoughItsAnswerGotLost() {
    untilConnected();
    String id = site.comment("nasty");
    ActionOrdered reply =
        new ActionOrdered(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new CommentRef("wordpress", account, id),
            PlatformAction.REPLY,
            "1.1",
            "policy",
            "model",
            "novak",
            "From the template hidden-comment.",
            Instant.now(),
            Optional.of("Hidden under <1.1> & open to appeal."),
            ActionOrdered.Urgency.PERSON);
    site.cutNextWrite();
    topics.write(Topic.ACTIONS, reply.comment().key(), reply);
    await()
        .until(
            () ->
                results(reply.actionId()).stream()
                    .anyMatch(ActionResult.ActionTaken.class::isInstance));
    assertThat(site.writes()).containsExactly("POST /comments");
    assertThat(site.replies(id)).containsExactly("Hidden under &lt;1.1&gt; &amp; open to appeal.");
  }

  private ActionResult.Why why(ActionOrdered order) {
    return results(order.actionId()).stream()
        .filter(ActionResult.ActionFailed.class::isInstance)
        .map(r -> ((ActionResult.ActionFailed) r).why())
        .findFirst()
        .orElse(null);
  }

  @Test
  void anUnansweredCallIsObservedBeforeItIsTriedAgain() {
    untilConnected();
    String id = site.comment("nasty");
    await().until(() -> comments().size() == 1);
    ActionOrdered restore = order(PlatformAction.RESTORE, id);
    site.setStatus(id, "hold");
    site.cutNextWrite();
    topics.write(Topic.ACTIONS, restore.comment().key(), restore);
    await()
        .until(
            () ->
                results(restore.actionId()).stream()
                    .anyMatch(ActionResult.ActionTaken.class::isInstance));
    assertThat(results(restore.actionId()))
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            ActionResult.ActionFailed.class,
            failed -> assertThat(failed.why()).isEqualTo(ActionResult.Why.RETRYING));
    assertThat(site.status(id)).isEqualTo("approved");
    assertThat(site.writes()).as("applied once").hasSize(1);
  }

  @Test
  void aMissingSecretIsShownAndTakenUpWhenItComes() throws IOException {
    district(ConfiguredDistrict.with(account, site.url(), "absent-" + account));
    await().until(() -> status() != null && status().state() == AccountStatus.State.SIGNED_OUT);
    assertThat(status().fault().orElseThrow()).contains("absent-" + account);
    Files.writeString(config.secretsDir().resolve("accounts/absent-" + account), "user:password\n");
    untilConnected();
  }

  @Test
  void aCredentialOfOnePlatformIsNotSentToAnother() throws IOException {
    untilConnected();
    district(
        ConfiguredDistrict.with(account, site.url(), "present")
            .replace("platform: wordpress", "platform: mediawiki"));
    await().until(() -> status().state() == AccountStatus.State.SIGNED_OUT);
    assertThat(status().fault().orElseThrow()).contains("'present' belongs to this machine (wor");
  }

  @Test
  void aPoisonOrderGoesToTheDeadLettersAndHoldsUpNobody() {
    untilConnected();
    ActionOrdered hide = order(PlatformAction.HIDE, site.comment("nasty"));
    topics.writeBytes(Topic.ACTIONS, hide.comment().key(), "{no order".getBytes());
    topics.write(Topic.ACTIONS, hide.comment().key(), hide);
    await().until(() -> results(hide.actionId()).size() == 1);
    assertThat(topics.count(Topic.ACTIONS.deadLetters())).isPositive();
  }

  @Test
  void healthAndMetricsTellHowItDoes() {
    site.comment("Good evening");
    untilConnected();
    await().until(() -> comments().size() == 1);
    given().get(ready).then().statusCode(200);
    given().get(live).then().statusCode(200).body(containsString("workers get on"));
    await()
        .untilAsserted(
            () ->
                assertThat(given().get(metrics).asString())
                    .contains("hallmonitor_ingest_comments_total{account=\"" + account)
                    .contains("hallmonitor_ingest_lag_seconds{account=\"" + account)
                    .contains("hallmonitor_ingest_poll_seconds_count{account=\"" + account)
                    .contains("hallmonitor_ingest_pending_actions{account=\"" + account));
  }
}
