package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.api.ActReceiver.Message;
import hallmonitor.ingest.connector.api.ActReceiver.Said;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how acts go out, and what each answer of a system means. */
class ActWebhooksTest {
  private static final PlatformAction HIDE = PlatformAction.HIDE;
  private static SchoolSystem system;

  @BeforeAll
  static void start() {
    system = new SchoolSystem();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static Connector connector() {
    return connector(SchoolSystem.SECRET);
  }

  private static Connector connector(String secret) {
    return system.account().connect(system.url(), secret, EnumSet.allOf(Capability.class));
  }

  private static Fault faultOf(ThrowingCallable act) {
    PlatformException thrown = catchThrowableOfType(PlatformException.class, act);
    assertThat(thrown).as("a fault").isNotNull();
    return thrown.fault();
  }

  private static Fault answered(int status, String header, String value, String body) {
    String id = system.comment("to be hidden");
    system.receiver().say(new Said(status, header, value, body));
    return faultOf(() -> connector().apply(HIDE, id));
  }

  @Test
  void anActSaysWhatIsMeantAndNothingElse() throws Exception {
    String id = system.comment("to be hidden");
    connector().apply(HIDE, id);
    Message message = last();
    assertThat(message.type()).isEqualTo("comment.hide");
    assertThat(message.about("post")).isEqualTo(system.post());
    assertThat(message.about("comment")).isEqualTo(id);
    assertThat(message.content().toString()).doesNotContain("to be hidden").doesNotContain("Dana");
  }

  private static Message last() {
    List<Message> all = system.receiver().messages();
    return all.get(all.size() - 1);
  }

  @Test
  void anActOfUnknownOutcomeIsSentAgainUnderItsIdAndDoneOnce() throws Exception {
    String id = system.comment("to be hidden");
    Connector connector = connector();
    UUID order = UUID.randomUUID();
    system.receiver().loseAnAnswer();
    assertThat(faultOf(() -> connector.apply(order, HIDE, id))).isInstanceOf(Fault.Transient.class);
    assertThat(connector.observe(id).satisfies(HIDE)).as("nobody asked the system").isFalse();
    assertThat(connector.apply(order, HIDE, id).applied()).as("done by the first").isFalse();
    assertThat(connector.observe(id).visibility()).isEqualTo(Visibility.HIDDEN);
    assertThat(system.receiver().messages().stream().map(Message::id))
        .filteredOn(order.toString()::equals)
        .hasSize(2);
  }

  @Test
  void whileTheSecretIsChangedBothSign() throws Exception {
    String id = system.comment("to be hidden");
    assertThat(
            connector(system.wrongCredential() + "\n" + SchoolSystem.SECRET)
                .apply(HIDE, id)
                .applied())
        .isTrue();
  }

  @Test
  void aSecretThatTheSystemDoesNotKnowIsALostSignIn() {
    String id = system.comment("not to be touched");
    Connector connector = connector(system.wrongCredential());
    assertThat(faultOf(() -> connector.apply(HIDE, id))).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(connector::verifyActs)).isInstanceOf(Fault.AuthLost.class);
    assertThat(system.shows(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a password", "whsec_c2hvcnQ=", "whsec_no base64", ""})
  void whatIsNoWebhookSecretIsSaidSo(String secret) {
    String id = system.comment("not to be touched");
    assertThat(faultOf(() -> connector(secret).apply(HIDE, id)))
        .isInstanceOfSatisfying(
            Fault.AuthLost.class,
            fault -> {
              assertThat(fault.sentence()).contains("school-system");
              assertThat(fault.sentence()).doesNotContain("c2hvcnQ");
            });
  }

  @Test
  void aTestOfTheAccountAsksTheSystemAndDoesNothing() throws Exception {
    connector().verifyActs();
    assertThat(last().type()).isEqualTo("ping");
  }

  @Test
  void aSystemThatAsksForTimeGetsIt() {
    assertThat(answered(429, "Retry-After", "7", "{}"))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            fault -> assertThat(fault.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void whatCannotHealIsFinalAndSaidInOneSentence(int status) {
    assertThat(answered(status, "X", "x", "{}"))
        .isInstanceOfSatisfying(
            Fault.Rejected.class,
            fault ->
                assertThat(fault.sentence())
                    .contains("comment.hide", String.valueOf(status), "by hand"));
    assertThat(answered(410, "X", "x", "{}")).isInstanceOf(Fault.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 408, 500, 502, 302})
  void whatMayHealIsTriedAgain(int status) {
    assertThat(answered(status, "Location", "http://127.0.0.1:1/", "{}"))
        .isInstanceOf(Fault.Transient.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>maintenance</html>", "{}", "[]", "{\"applied\":\"yes\"}"})
  void aPageThatAnswersEverythingIsNoHide(String page) {
    assertThat(answered(200, "X", "x", page)).isInstanceOf(Fault.Transient.class);
  }

  @Test
  void aSystemThatIsAwayOrSlowIsTriedAgain() {
    String id = system.comment("to be hidden");
    Connector away =
        system
            .account()
            .connect(
                "http://127.0.0.1:1/acts", SchoolSystem.SECRET, EnumSet.allOf(Capability.class));
    assertThat(faultOf(() -> away.apply(HIDE, id))).isInstanceOf(Fault.Transient.class);
    Connector impatient =
        system
            .account()
            .connect(
                system.url(),
                SchoolSystem.SECRET,
                EnumSet.allOf(Capability.class),
                Duration.ofMillis(1));
    assertThat(faultOf(() -> impatient.apply(HIDE, id))).isInstanceOf(Fault.Transient.class);
  }

  @Test
  void anAuthorWithoutAnIdCannotBeNamed() {
    Curl.post(
        system.account().address(),
        DeliveredAccount.KEY,
        "{\"rows\":[{\"kind\":\"comment\",\"id\":\"guest\",\"post\":\"7\",\"author\":{\"name\":\"Guest\"},\"text\":\"x\",\"writtenAt\":\"2026-01-25T11:00:00Z\"}]}");
    assertThat(faultOf(() -> connector().apply(PlatformAction.BLOCK_AUTHOR, "guest")))
        .isInstanceOf(Fault.Rejected.class);
  }
}
