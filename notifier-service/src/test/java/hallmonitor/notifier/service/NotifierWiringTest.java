package hallmonitor.notifier.service;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.Districts;
import hallmonitor.notifier.mail.MailSettings;
import hallmonitor.notifier.mail.MailSettingsForTests;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierWiringTest {
  @TempDir Path folder;

  @Test
  void aWrongDistrictFileStopsTheStartWithAllItsMistakes() throws IOException {
    Files.writeString(
        folder.resolve("district.yaml"),
        Districts.text().replace("superintendent", "emperor").replace("osei@", "osei"));

    assertThatThrownBy(() -> new NotifierWiring().start(null, settings(), null, Map.of(), null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("emperor")
        .hasMessageContaining("not an email address")
        .hasMessageContaining("district.yaml:");
  }

  @Test
  void aMissingDistrictFileStopsTheStart() {
    assertThatThrownBy(() -> new NotifierWiring().start(null, settings(), null, Map.of(), null))
        .hasMessageContaining(folder.resolve("district.yaml") + ": cannot be read");
  }

  @Test
  void aWrongEscalationFileStopsTheStartWithItsMistakes() throws IOException {
    Files.writeString(folder.resolve("district.yaml"), Districts.text());
    Files.writeString(folder.resolve("escalation.yaml"), "immediate: { then: [janitor] }");

    assertThatThrownBy(() -> new NotifierWiring().start(null, settings(), null, Map.of(), null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("escalation.yaml:1:21: 'janitor'");
  }

  @Test
  void aRosterThatNamesSomebodyUnknownStopsTheStart() throws IOException {
    Files.writeString(folder.resolve("district.yaml"), Districts.text());
    Files.writeString(
        folder.resolve("escalation.yaml"),
        "messages: { rosters: [{ id: nights, shifts: [{ from: \"00:00\", until: \"00:00\", people:"
            + " [ghost] }] }] }");

    assertThatThrownBy(() -> new NotifierWiring().start(null, settings(), null, Map.of(), null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("The roster 'nights' in escalation.yaml names 'ghost'");
  }

  @Test
  void wrongTextsOfNoticesStopTheStartWithTheirMistakes() throws IOException {
    Files.writeString(folder.resolve("district.yaml"), Districts.text());
    Files.writeString(folder.resolve("notices.yaml"), "subject: { en: '{author}' }");

    assertThatThrownBy(() -> new NotifierWiring().start(null, settings(), null, Map.of(), null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("notices.yaml:1:16: '{author}' stands for nothing");
  }

  private NotifierSettings settings() {
    return new NotifierSettings() {
      @Override
      public Path configDir() {
        return folder;
      }

      @Override
      public Optional<Path> backupState() {
        return Optional.empty();
      }

      @Override
      public Path secretsDir() {
        return folder;
      }

      @Override
      public String consoleUrl() {
        return "http://console";
      }

      @Override
      public MailSettings mail() {
        return MailSettingsForTests.onPort(25);
      }

      @Override
      public Answers answers() {
        throw new UnsupportedOperationException("not reached");
      }
    };
  }
}
