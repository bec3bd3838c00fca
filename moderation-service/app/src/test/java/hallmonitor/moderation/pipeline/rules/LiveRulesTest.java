package hallmonitor.moderation.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
  private static final Path SHIPPED = Path.of("..", "..", "deploy", "config");

  @TempDir Path folder;
  private final AtomicInteger detectorsMade = new AtomicInteger();
  private NamedWords named = NamedWords.NONE;
  private LocalNames local = LocalNames.NONE;
  private final NamesOfOneDay kept = new NamesOfOneDay();

  /** A list with names that change between two looks. */
  private static final class NamesOfOneDay implements RefusalSource {
    private List<String> names = List.of();
    private boolean changed;

    void become(String... others) {
      names = List.of(others);
      changed = true;
    }

    @Override
    public boolean refresh(LocalDate today) {
      boolean was = changed;
      changed = false;
      return was;
    }

    @Override
    public List<String> names() {
      return names;
    }

    @Override
    public List<FileProblem> problems() {
      return List.of();
    }
  }

  @BeforeEach
  void copyTheShippedFiles() throws IOException {
    for (String file : List.of("district.yaml", "policy.yaml")) {
      Files.copy(SHIPPED.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void theShippedFilesAreInForce() {
    RuleSnapshot rules = read().get();
    assertThat(rules.accountKind("practice")).isEqualTo("school");
    assertThat(rules.building("practice")).isEqualTo("maple-high");
    assertThat(rules.policyVersion()).hasSize(12);
    assertThat(rules.modelVersion()).isEqualTo("model-1");
  }

  @Test
  void anAccountThatLeftTheFileIsStillJudged() {
    RuleSnapshot rules = read().get();
    assertThat(rules.accountKind("gone")).isEqualTo("school");
    assertThat(rules.building("gone")).isEmpty();
    assertThat(rules.accountName("gone")).isEqualTo("gone");
  }

  /** Ingest reads the same file, and may have started the account a moment earlier. */
  @Test
  void anAccountThatCameIntoTheFileJustNowHasItsBuilding() throws IOException {
    LiveRules rules = read();
    append(
        "district.yaml",
        """

          - id: sports
            name: Sports
            platform: wordpress
            building: maple-high
            kind: school
            administrator: novak
            base-url: http://127.0.0.1:8091
            credential: sports
        """);

    assertThat(rules.get().building("sports")).isEmpty();
    assertThat(rules.knowing(Set.of("practice")).building("sports")).isEmpty();
    assertThat(rules.knowing(Set.of("practice", "sports")).building("sports"))
        .isEqualTo("maple-high");
  }

  @Test
  void theMistakesOfBothFilesStopTheStartTogether() throws IOException {
    Files.writeString(folder.resolve("district.yaml"), "district: X\nnonsense: 1\n");
    Files.delete(folder.resolve("policy.yaml"));
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("unknown key 'nonsense'")
        .hasMessageContaining("policy.yaml: cannot be read");
  }

  @Test
  void aChangedPolicyIsInForceFromTheNextBatchOn() throws IOException {
    LiveRules rules = read();
    String before = rules.get().policyVersion();
    append("policy.yaml", "\n# Reviewed.\n");
    rules.refresh();
    assertThat(rules.get().policyVersion()).isNotEqualTo(before);
  }

  @Test
  void aWrongChangeKeepsTheOldVersionAndSaysSo() throws IOException {
    LiveRules rules = read();
    RuleSnapshot before = rules.get();
    append("district.yaml", "\nnonsense: 1\n");
    rules.refresh();
    assertThat(rules.get()).isEqualTo(before);
    assertThat(rules.problems()).singleElement().asString().contains("unknown key 'nonsense'");
  }

  @Test
  void theDetectorsAreMadeAnewWhenTheDistrictChanges() throws IOException {
    LiveRules rules = read();
    rules.refresh();
    assertThat(detectorsMade).hasValue(1);
    append("district.yaml", "\n# Reviewed.\n");
    rules.refresh();
    assertThat(detectorsMade).hasValue(2);
  }

  @Test
  void aRefusalThatIsAddedIsKnownToTheNextDetectorsAndIsNeverShown() throws IOException {
    LiveRules rules = read();
    assertThat(local.withheld()).isEmpty();
    Files.writeString(folder.resolve(RefusalFile.NAME), "Ana Ruiz\n");
    rules.refresh();
    assertThat(local.withheld()).containsExactly("Ana Ruiz");

    Files.writeString(folder.resolve(RefusalFile.NAME), "Ana Ruiz\nCher\n");
    rules.refresh();
    assertThat(local.withheld()).containsExactly("Ana Ruiz");
    assertThat(rules.problems()).singleElement().asString().contains(":2:").doesNotContain("Cher");
  }

  @Test
  void namesKeptElsewhereAreJudgedByBesideThoseInTheFile() throws IOException {
    Files.writeString(folder.resolve(RefusalFile.NAME), "Ana Ruiz\n");
    LiveRules rules = read();
    assertThat(local.withheld()).containsExactly("Ana Ruiz");

    kept.become("Kai Ito", "Ana Ruiz");
    rules.refresh();

    assertThat(local.withheld()).containsExactly("Ana Ruiz", "Kai Ito");
    assertThat(rules.refusalsInFile()).containsExactly("Ana Ruiz");
  }

  @Test
  void theDetectorsAreMadeAnewWhenThePolicyNamesOtherWordsAndOnlyThen() throws IOException {
    LiveRules rules = read();
    append("policy.yaml", "\n# Reviewed.\n");
    rules.refresh();
    assertThat(detectorsMade).hasValue(1);
    nameAsProfanity("frick");
    rules.refresh();
    assertThat(detectorsMade).hasValue(2);
    assertThat(named.profanity()).containsExactly("frick");
    assertThat(rules.get().policy().words().profanity()).containsExactly("frick");
  }

  @Test
  void aPolicyThatNamesSomebodyOfTheDistrictAsProfanityKeepsTheOldVersion() throws IOException {
    LiveRules rules = read();
    String before = rules.get().policyVersion();
    nameAsProfanity("okafor");
    rules.refresh();
    assertThat(rules.get().policyVersion()).isEqualTo(before);
    assertThat(rules.problems()).singleElement().asString().contains("who works for the district");
    assertThatThrownBy(this::read).isInstanceOf(InvalidFileException.class);
  }

  @Test
  void aNameThatJoinsTheDistrictIsNoLongerProfaneAndIsAMistakeToMend() throws IOException {
    nameAsProfanity("frick");
    LiveRules rules = read();
    assertThat(named.profanity()).containsExactly("frick");
    replace("district.yaml", "Ngozi Okafor", "Ngozi Frick");
    rules.refresh();
    assertThat(rules.district().problems()).isEmpty();
    assertThat(named.profanity()).isEmpty();
    assertThat(rules.problems()).singleElement().asString().contains("'frick'");
    replace("district.yaml", "Ngozi Frick", "Ngozi Okafor");
    rules.refresh();
    assertThat(named.profanity()).containsExactly("frick");
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void aPolicyOfTheOldScaleIsWarnedOfAndStaysInForce() throws IOException {
    assertThat(read().thresholdWarnings()).as("the shipped one").isEmpty();
    replace("policy.yaml", "bullying, at-least: 0.6 ", "bullying, at-least: 0.9 ");

    LiveRules rules = read();

    assertThat(rules.thresholdWarnings()).extracting(w -> w.clause()).containsExactly("2.2");
    assertThat(rules.problems()).isEmpty();
    replace("policy.yaml", "bullying, at-least: 0.9 ", "bullying, at-least: 0.6 ");
    rules.refresh();
    assertThat(rules.thresholdWarnings()).as("mended").isEmpty();
  }

  private void nameAsProfanity(String word) throws IOException {
    replace("policy.yaml", "\nclauses:", "\nwords: { profanity: [" + word + "] }\nclauses:");
  }

  private void replace(String file, String text, String by) throws IOException {
    String before = Files.readString(folder.resolve(file));
    assertThat(before).contains(text);
    Files.writeString(folder.resolve(file), before.replace(text, by));
  }

  private LiveRules read() {
    return LiveRules.read(
        folder,
        folder,
        kept,
        (names, words) -> {
          local = names;
          named = words;
          detectorsMade.incrementAndGet();
          return new Detectors(List.of());
        },
        "model-1");
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + text);
  }
}
