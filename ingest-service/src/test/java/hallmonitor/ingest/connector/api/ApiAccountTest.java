package hallmonitor.ingest.connector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PushSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Tests that an account which cannot work yet says what is missing. */
class ApiAccountTest {
  private static final String KEY = "HALLMONITOR_SECRET_PUSH_PORTAL";
  private static final String LONG = "0123456789abcdef01234567";

  private static Connector connector(
      boolean endpointOpen, Set<Capability> acts, Map<String, String> secrets) {
    return new ApiPlatform(
            Jdbi.create("jdbc:postgresql:not-asked"),
            endpointOpen,
            DeliveredAccount.limit(1),
            () -> false)
        .connect(
            new Access(
                "portal",
                URI.create("https://portal.example.org"),
                "portal",
                acts,
                new AccountSecrets(Path.of("no-such-folder"), secrets::get),
                new RateBudget(10, 10, System::nanoTime),
                () -> true));
  }

  private static Fault faultOf(Connector connector) {
    PlatformException thrown = catchThrowableOfType(PlatformException.class, connector::verifyAuth);
    assertThat(thrown).as("a fault").isNotNull();
    return thrown.fault();
  }

  @Test
  void anEndpointThatIsOffIsSaidWithItsSetting() {
    Fault fault = faultOf(connector(false, Set.of(), Map.of(KEY, LONG)));
    assertThat(fault.sentence()).contains("HALLMONITOR_INGEST_PUSH_ADDRESS");
  }

  @Test
  void aMissingKeyIsSaidWithItsFile() {
    Connector connector = connector(true, Set.of(), Map.of());
    assertThat(faultOf(connector)).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(connector).sentence()).contains("push-portal");
    assertThat(connector.push().orElseThrow().ready()).isFalse();
  }

  @Test
  void aKeyThatCanBeGuessedIsRefusedAtTheStartWithWhatToDo() {
    Connector connector = connector(true, Set.of(), Map.of(KEY, LONG.substring(1)));
    assertThat(faultOf(connector)).isInstanceOf(Fault.AuthLost.class);
    assertThat(faultOf(connector).sentence())
        .contains("shorter than 24 characters")
        .contains("openssl rand -hex 32");
    assertThat(connector.push().orElseThrow().ready()).isFalse();
  }

  @Test
  void aShortKeyBesideALongOneIsToldAndDoesNotHold() throws Exception {
    Connector connector = connector(true, Set.of(), Map.of(KEY, "short\n" + LONG));
    connector.verifyAuth();
    assertThat(connector.warning()).get().asString().contains("push-portal");
    PushSource push = connector.push().orElseThrow();
    assertThat(push.genuine(name -> Optional.of("Bearer short"), new byte[0])).isFalse();
    assertThat(push.genuine(name -> Optional.of("Bearer " + LONG), new byte[0])).isTrue();
  }

  /**
   * Comments are judged all the same; an act, or the test of the connection, says what is missing.
   */
  @Test
  void aMissingSecretKeepsNothingFromBeingRead() throws Exception {
    Set<Capability> acts = Set.of(Capability.HIDE, Capability.RESTORE);
    Connector connector = connector(true, acts, Map.of(KEY, LONG));
    connector.verifyAuth();
    PlatformException thrown = catchThrowableOfType(PlatformException.class, connector::verifyActs);
    assertThat(thrown.fault()).isInstanceOf(Fault.AuthLost.class);
    assertThat(thrown.fault().sentence()).contains("'portal' is missing");
    connector(true, Set.of(), Map.of(KEY, LONG)).verifyActs();
  }
}
