package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.CannotStart;
import hallmonitor.local.practice.PracticeAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  private static final String DELIVERIES = "http://127.0.0.1:8083/push/";

  @TempDir Path folder;
  private StackSettings settings;
  private DataFolder data;

  @BeforeEach
  void open() throws IOException {
    settings = StackSettings.of(BuiltRoot.in(folder.resolve("root")), folder.resolve("data"));
    data = DataFolder.open(settings.data());
  }

  @Test
  void whatAPersonEditedIsNotWrittenAgain() throws IOException {
    Path config = ConfigFiles.prepare(settings, data);
    Files.writeString(config.resolve("policy.yaml"), "edited");
    ConfigFiles.prepare(settings, data);
    assertThat(config.resolve("policy.yaml")).hasContent("edited");
  }

  @Test
  void aDataFolderFromBeforeEscalationYamlGetsTheSampleAndKeepsItsOwnFiles() throws IOException {
    Path config = ConfigFiles.prepare(settings, data);
    Path sample = settings.root().resolve("deploy/config/escalation.yaml");
    assertThat(config.resolve("escalation.yaml")).doesNotExist();
    Files.writeString(config.resolve("policy.yaml"), "edited");
    Files.writeString(sample, "immediate: {}");
    Files.writeString(sample.resolveSibling("replies.yaml"), "blocking: off");
    ConfigFiles.prepare(settings, data);
    assertThat(config.resolve("replies.yaml")).hasContent("blocking: off");
    assertThat(config.resolve("escalation.yaml")).hasContent("immediate: {}");
    assertThat(config.resolve("policy.yaml")).hasContent("edited");
  }

  @Test
  void onlyTheFirstStartNamesTheStateOfThePracticeDistrict() throws IOException {
    Path sample = settings.root().resolve("deploy/config/requests.yaml");
    Files.writeString(sample, "#   state\n# state: illinois\npublic-form: true\n");

    Path first = ConfigFiles.prepare(settings, data).resolve("requests.yaml");
    assertThat(first).hasContent("#   state\nstate: illinois\npublic-form: true\n");

    Files.delete(first);
    ConfigFiles.prepare(settings, data);
    assertThat(first).as("an upgrade").hasSameTextualContentAs(sample);
  }

  @Test
  void theShippedSampleNamesTheStateOfThePracticeDistrict() throws IOException {
    Files.copy(
        Path.of("../config/requests.yaml"), settings.root().resolve("deploy/config/requests.yaml"));

    assertThat(ConfigFiles.prepare(settings, data).resolve("requests.yaml"))
        .content()
        .containsPattern("(?m)^state: illinois$");
  }

  @Test
  void aConfigFolderOfOnesOwnIsUsedWhereItIs() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("district.yaml"), BuiltRoot.DISTRICT);
    assertThatThrownBy(() -> ConfigFiles.prepare(settings.withConfig(own), data))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("There is no policy.yaml in " + own);
    Files.writeString(own.resolve("policy.yaml"), BuiltRoot.POLICY);
    assertThat(ConfigFiles.prepare(settings.withConfig(own), data)).isEqualTo(own);
    assertThat(data.config()).doesNotExist();
  }

  @Test
  void aDistrictThatDoesNotReadAPracticePageIsPointedOut() throws IOException {
    Path config = ConfigFiles.prepare(settings, data);
    String blog = settings.ports().http(PortName.PRACTICE);
    assertThat(ConfigFiles.unread(config, settings.root(), List.of(blog))).isEmpty();
    assertThat(
            ConfigFiles.unread(
                config, settings.root(), List.of(blog, blog + "/b/api", blog + "/a/api")))
        .as("a folder of a version that had the blog alone")
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .contains("base-url " + blog + "/a/api or " + blog + "/b/api: what is written")
                    .contains("copy their accounts from " + settings.root()));
    Files.writeString(config.resolve("district.yaml"), "base-url: " + blog + "/a/api\n");
    assertThat(ConfigFiles.unread(config, settings.root(), List.of(blog)))
        .as("the blog's address is the beginning of the others'")
        .isPresent();
  }

  @Test
  void secretsStayTheSameAndTheFirstPasswordIsTakenOnce() throws IOException {
    LocalSecrets secrets = new LocalSecrets(data);
    PracticeAccounts practice = secrets.practice(DELIVERIES);
    assertThat(practice).isEqualTo(new LocalSecrets(data).practice(DELIVERIES));
    assertThat(practice.wordPress()).startsWith("practice:");
    assertThat(practice.deliveries()).hasToString(DELIVERIES + "practice-facebook");
    assertThat(practice.toString()).doesNotContain(practice.facebook());
    assertThat(secrets.database()).isEqualTo(new LocalSecrets(data).database());
    Files.writeString(data.secrets().resolve("first-sign-in"), "admin secret\n");
    assertThat(secrets.takeFirstSignIn()).contains("admin secret");
    assertThat(secrets.takeFirstSignIn()).isEmpty();
  }

  @Test
  void thePasswordOfThePracticePageMovesToTheCredentials() throws IOException {
    Files.writeString(data.secrets().resolve("practice"), "practice:of before\n");
    assertThat(new LocalSecrets(data).practice(DELIVERIES).wordPress())
        .isEqualTo("practice:of before");
    assertThat(data.credentials().resolve("practice")).exists();
    assertThat(data.secrets().resolve("practice")).doesNotExist();
  }

  @Test
  void theLastThreeLogsAreKept() throws IOException {
    RotatedLog log = new RotatedLog(folder.resolve("x.log"));
    for (int run = 1; run <= 5; run++) {
      Files.writeString(log.file(), "run " + run);
      log.rotate();
    }
    assertThat(log.file()).doesNotExist();
    assertThat(folder.resolve("x.log.1")).hasContent("run 5");
    assertThat(folder.resolve("x.log.3")).hasContent("run 3");
    assertThat(folder.resolve("x.log.4")).doesNotExist();
  }

  @Test
  void aPidFileWhoseNumberBelongsToAnotherProcessStopsNobody() throws Exception {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      PidFile file = PidFile.of(data, ServiceName.INGEST);
      Files.writeString(file.file(), bystander.pid() + " 2001-01-01T00:00:00Z");
      file.stopLeftOver();
      assertThat(bystander.isAlive()).isTrue();

      file.write(bystander.toHandle());
      file.stopLeftOver();
      assertThat(bystander.waitFor()).isNotZero();
    } finally {
      bystander.destroyForcibly();
    }
  }
}
