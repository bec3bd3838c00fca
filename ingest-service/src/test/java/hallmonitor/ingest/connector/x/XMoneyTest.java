package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What X's prices require of the connector. */
class XMoneyTest extends XAccountTests {
  @Test
  void moneyIsCountedAsXChargesIt() throws Exception {
    Connector connector = connector(10);
    String cursor = run(connector, "");
    for (int i = 0; i < 20; i++) {
      x.visitors().comment("comment " + i);
    }
    cursor = run(connector, cursor);
    run(connector, cursor);
    long counted = Math.round((1 - budget.left()) * 10_000);
    assertThat(counted).isEqualTo(x.charged()).isEqualTo(10 + 5 + 20 * 5 + 10);
  }

  /** X charges for a post once per day, and again on the next day. */
  @Test
  void readingAgainOnTheSameDayIsFree() throws Exception {
    Connector connector = connector(10);
    x.visitors().comment("read again and again");
    TimeSpan span = new TimeSpan(now.minusSeconds(60), now.plusSeconds(3));
    connector.reconcile(span, "");
    double left = budget.left();
    connector.reconcile(span, "");
    assertThat(budget.left()).isEqualTo(left);
    now = now.plus(Duration.ofDays(1));
    connector.reconcile(span, "");
    assertThat(budget.left()).isLessThan(left);
    assertThat(Math.round((1 - budget.left()) * 10_000)).isEqualTo(x.charged());
  }

  /** An author costs twice as much as a post. */
  @Test
  void aSweepAsksForNoAuthorThatIsKnown() throws Exception {
    Connector connector = connector(10);
    String cursor = run(connector, "");
    x.visitors().comment("by somebody");
    run(connector, cursor);
    now = now.plus(Duration.ofDays(1));
    long before = x.charged();
    TimeSpan span = new TimeSpan(now.minus(Duration.ofDays(2)), now.plusSeconds(3));
    CommentPage page = connector.reconcile(span, "");
    assertThat(page.sightings().get(0).author().name()).isEqualTo("Dana Reyes");
    assertThat(x.charged() - before).isEqualTo(5);
    CommentPage afterRestart = connector(10).reconcile(span, "");
    assertThat(afterRestart.sightings().get(0).author().name()).isEqualTo("Dana Reyes");
  }

  @Test
  void readingStopsAtTheCapAndActsGoOn() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    String id = x.visitors().comment("to be hidden");
    for (int i = 0; i < 250; i++) {
      x.visitors().comment("comment " + i);
    }
    assertThat(connector.rereads()).isEqualTo(Duration.ofDays(2));
    Fault fault = faultOf(() -> run(connector, cursor));
    assertThat(connector.rereads()).as("nothing is read again").isZero();
    assertThat(fault)
        .isInstanceOfSatisfying(
            Fault.Throttled.class, t -> assertThat(t.apart()).as("acts go on").isTrue());
    assertThat(fault.sentence()).contains("Of the $1 ", "2026-12-01", "X_DOLLARS_PER_MONTH");
    assertThat(faultOf(() -> connector.look(id))).isInstanceOf(Fault.Throttled.class);
    assertThat(budget.left()).isZero();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(x.visitors().shows(id)).isFalse();
  }

  /** Each name costs as much as two posts, so who is blocked by the account is read once a day. */
  @Test
  void whomTheAccountBlocksIsChargedByNameAndReadOnceADay() throws Exception {
    x.block("4711");
    Connector connector = connector(10);
    connector.verifyAuth();
    BlockSource blocks = connector.blocks().orElseThrow();
    long before = x.charged();

    assertThat(blocks.blocks("").authors())
        .containsExactly(new Author(Optional.of("4711"), "Dana Reyes"));

    assertThat(x.charged() - before).isEqualTo(10);
    assertThat(blocks.every()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void theNextMonthReadsAgain() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 250; i++) {
      x.visitors().comment("comment " + i);
    }
    assertThat(faultOf(() -> run(connector, cursor))).isInstanceOf(Fault.Throttled.class);
    now = Instant.parse("2026-12-01T00:00:01Z");
    assertThat(connector.poll(cursor).sightings()).hasSize(100);
    assertThat(budget.left()).isBetween(0.3, 0.5);
  }

  @Test
  void somebodyIsWarnedBeforeTheMoneyIsSpent() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    assertThat(connector.warning()).isEmpty();
    for (int i = 0; i < 160; i++) {
      x.visitors().comment("comment " + i);
    }
    run(connector, cursor);
    assertThat(connector.warning()).hasValueSatisfying(w -> assertThat(w).contains("0.83"));
  }

  /** The history and the sweeps leave the last money to new comments. */
  @Test
  void theLastMoneyIsForNewComments() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 185; i++) {
      x.visitors().comment("comment " + i);
    }
    run(connector, cursor);
    assertThat(budget.untilAllowed(Use.BACKFILL)).isGreaterThan(Duration.ofMinutes(30));
    assertThat(budget.untilAllowed(Use.RECONCILE)).isGreaterThan(Duration.ofMinutes(30));
    assertThat(budget.untilAllowed(Use.LIVE)).isLessThan(Duration.ofMinutes(1));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
  }

  @Test
  void untilAPersonSetsACapNothingIsRead() throws Exception {
    Connector connector = connector(0);
    connector.verifyAuth();
    assertThat(faultOf(() -> connector.poll("")).sentence()).contains("No money is set aside");
  }

  @Test
  void theCountOutlivesARestart() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 50; i++) {
      x.visitors().comment("comment " + i);
    }
    cursor = run(connector, cursor);
    double before = budget.left();
    RateBudget later = new RateBudget(10_000, 10_000, () -> 0);
    run(connector(1, later), cursor);
    assertThat(later.left()).isLessThan(before);
  }

  @Test
  void creditsThatAreUsedUpSayWhatToDo() {
    x.endCredits();
    Fault fault = faultOf(() -> connector(10).poll(""));
    assertThat(fault).isInstanceOf(Fault.Throttled.class);
    assertThat(fault.sentence()).contains("buy credits");
  }
}
