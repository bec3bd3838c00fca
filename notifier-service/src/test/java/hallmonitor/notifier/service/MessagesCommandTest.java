package hallmonitor.notifier.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.Districts;
import hallmonitor.notifier.gateway.ProviderStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesCommandTest {
  @TempDir Path data;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private ProviderStandIn provider;

  @BeforeEach
  void open() throws IOException {
    provider = new ProviderStandIn();
    Files.createDirectories(data.resolve("config"));
    Files.createDirectories(data.resolve("secrets"));
    Files.writeString(data.resolve("config/district.yaml"), Districts.textWithNumbers());
    Files.writeString(data.resolve("secrets/twilio"), ProviderStandIn.TWILIO_SECRET + "\n");
    Files.writeString(data.resolve("secrets/pagerduty"), ProviderStandIn.ROUTING_KEY);
    rules("osei");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void theCheckNamesWhatIsConnectedAndWhoIsOnCall() {
    assertThat(run("check")).as(words()).isZero();
    assertThat(words())
        .contains("text: twilio-text, to Kofi Osei, Inés Molina.")
        .contains("Cedar High School: on call now, by the roster nights: Kofi Osei.");
  }

  @Test
  void theCheckNamesWhatIsMissing() throws IOException {
    Files.delete(data.resolve("secrets/twilio"));
    rules("nobody");

    assertThat(run("check")).isEqualTo(1);
    assertThat(words())
        .contains("The secret 'twilio' of text is missing.")
        .contains("The roster 'nights' in escalation.yaml names 'nobody', who is not among");
  }

  @Test
  void aTestSaysThatItIsOne() {
    assertThat(run("test", "text", "osei")).as(words()).isZero();

    assertThat(provider.texts().get(0).form())
        .containsEntry("To", "+16305550123")
        .hasEntrySatisfying("Body", body -> assertThat(body).contains("only a test"));
  }

  @Test
  void aTestIncidentIsResolvedAtOnce() {
    assertThat(run("test", "duty")).as(words()).isZero();

    assertThat(provider.incidents()).containsExactly("trigger", "resolve");
  }

  @Test
  void aRefusedTestSaysWhatToDo() throws IOException {
    Files.writeString(data.resolve("secrets/twilio"), "AC0123456789:wrong");

    assertThat(run("test", "text", "osei")).isEqualTo(1);
    assertThat(words()).contains("check the secret");
  }

  @Test
  void nobodyWhoDidNotAgreeGetsATest() {
    assertThat(run("test", "text", "stone")).isEqualTo(2);
    assertThat(run("test", "text")).isEqualTo(2);
    assertThat(run("test", "pigeon")).isEqualTo(2);

    assertThat(words())
        .contains("Ruth Stone has no number")
        .contains("deploy/messages test text PERSON")
        .contains("No gateway 'pigeon'");
    assertThat(provider.taken("/")).isEmpty();
  }

  private void rules(String onCall) throws IOException {
    Files.writeString(
        data.resolve("config/escalation.yaml"),
        """
        messages:
          gateways:
            - { id: text, kind: twilio-text, secret: twilio, from: "+16305550100", address: "%1$s", private-network: true }
            - { id: duty, kind: pagerduty, secret: pagerduty, address: "%1$s", private-network: true }
          rosters:
            - { id: nights, shifts: [{ from: "00:00", until: "00:00", people: [%2$s] }] }
        """
            .formatted(provider.address(), onCall));
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(said, true, UTF_8);
    List<String> all =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(arguments), java.util.stream.Stream.of("--data", data + ""))
            .toList();
    return MessagesCommand.run(all, Map.of(), out, out);
  }

  private String words() {
    return said.toString(UTF_8);
  }
}
