package hallmonitor.moderation.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyTextTest {
  private static final String SHIPPED = shipped();
  private static final WrittenClause NEW =
      new WrittenClause(
          "8.1",
          "Chain letters: \"pass it on\"",
          "Cadenas: \"pásalo\"",
          "Chain letters are looked at by a person.",
          "Las cadenas las revisa una persona: siempre.",
          List.of(new Condition("spam", "0.1", List.of("classroom"), "")),
          WrittenConsequence.REVIEW);

  private final PolicyText text = PolicyText.of(SHIPPED).orElseThrow();

  private static String shipped() {
    try {
      return Files.readString(Path.of("../../deploy/config/policy.yaml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private WrittenClause clause(int index) {
    return text.written().clauses().get(index);
  }

  @Test
  void everyClauseThatIsWrittenAnewSaysWhatItSaid() {
    Policy before = PolicyFile.read(SHIPPED);
    String changed = SHIPPED;
    for (int i = 0; i < text.written().clauses().size(); i++) {
      changed = PolicyText.of(changed).orElseThrow().with(i, clause(i));
    }
    assertThat(PolicyFile.read(changed)).isEqualTo(before);
  }

  @Test
  void aChangedThresholdLeavesAllOtherLinesAsTheyAre() {
    WrittenClause old = clause(1);
    WrittenClause milder =
        new WrittenClause(
            old.id(),
            old.title(),
            old.spanishTitle(),
            old.wording(),
            old.spanishWording(),
            List.of(new Condition("profanity", "0.7", List.of(), "")),
            WrittenConsequence.REVIEW);

    List<String> before = SHIPPED.lines().toList();
    List<String> after = text.with(1, milder).lines().toList();

    assertThat(after).contains("      - { category: profanity, at-least: 0.7 }");
    assertThat(before.stream().filter(line -> !after.contains(line)))
        .as("only lines of that clause")
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsAnyOf("0.3 }", "1.2", "wording: Language", "wording-es: El lenguaje"));
    assertThat(after).contains("  # --- 2  Attacks on people " + "-".repeat(90));
  }

  @Test
  void whatIsWrongIsKeptAsItWasWrittenAndFoundByTheReader() {
    WrittenClause wrong =
        new WrittenClause(
            "1.2",
            "Possible profanity",
            "",
            "Looked at: # by a person",
            "",
            List.of(new Condition("profanity", "a lot", List.of(), "")),
            WrittenConsequence.REVIEW);

    WrittenClause read =
        PolicyText.of(text.with(1, wrong)).orElseThrow().written().clauses().get(1);

    assertThat(read.anywhere()).isEqualTo(wrong);
    assertThat(read.fields()).containsValue("at-least-0");
  }

  @Test
  void aClauseIsAddedAndRemovedAgain() {
    int last = text.written().clauses().size();
    String added = text.adding(last, NEW);

    assertThat(PolicyFile.read(added).clauses().get(last).id()).isEqualTo("8.1");
    assertThat(PolicyText.of(added).orElseThrow().without(last)).isEqualTo(SHIPPED);
  }

  @Test
  void theSpanishOfAClauseIsKeptAndAClauseWithoutItHasNone() {
    int last = text.written().clauses().size();
    String added = text.adding(last, NEW);
    WrittenClause untitled =
        new WrittenClause("8.1", NEW.title(), " ", NEW.wording(), " ", NEW.when(), NEW.then());

    assertThat(PolicyFile.read(added).clauses().get(last).spanishTitle())
        .contains("Cadenas: \"pásalo\"");
    assertThat(PolicyFile.read(added).clauses().get(last).spanishWording().map(String::strip))
        .contains("Las cadenas las revisa una persona: siempre.");
    Clause without = PolicyFile.read(text.adding(last, untitled)).clauses().get(last);
    assertThat(without.spanishTitle()).isEmpty();
    assertThat(without.spanishWording()).isEmpty();
  }

  @Test
  void everyClauseThatShipsStandsInBothLanguages() {
    assertThat(PolicyFile.read(SHIPPED).clauses())
        .allSatisfy(clause -> assertThat(clause.title()).isNotBlank())
        .allSatisfy(clause -> assertThat(clause.spanishTitle()).isPresent())
        .allSatisfy(clause -> assertThat(clause.spanishWording()).isPresent());
  }

  @Test
  void wordsAndTitleAreWrittenBesideTheRemarksOfTheFile() {
    String named =
        text.naming(
            new NamedWords(List.of("frick", "son of a biscuit"), List.of("heck"), List.of("crap")));
    String titled = PolicyText.of(named).orElseThrow().titled("House rules: be kind");

    Policy policy = PolicyFile.read(titled);
    assertThat(policy.words().profanity()).containsExactly("frick", "son of a biscuit");
    assertThat(policy.words().doubtful()).containsExactly("heck");
    assertThat(policy.title()).isEqualTo("House rules: be kind");
    assertThat(titled).startsWith("# The district's comment policy");
    assertThat(PolicyText.of(named).orElseThrow().naming(NamedWords.NONE)).isEqualTo(SHIPPED);
  }

  @Test
  void aFileThatIsLaidOutOtherwiseIsWrittenAnew() {
    String flow =
        """
        {title: T, clauses: [{id: "1", title: A, wording: B,
          when: [{category: spam, at-least: 0.5}], then: {review: true}}], otherwise: allow}
        """;

    String added = PolicyText.of(flow).orElseThrow().adding(1, NEW);

    assertThat(PolicyFile.read(added).clauses()).extracting("id").containsExactly("1", "8.1");
  }

  @Test
  void hostileTextStaysOneValue() {
    for (String hostile :
        List.of(
            "x\"\n- id: 9",
            "\u202Egnp\u202C",
            "{{}}: [*a, &b]",
            "'; drop table",
            "# no remark",
            "-",
            "| >",
            "true")) {
      WrittenClause clause =
          new WrittenClause(
              "1.2", hostile, hostile, hostile, hostile, NEW.when(), WrittenConsequence.REVIEW);
      WrittenPolicy written = PolicyText.of(text.with(1, clause)).orElseThrow().written();
      assertThat(written.clauses()).hasSize(text.written().clauses().size());
      assertThat(written.clauses().get(1).title())
          .isEqualTo(hostile.replaceAll("\\s+", " ").strip());
    }
  }

  @Test
  void noPrefixOfAFileBreaksItsReader() {
    IntStream.range(0, SHIPPED.length() / 37)
        .mapToObj(i -> SHIPPED.substring(0, i * 37))
        .forEach(
            part ->
                PolicyText.of(part)
                    .ifPresent(
                        p ->
                            assertThat(p.adding(p.written().clauses().size(), NEW))
                                .contains("8.1")));
  }
}
