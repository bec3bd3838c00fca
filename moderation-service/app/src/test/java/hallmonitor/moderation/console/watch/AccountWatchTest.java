package hallmonitor.moderation.console.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the clock of frequent monitoring, on days far from today. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AccountWatchTest {
  private static final String NOVAK = "p.novak@maplevalley12.example";
  private static final String REYES = "m.reyes@maplevalley12.example";
  private static final String OKAFOR = "n.okafor@maplevalley12.example";
  private static final String LATE = "Nobody looked at its new comments in time";

  @Inject ConsoleDatabase database;
  @Inject AccountWatch watch;
  @Inject TroublePost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private WatchSeed seed;
  private GreenMail mails;

  @BeforeEach
  void start() {
    seed = new WatchSeed(database);
    seed.nothing();
    seed.people();
    mails = TestMailServer.on(port);
    pass("2027-03-01T09:00");
  }

  @AfterEach
  void stop() {
    mails.stop();
    seed.nothing();
  }

  /** Lets the clock stand at a time, and both jobs run. */
  private void pass(String local) {
    Instant now = WatchSeed.at(local);
    watch.look(now);
    post.tellDue(now);
  }

  private List<String> told() {
    return Arrays.stream(mails.getReceivedMessages()).map(AccountWatchTest::to).toList();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().replaceAll(".*<|>.*", "");
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newComments(ConsoleBrowser who) {
    String there = String.valueOf(who.get("/accounts/practice/new").header("Location"));
    return there.substring(there.indexOf("/accounts/"));
  }

  private String newest() throws Exception {
    MimeMessage[] all = mails.getReceivedMessages();
    return ((MimeMultipart) all[all.length - 1].getContent())
        .getBodyPart(0)
        .getContent()
        .toString();
  }

  @Test
  void aCommentThatNobodyLooksAtIsToldToOneAfterTheOther() throws Exception {
    seed.comment("c1", "2027-03-01T10:00");
    pass("2027-03-02T09:59");
    assertThat(told()).isEmpty();

    pass("2027-03-02T10:00");
    assertThat(told()).containsExactly(NOVAK);
    assertThat(newest()).contains(LATE, "Maple Valley High School news").doesNotContain("Hello c1");

    pass("2027-03-03T10:00");
    assertThat(told()).containsExactly(NOVAK, REYES);
    assertThat(newest()).contains("Nadie vio a tiempo sus comentarios nuevos");

    pass("2027-03-04T10:00");
    pass("2027-03-09T10:00");
    assertThat(told()).containsExactly(NOVAK, REYES, OKAFOR);
  }

  @Test
  void nightsAndWeekendsDoNotCountAndBringNoMail() {
    seed.comment("c1", "2027-03-05T22:00");
    pass("2027-03-08T23:00");
    assertThat(told()).as("it counts from Monday morning").isEmpty();

    pass("2027-03-09T06:00");
    assertThat(told()).as("before quiet hours end").isEmpty();

    pass("2027-03-09T06:31");
    assertThat(told()).containsExactly(NOVAK);
  }

  @Test
  void whatTheMailServerDoesNotTakeIsToldLaterAndNothingTwice() {
    seed.comment("c1", "2027-03-01T10:00");
    mails.stop();
    pass("2027-03-02T10:00");
    mails = TestMailServer.on(port);

    pass("2027-03-02T10:01");
    pass("2027-03-02T10:02");
    assertThat(told()).containsExactly(NOVAK);

    mails.stop();
    mails = TestMailServer.on(port);
    pass("2027-03-03T10:00");
    pass("2027-03-03T10:01");
    assertThat(told()).as("after a restart in the middle").containsExactly(REYES);
  }

  @Test
  void whoOpensTheNewCommentsHasLookedAndTheTroubleClosesByItself() {
    seed.comment("c1", "2027-03-01T10:00");
    pass("2027-03-02T10:00");
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");
    assertThat(novak.get("/home").asString()).contains("chip red\">" + LATE);
    assertThat(novak.get("/accounts").asString()).contains(LATE, "Petra Novak");

    String page = novak.get(newComments(novak)).asString();
    assertThat(page).contains("Hello c1", "You are up to date");
    pass("2027-03-02T10:05");

    assertThat(novak.get("/home").asString()).doesNotContain(LATE);
    pass("2027-03-04T10:00");
    assertThat(told()).as("no one else is told").containsExactly(NOVAK);
    assertThat(seed.ended()).isEqualTo(1);
  }

  @Test
  void thePageShowsTheSameWhenItIsOpenedAgainAndSkippingIsNoLook() {
    for (int i = 10; i < 70; i++) {
      seed.comment("c" + i, "2027-03-01T10:" + i % 60 / 10 + i % 10);
    }
    ConsoleBrowser novak = ConsoleBrowser.signedIn("novak");
    String far = "/accounts/practice/new?after=" + seed.placeOf("c65", "2027-03-01T10:05");
    novak.get(far);
    assertThat(seed.lookedBy()).as("what comes before was not shown").isEmpty();

    String first = newComments(novak);
    assertThat(novak.get(first).asString()).contains("Next comments");
    assertThat(novak.get(first).asString()).contains("Next comments");
    assertThat(seed.lookedBy()).isEqualTo("novak");
  }

  @Test
  void aDecisionOfAPersonIsALookAndAnAutomaticOneIsNone() {
    seed.comment("c1", "2027-03-01T10:00");
    seed.decided("policy", "2027-03-01T11:00");
    pass("2027-03-02T10:00");
    assertThat(told()).containsExactly(NOVAK);

    seed.decided("novak", "2027-03-02T10:30");
    pass("2027-03-02T10:31");
    assertThat(seed.ended()).isEqualTo(1);
  }

  @Test
  void anAuditorWhoReadsHasNotLooked() {
    seed.comment("c1", "2027-03-01T10:00");

    ConsoleBrowser auditor = ConsoleBrowser.signedIn("auditor");

    assertThat(auditor.get(newComments(auditor)).asString()).contains("Hello c1");

    assertThat(seed.lookedBy()).isEmpty();
  }

  @Test
  void anAccountThatIsSignedOutIsToldAfterAWhileAndOnWeekendsToo() throws Exception {
    seed.reports(State.SIGNED_OUT, 5);
    pass("2027-03-06T09:00");
    assertThat(told()).as("it may pass").isEmpty();

    pass("2027-03-06T09:30");
    assertThat(told()).containsExactly(NOVAK);
    assertThat(newest()).contains("Signed out: nothing is read from it");

    seed.reports(State.CONNECTED, 5);
    pass("2027-03-06T09:40");
    seed.reports(State.CONNECTED, 0);
    pass("2027-03-08T10:00");
    pass("2027-03-08T10:31");
    assertThat(newest()).contains("The platform allows no more for now");
  }

  @Test
  void aFaultThatPassesLeavesNoTrace() {
    seed.reports(State.UNREACHABLE, 5);
    pass("2027-03-02T09:00");
    seed.reports(State.CONNECTED, 5);
    pass("2027-03-02T09:01");

    assertThat(told()).isEmpty();
    assertThat(seed.ended()).isZero();
  }

  @Test
  void anAccountThatGoesSilentIsToldAndOneThatNeverSpokeIsNot() throws Exception {
    for (int i = 0; i < 25; i++) {
      seed.comment("c" + i, "2027-03-01T10:" + (10 + i));
    }
    seed.decided("novak", "2027-03-01T12:00");
    pass("2027-03-04T10:30");
    assertThat(told()).isEmpty();

    pass("2027-03-04T10:35");
    assertThat(told()).containsExactly(NOVAK);
    assertThat(newest()).contains("No comments for an unusually long time");
    pass("2027-03-05T10:35");
    pass("2027-03-08T10:35");
    assertThat(told()).containsExactly(NOVAK, REYES, OKAFOR);

    seed.comment("back", "2027-03-08T10:40");
    pass("2027-03-08T10:41");
    assertThat(seed.ended()).isEqualTo(1);
  }
}
