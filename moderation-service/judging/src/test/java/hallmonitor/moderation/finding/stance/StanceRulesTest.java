package hallmonitor.moderation.finding.stance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.PhraseFile;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StanceRulesTest {
  private final StanceRules rules =
      new StanceRules(new LocalNames(List.of("Mavericks"), List.of("Ngozi Okafor")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fire the superintendent. Today.",
        "The board wastes our money and lies about it",
        "worst decision this district ever made",
        "Shame on you all",
        "thanks for nothing, great job ruining the music program",
        "The principal is not good at this and never listens",
        "The board doesn’t listen",
        "Ngozi Okafor is incompetent",
        "El peor superintendente que ha tenido este distrito",
        "Qué vergüenza de junta, no escuchan a nadie",
        "Ya basta. Renuncien."
      })
  void criticismOfTheInstitutionIsCritical(String comment) {
    assertThat(rules.of(comment)).isEqualTo(Stance.CRITICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you to the bus driver who waited, bless you",
        "So proud of our Mavericks!",
        "best teacher ever, my daughter loves her class",
        "The board made a great decision",
        "Felicidades a la maestra Tita, muchas gracias",
        "La directora es excelente y nos ayudó mucho"
      })
  void praiseIsSupportive(String comment) {
    assertThat(rules.of(comment)).isEqualTo(Stance.SUPPORTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What time is the concert?",
        "my dog is the worst",
        "I hate mondays",
        "The board is not corrupt",
        "The teacher is great but the principal is terrible",
        "¿Hay clases el Día de los Veteranos?",
        ""
      })
  void otherSubjectsAndMixedWordsAreNeither(String comment) {
    assertThat(rules.of(comment)).isEqualTo(Stance.NEITHER);
  }

  @Test
  void noWordOfStanceIsItselfProfaneASlurOrAThreat() {
    // Otherwise a clause's subject would make comments critical.
    var lists = StandardDetectors.of(LocalNames.NONE);
    for (PhraseFile.Section section : PhraseFile.read("/stance/words.txt")) {
      for (String phrase : section.phrases()) {
        Comment comment = Comment.of(phrase.replace("*", ""), "", "", Optional.empty(), "school");
        assertThat(lists.detect(comment))
            .as(phrase)
            .noneMatch(finding -> finding.detector().equals("lexicon"));
      }
    }
  }

  @Test
  void criticismIsRarelyTakenForSupportAndOrdinaryTalkRarelyForCriticism() throws IOException {
    Map<Stance, Integer> criticism =
        counted("en/criticism-harsh", "en/harmless-criticism", "es/critica-dura");
    Map<Stance, Integer> ordinary =
        counted("en/ordinary-comments", "en/harmless-ordinary", "es/harmless-ordinary");
    String counts = "criticism " + criticism + ", ordinary " + ordinary;
    assertThat(share(criticism, Stance.CRITICAL)).as(counts).isGreaterThan(0.3);
    assertThat(share(criticism, Stance.SUPPORTIVE)).as(counts).isLessThan(0.04);
    assertThat(share(ordinary, Stance.CRITICAL)).as(counts).isLessThan(0.03);
  }

  private static double share(Map<Stance, Integer> counts, Stance stance) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.getOrDefault(stance, 0) / all;
  }

  private Map<Stance, Integer> counted(String... files) throws IOException {
    ObjectReader reader =
        new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    for (String file : files) {
      var rows =
          reader.<Map<String, String>>readValues(
              Path.of("../training/corpus", file + ".csv").toFile());
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        if (row.get("split").equals("train")) {
          counts.merge(rules.of(row.get("text")), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
